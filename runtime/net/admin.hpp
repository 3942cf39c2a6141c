// The port of operators, on loopback: small answers to HTTP GET, by a thread of its own: also while the cores are busy,
// drain, or have ended.
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

/// Answers each request by its path; one request a connection, each within 5 seconds.
class admin_door {
public:
    /// Called on the thread of the door.
    using answering = std::function<admin_answer(std::string_view path)>;

    admin_door() = default;
    admin_door(const admin_door&) = delete;
    admin_door& operator=(const admin_door&) = delete;
    ~admin_door() { close(); }

    /// What is wrong, or nothing. 0 is any free port.
    [[nodiscard]] std::optional<std::string> open(std::uint16_t port, answering answer);
    void close();
    /// 0 where it was never opened.
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
