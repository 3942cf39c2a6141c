// WebSocket with Beast: the upgrade, the choice of a subprotocol, and messages in both directions.
#include "runtime/net/websocket.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

#include <algorithm>

#include "runtime/net/channel.hpp"
#include "runtime/tic/opening_names.hpp"

namespace tic::net {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using boost::system::error_code;

constexpr std::size_t read_bytes = 512;  ///< the size of a read; an idle connection holds this buffer

std::string_view text_of(beast::string_view from) { return {from.data(), from.size()}; }

class websocket_transport final : public socket_transport {
public:
    websocket_transport(core& home, tcp_socket socket, side who, std::unique_ptr<tls_engine> tls,
                        std::vector<std::uint8_t> received, std::string host)
        : socket_transport(home, who, opening_by::name),
          who_(who),
          host_(std::move(host)),
          stream_(home, std::move(socket), std::move(tls), std::move(received)) {
        stream_.auto_fragment(false);
        stream_.read_message_max(0);  // messages are not collected: the session limits each packet
        stream_.binary(true);
        stream_.next_layer().on_written([this](std::size_t count) { report_written(count); });
    }

    void start() override {
        stream_.next_layer().send_output();
        if (who_ == side::client) return shake_hands();
        request_.emplace();
        request_->header_limit(static_cast<std::uint32_t>(home_.shared().limit.upgrade_request));
        request_->body_limit(std::uint64_t{0});
        http::async_read(stream_.next_layer(), buffer_, *request_,
                         [me = self()](const error_code& failed, std::size_t) {
                             if (failed)
                                 me->fail(failed);
                             else
                                 me->answer();
                         });
    }

    void flush() override {
        if (!is_open()) return;
        std::vector<std::uint8_t> sent = line_.take(home_.now());
        if (!sent.empty()) write(std::move(sent));
        read();
        shut_down_gracefully();
    }

private:
    std::shared_ptr<websocket_transport> self() {
        return std::static_pointer_cast<websocket_transport>(shared_from_this());
    }
    tcp_socket& wire() override { return stream_.next_layer().socket(); }
    bool is_open() { return wire().is_open(); }

    /// The server's side of the upgrade.
    void answer() {
        const auto& asked = request_->get();
        if (!websocket::is_upgrade(asked))
            return refuse(http::status::upgrade_required, close_reason::websocket_failed, "this is a WebSocket");
        const auto origin = asked.find(http::field::origin);
        const auto& allowed = home_.shared().origins;
        if (origin != asked.end() &&
            std::find(allowed.begin(), allowed.end(), text_of(origin->value())) == allowed.end()) {
            return refuse(http::status::forbidden, close_reason::bad_origin, "this origin is not allowed");
        }
        const protocol_versions& ours = home_.hosted().versions();
        name_choice choice(ours, subprotocol_separator);
        std::string chosen;
        for (auto [field, end] = asked.equal_range(http::field::sec_websocket_protocol); field != end; ++field) {
            std::string_view names = text_of(field->value());
            for (auto name = take_subprotocol(names); !name.empty(); name = take_subprotocol(names)) {
                if (choice.offer(name)) chosen = name;
            }
        }
        if (chosen.empty())
            return refuse(http::status::bad_request, reason_of(choice.outcome().what),
                          describe(ours, choice.outcome()).view());
        stream_.set_option(websocket::stream_base::decorator([chosen](websocket::response_type& response) {
            response.set(http::field::sec_websocket_protocol, chosen);
        }));
        stream_.async_accept(asked, [me = self(), version = choice.outcome().version](const error_code& failed) {
            if (failed)
                me->fail(failed);
            else
                me->agreed(version);
        });
    }

    static close_reason reason_of(agreement what) {
        switch (what) {
            case agreement::schema_mismatch:
                return close_reason::schema_mismatch;
            case agreement::no_common_version:
                return close_reason::no_common_version;
            default:
                return close_reason::not_tic;
        }
    }

    void refuse(http::status status, close_reason why, std::string_view text) {
        failure_ = text;
        refusal_.emplace(status, 11);
        refusal_->set(http::field::content_type, "text/plain");
        refusal_->set(http::field::connection, "close");
        if (status == http::status::upgrade_required) refusal_->set(http::field::upgrade, "websocket");
        refusal_->body() = std::string(text) + '\n';
        refusal_->prepare_payload();
        is_shut_down_ = true;  // there is no WebSocket to close
        line_.close(why);
        http::async_write(stream_.next_layer(), *refusal_, [me = self()](const error_code&, std::size_t) {
            me->stream_.next_layer().end();
            me->read_to_end();
        });
    }

    /// Gives the peer time to read the response before the socket is closed.
    void read_to_end() {
        stream_.next_layer().async_read_some(asio::buffer(to_read_),
                                             [me = self()](const error_code& failed, std::size_t) {
                                                 if (failed)
                                                     me->abandon();
                                                 else
                                                     me->read_to_end();
                                             });
    }

