// The transports tcp and tls: bytes pass from the socket through the TLS engine to the connection, and back in one
// write for each turn of the loop.
#include <boost/asio/buffer.hpp>

#include <array>

#include "runtime/net/buffers.hpp"
#include "runtime/net/core.hpp"
#include "runtime/net/websocket.hpp"

namespace tic::net {
namespace {

using boost::system::error_code;

class stream_transport final : public socket_transport {
public:
    stream_transport(core& home, tcp_socket socket, side who, std::shared_ptr<const tls_context> tls, std::string host)
        : socket_transport(home, who, tls == nullptr ? opening_by::preface : opening_by::name),
          socket_(std::move(socket)),
          who_(who),
          host_(std::move(host)) {
        if (tls != nullptr) tls_ = std::make_unique<tls_engine>(std::move(tls), host_);
    }

    void start() override {
        if (tls_ != nullptr) tls_->start();
        home_.flush_soon(shared_from_this());  // a client sends first
    }

    void flush() override {
        if (!socket_.is_open()) return;
        const instant now = home_.now();
        if (flight_.empty()) load(now);
        write(now);
        wait_for_bytes();
        shut_down_gracefully();
    }

private:
    tcp_socket& wire() override { return socket_; }
    std::shared_ptr<stream_transport> self() { return std::static_pointer_cast<stream_transport>(shared_from_this()); }

    /// The short buffer `first_` is all that an idle connection holds. To wait with a read of it takes no other system
    /// call; to wait for readiness alone, without a buffer, would make Asio call `epoll_ctl` each time.
    void wait_for_bytes() {
        const bool wants = line_.wants_bytes() || line_.is_over();
        if (is_reading_ || is_waiting_for_turn_ || has_ended_ || !wants || !socket_.is_open()) return;
        is_reading_ = true;
        socket_.async_read_some(asio::buffer(first_), [me = self()](const error_code& failed, std::size_t count) {
            me->is_reading_ = false;
            if (failed != asio::error::operation_aborted) me->read(failed, count);
        });
    }

    void read(const error_code& failed, std::size_t count) {
        const bool is_heavy = failed || count == first_.size() || is_shaking_hands();
        if (!is_heavy) {
            pass_on(std::span(first_).first(count));
            return go_on(failed);
        }
        first_count_ = count;
        end_ = failed;
        is_waiting_for_turn_ = true;
        home_.take_turn_later(shared_from_this());
    }

    [[nodiscard]] bool is_shaking_hands() const { return tls_ != nullptr && tls_->state() == tls_state::handshake; }
    [[nodiscard]] bool is_paused() const { return tls_ != nullptr && tls_->is_paused(); }

    /// Heavy work waits for its turn in the core's queue: everything beyond the first few bytes, each step of a
    /// handshake, and the end. So a connection that sends little waits for at most one piece of other connections'
    /// heavy work, not for all of it.
    bool take_turn() override {
        if (!socket_.is_open()) return true;
        const std::size_t count = std::exchange(first_count_, 0);
        error_code failed = std::exchange(end_, {});
        if (!failed) pass_on(std::span(first_).first(count));
        if (count == first_.size() && !has_moved_on_ && !is_paused()) {
            const auto room = home_.scratch();
            const std::size_t more = socket_.read_some(asio::buffer(room.data(), room.size()), failed);
            if (more != 0) pass_on(room.first(more));
        }
        if (is_paused()) return false;
        is_waiting_for_turn_ = false;
        go_on(failed);
        return true;
    }

    void go_on(const error_code& failed) {
        if (has_moved_on_) return;
        if (failed == asio::error::eof)
            ended();
        else if (failed && failed != asio::error::would_block)
            return abandon();
        wait_for_bytes();
        shut_down_gracefully();
    }

    void pass_on(std::span<const std::uint8_t> bytes) {
        if (tls_ == nullptr) return line_.receive(bytes, home_.now());
        auto& plaintext = home_.plaintext();
        plaintext.clear();
        const bool was_open = tls_->state() == tls_state::open;
        tls_->receive(bytes, plaintext);
        if (!tls_->output().empty()) wake();
        if (tls_->state() == tls_state::failed) return refuse();
        if (!was_open && tls_->state() != tls_state::handshake && !agree()) return;
        if (!plaintext.empty()) line_.receive(plaintext, home_.now());
        if (tls_->state() == tls_state::ended) ended();
    }

    /// False if the connection continues as a WebSocket, on another transport.
    bool agree() {
        if (line_.is_over()) return true;
        if (!tls_->is_websocket()) {
            line_.agreed(tls_->outcome().version, home_.now());
            return true;
        }
        has_moved_on_ = true;
        home_.replace(shared_from_this(), make_websocket_transport(home_, std::move(socket_), who_, std::move(tls_),
                                                                   home_.plaintext(), host_));
        return false;
    }

