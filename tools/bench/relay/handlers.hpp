// What the relay server does with each request. Made once from relay.tic by `tictoc compile --server`, then written.
#pragma once

#include <net/serve.hpp>

#include <optional>

#include "inboxes.hpp"
#include "relay.hpp"

template <class... Packets>
using reply = tic::net::reply<session, Packets...>;

/// One connection. Strings and lists of a request are valid until `on` returns.
class handlers {
public:
    handlers(client& peer, inboxes& here) : client_(peer), here_(here) {}

    /// Takes the user's inbox; who had it before is sent away.
    void on(const relay::Enter& request, reply<relay::Entered> answer);
    /// A message. Until it is confirmed its sender keeps it and may send it again, with the same number.
    void on(const relay::Say& packet);
    /// The receiver has that message of that user.
    void on(const relay::Got& packet);
    void on_close(const tic::net::close_cause& why);

private:
    client& client_;
    inboxes& here_;
    relay::UserId user_{};
    bool is_inside_ = false;
};
