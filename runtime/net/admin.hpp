// The admin port, on loopback: answers HTTP GET on a thread of its own, also while the cores are busy, drain, or have
// stopped.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace tic::net {

struct admin_answer {
    unsigned status = 404;
    std::string text = "not found\n";
    std::string_view type = "text/plain; charset=utf-8";
};

/// Answers requests by their path: one for each connection, within 5 seconds.
class admin_listener {
public:
    /// Called on the thread of the listener.
    using answering = std::function<admin_answer(std::string_view path)>;

    admin_listener() = default;
    admin_listener(const admin_listener&) = delete;
    admin_listener& operator=(const admin_listener&) = delete;
    ~admin_listener() { close(); }

    /// Returns the error, or nothing. Port 0 takes any free port.
    [[nodiscard]] std::optional<std::string> open(std::uint16_t port, answering answer);
    void close();
    /// 0 if it was never opened.
    [[nodiscard]] std::uint16_t port() const { return port_; }

private:
    void accept();

    boost::asio::io_context loop_{1};
    boost::asio::ip::tcp::acceptor acceptor_{loop_};
    boost::asio::steady_timer pause_{loop_};
    answering answer_;
    std::uint16_t port_ = 0;
    std::thread thread_;
};

}  // namespace tic::net
