// HTTP with Beast for the admin port.
#include "runtime/net/admin.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

namespace tic::net {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
using tcp = boost::asio::ip::tcp;
using boost::system::error_code;

constexpr auto request_timeout = std::chrono::seconds(5);
constexpr auto pause_after_failure = std::chrono::milliseconds(100);

class admin_connection : public std::enable_shared_from_this<admin_connection> {
public:
    admin_connection(tcp::socket socket, const admin_listener::answering& answer)
        : stream_(std::move(socket)), answer_(answer) {}

    void start() {
        stream_.expires_after(request_timeout);
        parser_.body_limit(std::uint64_t{0});
        http::async_read(stream_, buffer_, parser_, [me = shared_from_this()](const error_code& failed, std::size_t) {
            if (!failed) me->answer();
        });
    }

private:
    void answer() {
        const auto& asked = parser_.get();
        const bool is_get = asked.method() == http::verb::get || asked.method() == http::verb::head;
        const std::string_view target(asked.target().data(), asked.target().size());
        const admin_answer made =
            is_get ? answer_(target.substr(0, target.find('?'))) : admin_answer{.status = 405, .text = "only GET\n"};
        response_.result(made.status);
        response_.set(http::field::content_type, beast::string_view(made.type.data(), made.type.size()));
        response_.set(http::field::connection, "close");
        response_.body() = made.text;
        response_.prepare_payload();
        if (asked.method() == http::verb::head) response_.body().clear();
        http::async_write(stream_, response_, [me = shared_from_this()](const error_code&, std::size_t) {
            error_code ignored;
            me->stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
        });
    }

    beast::tcp_stream stream_;
    const admin_listener::answering& answer_;
    beast::flat_buffer buffer_{8 * 1024};
    http::request_parser<http::empty_body> parser_;
    http::response<http::string_body> response_;
};

}  // namespace

std::optional<std::string> admin_listener::open(std::uint16_t port, answering answer) {
    const tcp::endpoint at(boost::asio::ip::address_v4::loopback(), port);
    error_code failed;
    acceptor_.open(at.protocol(), failed);
    if (!failed) acceptor_.set_option(tcp::acceptor::reuse_address(true), failed);
    if (!failed) acceptor_.bind(at, failed);
    if (!failed) acceptor_.listen(boost::asio::socket_base::max_listen_connections, failed);
    if (failed) return "admin port " + std::to_string(port) + ": " + failed.message();
    port_ = acceptor_.local_endpoint().port();
    answer_ = std::move(answer);
    accept();
    thread_ = std::thread([this] { loop_.run(); });
    return std::nullopt;
}

void admin_listener::close() {
    loop_.stop();
    if (thread_.joinable()) thread_.join();
}

void admin_listener::accept() {
    acceptor_.async_accept([this](const error_code& failed, tcp::socket socket) {
        if (!failed) {
            std::make_shared<admin_connection>(std::move(socket), answer_)->start();
            return accept();
        }
        // Usually out of file descriptors: ending connections release some.
        pause_.expires_after(pause_after_failure);
        pause_.async_wait([this](const error_code&) { accept(); });
    });
}

}  // namespace tic::net
