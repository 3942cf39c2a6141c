// Plain TCP, and TLS around it: bytes from the socket through the engine to the connection, and back in one write a
// turn.
#include <boost/asio/buffer.hpp>

#include <array>

#include "runtime/net/buffers.hpp"
#include "runtime/net/core.hpp"
#include "runtime/net/websocket.hpp"

namespace tic::net {
namespace {

using boost::system::error_code;

class stream_carrier final : public socket_carrier {
public:
    stream_carrier(core& home, tcp_socket socket, side who, std::shared_ptr<const tls_context> tls, std::string host)
        : socket_carrier(home, who, tls == nullptr ? opening_by::preface : opening_by::name),
          socket_(std::move(socket)),
          who_(who),
          host_(std::move(host)) {
        if (tls != nullptr) tls_ = std::make_unique<tls_engine>(std::move(tls), host_);
    }

    void start() override {
        if (tls_ != nullptr) tls_->start();
        home_.flush_soon(shared_from_this());  // a client speaks first
    }

    void flush() override {
        if (!socket_.is_open()) return;
        const instant now = home_.now();
        if (flight_.empty()) load(now);
        write(now);
        wait_for_bytes();
        part();
    }

private:
    tcp_socket& wire() override { return socket_; }
    std::shared_ptr<stream_carrier> self() { return std::static_pointer_cast<stream_carrier>(shared_from_this()); }

    /// A short buffer of its own is all that an idle connection holds. Waiting with it needs no system call but the
    /// read; waiting for readiness alone would make Asio call `epoll_ctl` each time.
    void wait_for_bytes() {
        const bool wants = line_.wants_bytes() || line_.is_over();
        if (is_reading_ || waits_for_turn_ || has_ended_ || !wants || !socket_.is_open()) return;
        is_reading_ = true;
        socket_.async_read_some(asio::buffer(first_), [me = self()](const error_code& failed, std::size_t count) {
            me->is_reading_ = false;
            if (failed != asio::error::operation_aborted) me->read(failed, count);
        });
    }

    void read(const error_code& failed, std::size_t count) {
        const bool is_heavy = failed || count == first_.size() || is_shaking_hands();
        if (!is_heavy) {
            received(std::span(first_).first(count));
            return go_on(failed);
        }
        first_count_ = count;
        end_ = failed;
        waits_for_turn_ = true;
        home_.take_turn_later(shared_from_this());
    }

    [[nodiscard]] bool is_shaking_hands() const { return tls_ != nullptr && tls_->state() == tls_state::handshake; }
    [[nodiscard]] bool is_paused() const { return tls_ != nullptr && tls_->is_paused(); }

    /// All that a connection brings beyond a little, each step of a handshake, and the end wait for their turn.
    bool take_turn() override {
        if (!socket_.is_open()) return true;
        const std::size_t count = std::exchange(first_count_, 0);
        error_code failed = std::exchange(end_, {});
        if (!failed) received(std::span(first_).first(count));
        if (count == first_.size() && !has_moved_on_ && !is_paused()) {
            const auto room = home_.scratch();
            const std::size_t more = socket_.read_some(asio::buffer(room.data(), room.size()), failed);
            if (more != 0) received(room.first(more));
        }
        if (is_paused()) return false;
        waits_for_turn_ = false;
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
        part();
    }

    void received(std::span<const std::uint8_t> bytes) {
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

    /// False where the connection goes on as a WebSocket.
    bool agree() {
        if (line_.is_over()) return true;
        if (!tls_->is_websocket()) {
            line_.agreed(tls_->outcome().version, home_.now());
            return true;
        }
        has_moved_on_ = true;
        home_.replace(shared_from_this(), make_websocket_carrier(home_, std::move(socket_), who_, std::move(tls_),
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

    /// Takes what the connection has to send, and what the handshake adds.
    void load(instant now) {
        std::vector<std::uint8_t> sent = line_.take(now);
        sent_ = sent.size();
        if (tls_ == nullptr) {
            flight_ = std::move(sent);
        } else {
            if (!sent.empty()) tls_->write(sent);
            flight_ = std::exchange(tls_->output(), {});
        }
        flown_ = 0;
        told_ = 0;
    }

    void write(instant now) {
        if (flight_.empty() || is_waiting_to_write_) return;
        error_code failed;
        const std::size_t count =
            socket_.write_some(asio::buffer(flight_.data() + flown_, flight_.size() - flown_), failed);
        if (failed && failed != asio::error::would_block) return abandon();
        flown_ += count;
        // Of TLS the part that flew is told in proportion: a slow reader is one who takes nothing.
        const std::size_t moved = flight_.empty() ? 0 : sent_ * flown_ / flight_.size();
        if (moved > told_) line_.sent(moved - std::exchange(told_, moved), now);
        if (flown_ == flight_.size()) {
            spare_buffers::put(std::exchange(flight_, {}));
            if (line_.has_output() || (tls_ != nullptr && !tls_->output().empty())) wake();
            return;
        }
        is_waiting_to_write_ = true;
        socket_.async_wait(tcp_socket::wait_write, [me = self()](const error_code& broken) {
            me->is_waiting_to_write_ = false;
            if (!broken) me->write_on();
        });
    }

    /// There is room in the socket again; behind the flight may wait more, or what was held up by it, and a peer that
    /// takes enough is received again.
    void write_on() {
        write(home_.now());
        if (!flight_.empty()) return wait_for_bytes();
        flush();
    }

    /// Once all is sent: our end is closed, and the peer has time to read it and close its own.
    void part() {
        if (!line_.is_over() || !flight_.empty() || line_.has_output() || !socket_.is_open()) return;
        if (has_ended_) return abandon();
        if (has_parted_) return;
        has_parted_ = true;
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
    std::vector<std::uint8_t> flight_;  ///< on its way into the socket
    std::size_t flown_ = 0;
    std::size_t sent_ = 0;  ///< bytes of the connection in the flight
    std::size_t told_ = 0;  ///< of them, told to the connection
    bool is_reading_ = false;
    bool is_waiting_to_write_ = false;
    bool has_ended_ = false;
    bool has_parted_ = false;
    bool has_moved_on_ = false;
    bool waits_for_turn_ = false;
    side who_;
    std::array<std::uint8_t, 256> first_;  ///< most of what is received at once fits
    std::size_t first_count_ = 0;          ///< of it, waiting for a turn
    error_code end_;                       ///< how the bytes end, waiting for a turn
    std::string host_;
};

}  // namespace

std::shared_ptr<socket_carrier> make_stream_carrier(core& home, tcp_socket socket, side who,
                                                    std::shared_ptr<const tls_context> tls, std::string host) {
    return std::make_shared<stream_carrier>(home, std::move(socket), who, std::move(tls), std::move(host));
}

}  // namespace tic::net
