// The game server: `game_server game.conf`.
#include <net/run.hpp>

#include "handlers.hpp"

int main(int count, char** words) {
    shared all;
    return tic::net::run(count, words, [&all] {
        return tic::net::host<session>(game::versions,
                                       [&all](tic::net::peer<session>& peer) { return handlers(peer, all); });
    });
}
