// What the kv server does with each request. Made once from kv.tic; from here on it is yours.
#pragma once

#include <net/serve.hpp>

#include "kv.hpp"
#include "store.hpp"

using session = kv::session<tic::side::server>;
template <class... Packets>
using reply = tic::net::reply<session, Packets...>;

/// What all connections share; all cores use it at once.
struct shared {
    store values;
    watch_list watches;
};

/// One connection. Strings and lists of a request are valid until `on` returns.
class handlers {
public:
    handlers(tic::net::peer<session>& client, shared& all) : client_(client), all_(all) {}

    /// Asks for a value.
    void on(const kv::Get& request, reply<kv::Value, kv::Missing> answer);
    /// Sets a value.
    void on(const kv::Put& request, reply<kv::Done, kv::Full> answer);
    /// Takes a key away.
    void on(const kv::Remove& request, reply<kv::Done, kv::Missing> answer);
    /// Asks for news of all keys that begin so.
    void on(const kv::Watch& request, reply<kv::Done> answer);
    void on_close(const tic::net::close_cause& why);

private:
    tic::net::peer<session>& client_;  // `client_.send(…)` sends pushes
    shared& all_;
};
