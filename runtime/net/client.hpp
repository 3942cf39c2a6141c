// A client for one protocol on a thread of its own: it connects, and again whenever the connection has ended.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "backoff.hpp"
#include "conversation.hpp"
#include "limits.hpp"
#include "log.hpp"
#include "tls.hpp"

namespace tic::net {

enum class way : std::uint8_t { tcp, tls, websocket, websocket_tls };

struct client_options {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;
    way by = way::tls;
    tls_trust trust;
    backoff_limits backoff;
    /// Off: one connection, and no more after it.
    bool reconnects = true;
    limits limit;
};

class client {
public:
    /// `hosted` is usually a `caller`, and outlives the client.
    client(client_options options, service& hosted, log to = log());
    client(const client&) = delete;
    client& operator=(const client&) = delete;
    /// Stops.
    ~client();

    /// Begins to connect, or tells what is wrong with the options.
    [[nodiscard]] std::optional<std::string> start();
    /// Runs a function on the client's thread, where the `caller` may be used.
    void post(std::function<void()> what);
    void stop();

private:
    struct inside;
    std::unique_ptr<inside> inside_;
};

}  // namespace tic::net