    void refuse() {
        const opening_outcome& outcome = tls_->outcome();
        failure_ = tls_->failure();
        switch (outcome.what) {
            case agreement::schema_mismatch:
                line_.close(close_reason::schema_mismatch);
                break;
            case agreement::no_common_version:
                line_.close(close_reason::no_common_version);
                break;
            default:
                line_.close(tls_->lacks_name() ? close_reason::no_alpn : close_reason::tls_failed);
                return;
        }
        failure_ = describe(home_.hosted().versions(), outcome);
    }

    void ended() {
        has_ended_ = true;
        line_.peer_ended(home_.now());
        wake();
    }

    /// Takes what the connection has queued, and what TLS adds.
    void load(instant now) {
        std::vector<std::uint8_t> sent = line_.take(now);
        payload_ = sent.size();
        if (tls_ == nullptr) {
            flight_ = std::move(sent);
        } else {
            if (!sent.empty()) tls_->write(sent);
            flight_ = std::exchange(tls_->output(), {});
        }
        written_ = 0;
        reported_ = 0;
    }

    void write(instant now) {
        if (flight_.empty() || is_waiting_to_write_) return;
        error_code failed;
        const std::size_t count =
            socket_.write_some(asio::buffer(flight_.data() + written_, flight_.size() - written_), failed);
        if (failed && failed != asio::error::would_block) return abandon();
        written_ += count;
        // The connection is told what the socket took at once, not when all of it is written: otherwise a peer that
        // reads a large batch slowly would be closed as a slow reader. Bytes of TLS are converted in proportion.
        const std::size_t moved = flight_.empty() ? 0 : payload_ * written_ / flight_.size();
        if (moved > reported_) line_.sent(moved - std::exchange(reported_, moved), now);
        if (written_ == flight_.size()) {
            spare_buffers::put(std::exchange(flight_, {}));
            if (line_.has_output() || (tls_ != nullptr && !tls_->output().empty())) wake();
            return;
        }
        is_waiting_to_write_ = true;
        socket_.async_wait(tcp_socket::wait_write, [me = self()](const error_code& broken) {
            me->is_waiting_to_write_ = false;
            if (!broken) me->continue_writing();
        });
    }

    /// The socket has room again. After the batch in flight, more may be queued; and a peer that has taken enough is
    /// read again even before the batch is complete.
    void continue_writing() {
        write(home_.now());
        if (!flight_.empty()) return wait_for_bytes();
        flush();
    }

    /// Graceful close: once all output is written, this end is shut down (TLS: `close_notify` first), and the socket
    /// stays open until the peer closes its end or `limits::graceful_close` has passed. Closing the socket at once is
    /// no alternative: with bytes of the peer still unread, the system would send a reset, and the peer would lose what
    /// it has not read yet, such as the last reply.
    void shut_down_gracefully() {
        if (!line_.is_over() || !flight_.empty() || line_.has_output() || !socket_.is_open()) return;
        if (has_ended_) return abandon();
        if (is_shut_down_) return;
        is_shut_down_ = true;
        if (tls_ != nullptr) {
            tls_->end();
            const instant now = home_.now();
            load(now);
            write(now);
            if (!flight_.empty() || !socket_.is_open()) return;
        }
        error_code ignored;
        socket_.shutdown(tcp_socket::shutdown_send, ignored);
    }

    tcp_socket socket_;
    std::unique_ptr<tls_engine> tls_;
    std::vector<std::uint8_t> flight_;  ///< the batch that is being written
    std::size_t written_ = 0;
    std::size_t payload_ = 0;   ///< bytes of the connection in `flight_`, before TLS
    std::size_t reported_ = 0;  ///< of them, reported to the connection as sent
    bool is_reading_ = false;
    bool is_waiting_to_write_ = false;
    bool has_ended_ = false;
    bool is_shut_down_ = false;
    bool has_moved_on_ = false;
    bool is_waiting_for_turn_ = false;
    side who_;
    std::array<std::uint8_t, 256> first_;  ///< large enough for most packets
    std::size_t first_count_ = 0;          ///< bytes of `first_` that wait for a turn
    error_code end_;                       ///< the error or end after these bytes
    std::string host_;
};

}  // namespace

std::shared_ptr<socket_transport> make_stream_transport(core& home, tcp_socket socket, side who,
                                                        std::shared_ptr<const tls_context> tls, std::string host) {
    return std::make_shared<stream_transport>(home, std::move(socket), who, std::move(tls), std::move(host));
}

}  // namespace tic::net
