// A server for one protocol: its doors, its cores, and how it is started, drained, and stopped.
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

namespace tic::net {

/// The ways in. TLS with ALPN `http/1.1` is WebSocket over TLS.
enum class door : std::uint8_t { tcp, tls, websocket };
inline constexpr unsigned doors = 3;

struct server_options {
    /// Where the doors stand; anything but loopback is a decision of the operator.
    std::string address = "127.0.0.1";
    /// Ports by door; 0: any free one; none: no such door.
    std::optional<std::uint16_t> ports[doors];
    /// Of /metrics, /healthz and /readyz, on 127.0.0.1 always.
    std::optional<std::uint16_t> admin_port;
    /// PEM files, for the TLS door.
    std::string certificate;
    std::string key;
    /// Pages whose scripts may open a WebSocket, as `https://example.org`. A client that names no origin is no page.
    std::vector<std::string> origins;
    /// 0: as many as the machine has.
    unsigned cores = 1;
    limits limit;
};

class server {
public:
    /// `make` is called once for each core, before `start` returns.
    server(server_options options, std::function<std::unique_ptr<service>()> make, log to = log());
    server(const server&) = delete;
    server& operator=(const server&) = delete;
    /// Stops.
    ~server();

    /// What is wrong with the options, the certificate's files among them, before any door opens.
    [[nodiscard]] std::optional<std::string> check();
    /// Checks, opens the doors and returns, or tells what is wrong.
    [[nodiscard]] std::optional<std::string> start();
    /// The port that a door got.
    [[nodiscard]] std::uint16_t port(door at) const;
    [[nodiscard]] std::uint16_t admin_port() const;
    [[nodiscard]] std::size_t connections() const;

    /// Reads the certificate again for connections to come, where there is a TLS door. Where that fails the old one
    /// stays, and the error is told.
    [[nodiscard]] std::optional<std::string> reload_certificate();
    /// Closes the doors, lets each connection go at a moment of its own, then stops.
    void drain();
    /// Ends all connections now.
    void stop();
    [[nodiscard]] bool is_running() const;
    /// Returns when the server has stopped.
    void wait();

private:
    struct inside;
    std::unique_ptr<inside> inside_;
};

}  // namespace tic::net
