// What the game server does with each request. Made once from game.tic; from here on it is yours.
#pragma once

#include <net/serve.hpp>

#include "game.hpp"
#include "names.hpp"
#include "table.hpp"

using session = game::session<tic::side::server>;
template <class... Packets>
using reply = tic::net::reply<session, Packets...>;

/// What all connections share; all cores use it at once.
struct shared {
    name_list names;
    lobby waiting;
};

/// One connection. Strings and lists of a request are valid until `on` returns.
class handlers {
public:
    handlers(tic::net::peer<session>& client, shared& all) : client_(client), all_(all) {}

    /// Tells under which name one plays.
    void on(const game::SignIn& request, reply<game::Welcome, game::NameTaken> answer);
    /// Requests a game with a waiting player.
    void on(const game::Seek& request, reply<game::Seated> answer);
    /// Puts a stone.
    void on(const game::Play& request, reply<game::Placed, game::Refused> answer);
    /// Offers a draw, or accepts the other's offer.
    void on(const game::OfferDraw& request, reply<game::Refused, game::Offered> answer);
    /// Gives up, or goes when the game has ended.
    void on(const game::Leave& request, reply<game::Left> answer);
    void on_close(const tic::net::close_cause& why);

private:
    tic::net::peer<session>& client_;
    shared& all_;
    std::string name_;          ///< empty before the player has signed in
    std::optional<seat> seat_;  ///< in the state `Table`
};
