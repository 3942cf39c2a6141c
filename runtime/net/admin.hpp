// The port of operators, on loopback: small answers to HTTP GET.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace tic::net {

struct admin_answer {
    unsigned status = 404;
    std::string text = "not found\n";
    std::string_view type = "text/plain; charset=utf-8";
};

/// Answers each request by its path; one request a connection, each within 5 seconds.
void serve_admin(std::shared_ptr<boost::asio::ip::tcp::acceptor> at,
                 std::function<admin_answer(std::string_view path)> answer);

}  // namespace tic::net