    /// The client's side.
    void shake_hands() {
        std::string names;
        const protocol_versions& ours = home_.hosted().versions();
        for (unsigned v = ours.newest(); v >= ours.oldest; --v) {
            names += names.empty() ? "" : ", ";
            names += name_of_version(ours, v, subprotocol_separator).view();
        }
        stream_.set_option(websocket::stream_base::decorator(
            [names](websocket::request_type& request) { request.set(http::field::sec_websocket_protocol, names); }));
        stream_.async_handshake(response_, host_, "/", [me = self()](const error_code& failed) {
            if (failed) return me->fail(failed);
            const auto name = me->response_[http::field::sec_websocket_protocol];
            const opening_outcome outcome =
                accept_name(me->home_.hosted().versions(), text_of(name), subprotocol_separator);
            if (outcome.what == agreement::agreed) return me->agreed(outcome.version);
            me->line_.close(reason_of(outcome.what));
        });
    }

    void agreed(unsigned version) {
        request_.reset();
        buffer_ = beast::flat_buffer();
        is_agreed_ = true;
        line_.agreed(version, home_.now());
        flush();
    }

    void read() {
        const bool wants = line_.wants_bytes();
        if (!is_agreed_ || is_reading_ || has_ended_ || !wants) return;
        is_reading_ = true;
        stream_.async_read_some(asio::buffer(to_read_), [me = self()](const error_code& failed, std::size_t count) {
            me->is_reading_ = false;
            me->received(failed, count);
        });
    }

    void received(const error_code& failed, std::size_t count) {
        if (failed) {
            has_ended_ = true;
            const bool is_end = failed == websocket::error::closed || failed == asio::error::eof;
            if (!is_end) return fail(failed);
            line_.peer_ended(home_.now());
            return wake();
        }
        if (count != 0 && stream_.got_text()) line_.close(close_reason::websocket_text);
        line_.receive(std::span(to_read_).first(count), home_.now());
        if (stream_.is_message_done()) line_.message_ended(home_.now());
        read();
        shut_down_gracefully();
    }

    void write(std::vector<std::uint8_t> sent) {
        flight_ = std::move(sent);
        reported_ = 0;
        stream_.async_write(asio::buffer(flight_), [me = self()](const error_code& failed, std::size_t) {
            if (failed) return me->fail(failed);
            const std::size_t size = std::exchange(me->flight_, {}).size();
            me->line_.sent(size - me->reported_, me->home_.now());
            me->flush();
        });
    }

    /// Reports progress while a batch is being written, so that a peer that reads slowly but steadily is not closed as
    /// a slow reader. The header of the frame counts as well. The last bytes are reported when the write is complete:
    /// only then may the connection pass the next batch.
    void report_written(std::size_t count) {
        if (reported_ + count >= flight_.size()) return;  // the last bytes, or none of the connection
        reported_ += count;
        line_.sent(count, home_.now());
        read();
    }

    /// Graceful close: once all output is written, a close frame with the name of the reason is sent, and the peer has
    /// `limits::graceful_close` to answer it.
    void shut_down_gracefully() {
        if (!is_agreed_ && line_.is_over() && !is_shut_down_) return abandon();
        if (!is_agreed_ || !line_.is_over() || !flight_.empty() || line_.has_output() || is_shut_down_ || !is_open())
            return;
        is_shut_down_ = true;
        if (has_ended_) return abandon();
        const std::string_view name = name_of(line_.cause());
        stream_.async_close({close_code(), beast::string_view(name.data(), name.size())},
                            [me = self()](const error_code&) { me->abandon(); });
    }

    [[nodiscard]] websocket::close_code close_code() const {
        switch (line_.cause().why) {
            case close_reason::finished:
            case close_reason::peer_left:
            case close_reason::handler:
                return websocket::close_code::normal;
            case close_reason::draining:
            case close_reason::stopped:
                return websocket::close_code::going_away;
            case close_reason::websocket_text:
                return websocket::close_code::unknown_data;
            case close_reason::no_handler:
            case close_reason::no_reply:
            case close_reason::bad_reply:
                return websocket::close_code::internal_error;
            default:
                return websocket::close_code::policy_error;
        }
    }

    void fail(const error_code& failed) {
        failure_ = failed.message();
        const bool is_gone = failed == http::error::end_of_stream || failed == asio::error::eof ||
                             failed == http::error::partial_message;
        if (is_gone) line_.peer_ended(home_.now());
        const bool is_ours = failed.category() == asio::error::get_system_category();
        line_.close(is_ours ? close_reason::broken : close_reason::websocket_failed);
        abandon();
    }

    side who_;
    std::string host_;
    websocket::stream<channel, false> stream_;  // false: without permessage-deflate
    beast::flat_buffer buffer_;
    std::optional<http::request_parser<http::empty_body>> request_;
    std::optional<http::response<http::string_body>> refusal_;
    websocket::response_type response_;
    std::array<std::uint8_t, read_bytes> to_read_{};
    std::vector<std::uint8_t> flight_;
    std::size_t reported_ = 0;  ///< bytes of `flight_` reported to the connection as sent
    bool is_agreed_ = false;
    bool is_reading_ = false;
    bool has_ended_ = false;
    bool is_shut_down_ = false;
};

}  // namespace

std::shared_ptr<socket_transport> make_websocket_transport(core& home, tcp_socket socket, side who,
                                                           std::unique_ptr<tls_engine> tls,
                                                           std::vector<std::uint8_t> received, std::string host) {
    return std::make_shared<websocket_transport>(home, std::move(socket), who, std::move(tls), std::move(received),
                                                 std::move(host));
}

}  // namespace tic::net
