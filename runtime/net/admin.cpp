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
using answering = std::function<admin_answer(std::string_view)>;

constexpr auto patience = std::chrono::seconds(5);

class admin_connection : public std::enable_shared_from_this<admin_connection> {
public:
    admin_connection(tcp::socket socket, answering answer) : stream_(std::move(socket)), answer_(std::move(answer)) {}

    void start() {
        stream_.expires_after(patience);
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
    answering answer_;
    beast::flat_buffer buffer_{8 * 1024};
    http::request_parser<http::empty_body> parser_;
    http::response<http::string_body> response_;
};

}  // namespace

void serve_admin(std::shared_ptr<tcp::acceptor> at, answering answer) {
    at->async_accept([at, answer = std::move(answer)](const error_code& failed, tcp::socket socket) mutable {
        if (failed == boost::asio::error::operation_aborted || !at->is_open()) return;
        if (!failed) std::make_shared<admin_connection>(std::move(socket), answer)->start();
        serve_admin(at, std::move(answer));
    });
}

}  // namespace tic::net
