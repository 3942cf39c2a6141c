// The relay server: `relay_server relay.conf`.
#include <net/run.hpp>

#include "handlers.hpp"

int main(int count, char** words) {
    directory all;
    return tic::net::run(count, words, [&all] {
        auto here = std::make_unique<inboxes>(all);
        return tic::net::host<session>(relay::versions,
                                       [here = std::move(here)](client& peer) { return handlers(peer, *here); });
    });
}
