// A server for one protocol: its options and listeners, and how it is started, drained and stopped.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conversation.hpp"
#include "limits.hpp"
#include "log.hpp"
#include "transport_kind.hpp"

namespace tic::net {

struct server_options {
    /// The IP address that all listeners bind. The default is reachable from this machine only.
    std::string address = "127.0.0.1";
    /// The port of each listener: 0 takes any free port, and a listener without a port is not opened.
    per_listener<std::optional<std::uint16_t>> ports;
    /// Serves /metrics, /healthz and /readyz, always on 127.0.0.1; 0 takes any free port.
    std::optional<std::uint16_t> admin_port;
    /// PEM files: the certificate chain and its private key. The TLS listener requires both.
    std::string certificate;
    std::string key;
    /// Web origins whose pages may open a WebSocket, as `https://example.org`. A request without an `Origin` header
    /// does not come from a page and is always allowed.
    std::vector<std::string> origins;
    /// Event loops, each on a thread of its own; 0 uses every processor of the machine.
    unsigned cores = 1;
    limits limit;
};

/// Serves one protocol on all configured listeners. Each core runs an event loop on a thread of its own with its own
/// service; a connection stays on the core that accepted it.
class server {
public:
    /// Calls `make` once for each core, in the constructor. Nothing is opened before `start`.
    server(server_options options, std::function<std::unique_ptr<service>()> make, log to = log());
    server(const server&) = delete;
    server& operator=(const server&) = delete;
    /// Calls `stop` and `wait`.
    ~server();

    /// Validates the options and reads the certificate, without opening a listener. Returns the error, or nothing if
    /// the server can be started.
    [[nodiscard]] std::optional<std::string> check();
    /// Calls `check`, opens all listeners and starts the threads. Returns the error, or nothing once clients can
    /// connect. May be called once.
    [[nodiscard]] std::optional<std::string> start();
    /// The port that a listener was given; 0 if it is not open.
    [[nodiscard]] std::uint16_t port(transport_kind listener) const;
    /// 0 if there is no admin port.
    [[nodiscard]] std::uint16_t admin_port() const;
    /// Connections now, including those whose handshake is not complete. Callable from any thread.
    [[nodiscard]] std::size_t connections() const;

    /// Reads the certificate again, for connections accepted from now on. Returns the error, and keeps the old
    /// certificate, if the new one is unusable. Does nothing without a TLS listener.
    [[nodiscard]] std::optional<std::string> reload_certificate();
    /// Closes the listeners, closes each connection at a random moment within `limits::drain` as soon as it owes no
    /// reply, then stops. Returns at once; use `wait`.
    void drain();
    /// Closes the listeners and all connections without waiting for their peers. Returns at once; use `wait`.
    void stop();
    /// False after the last core has stopped, and before `start`.
    [[nodiscard]] bool is_running() const;
    /// Blocks until all cores have stopped.
    void wait();

private:
    struct inside;
    std::unique_ptr<inside> inside_;
};

}  // namespace tic::net
