// A client for one protocol: it connects, and reconnects with increasing pauses whenever the connection has ended.
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
#include "transport_kind.hpp"

namespace tic::net {

struct client_options {
    /// A host name or an IP address. TLS verifies that the certificate is issued for it.
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;
    transport_kind transport = transport_kind::tls;
    /// Used by `tls` and `websocket_tls` only.
    tls_trust trust;
    backoff_limits backoff;
    /// If false, the client connects once, and does not try again after an error or the end of the connection.
    bool reconnects = true;
    limits limit;
};

/// One connection at a time, on a thread of its own.
class client {
public:
    /// `hosted` is usually a `client_session`; it must outlive the client.
    client(client_options options, service& hosted, log to = log());
    client(const client&) = delete;
    client& operator=(const client&) = delete;
    /// Calls `stop`.
    ~client();

    /// Starts the thread and begins to connect. Returns an error if the trusted certificates cannot be read; failures
    /// to connect are logged and retried. May be called once.
    [[nodiscard]] std::optional<std::string> start();
    /// Runs a function on the client's thread, the only one on which the `client_session` may be used.
    void post(std::function<void()> what);
    /// Closes the connection and ends the thread before it returns. Must not be called on the client's thread.
    void stop();

private:
    struct inside;
    std::unique_ptr<inside> inside_;
};

}  // namespace tic::net
