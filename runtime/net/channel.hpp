// The stream that Beast reads and writes: a socket, or TLS over it. Only websocket.cpp includes this.
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/compose.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <functional>
#include <memory>
#include <vector>

#include "core.hpp"

namespace tic::net {

class channel {
public:
    using executor_type = tcp_socket::executor_type;

    channel(core& home, tcp_socket socket, std::unique_ptr<tls_engine> tls, std::vector<std::uint8_t> received)
        : home_(home), socket_(std::move(socket)), tls_(std::move(tls)), received_(std::move(received)) {}

    executor_type get_executor() { return socket_.get_executor(); }
    [[nodiscard]] tcp_socket& socket() { return socket_; }
    /// Called during a write with the number of bytes that the socket took; bytes of TLS are converted in proportion.
    void on_written(std::function<void(std::size_t)> callback) { on_written_ = std::move(callback); }

    template <class Buffers, class Token>
    auto async_read_some(const Buffers& to, Token&& token) {
        return asio::async_compose<Token, void(boost::system::error_code, std::size_t)>(
            [this, to, waited = false](auto& self, boost::system::error_code failed = {}, std::size_t = 0) mutable {
                const std::size_t count = failed ? 0 : read(to, failed);
                if (failed == asio::error::would_block) {
                    waited = true;
                    return socket_.async_wait(tcp_socket::wait_read, std::move(self));
                }
                if (waited) return self.complete(failed, count);
                waited = true;  // a handler must not be called from within the function that starts the operation
                asio::post(get_executor(),
                           [self = std::move(self), failed, count]() mutable { self.complete(failed, count); });
            },
            token, socket_);
    }

    template <class Buffers, class Token>
    auto async_write_some(const Buffers& from, Token&& token) {
        return asio::async_compose<Token, void(boost::system::error_code, std::size_t)>(
            [this, from, size = std::size_t{0}, written = std::size_t{0}, begun = false](
                auto& self, boost::system::error_code failed = {}, std::size_t count = 0) mutable {
                if (!begun) size = load(from);
                if (count != 0) report_written(size, written, count);
                written += count;
                if (!std::exchange(begun, true) || (!failed && written != flight_.size()))
                    return socket_.async_write_some(asio::buffer(flight_) + written, std::move(self));
                flight_ = {};
                self.complete(failed, failed ? 0 : size);
            },
            token, socket_);
    }

    /// Shuts down this end.
    void end() {
        if (tls_ != nullptr) {
            tls_->end();
            send_output();
        }
        boost::system::error_code ignored;
        socket_.shutdown(tcp_socket::shutdown_send, ignored);
    }
    /// Writes what TLS sends of its own, unless a batch is being written, which it follows.
    void send_output() {
        if (tls_ == nullptr || !flight_.empty() || tls_->output().empty()) return;
        boost::system::error_code ignored;
        auto& output = tls_->output();
        const std::size_t count = socket_.write_some(asio::buffer(output), ignored);
        output.erase(output.begin(), output.begin() + static_cast<std::ptrdiff_t>(count));
    }

private:
    template <class Buffers>
    std::size_t read(const Buffers& to, boost::system::error_code& failed) {
        if (tls_ == nullptr) return socket_.read_some(to, failed);
        if (received_.empty() && tls_->state() == tls_state::open) {
            const auto room = home_.scratch();
            const std::size_t count = socket_.read_some(asio::buffer(room.data(), room.size()), failed);
            if (failed) return 0;
            tls_->receive(room.first(count), received_);
            send_output();
        }
        // Messages of TLS itself are nothing to read: wait again, so that other connections have their turn.
        if (received_.empty()) {
            const bool is_open = tls_->state() == tls_state::open;
            failed = is_open ? boost::system::error_code(asio::error::would_block) : asio::error::eof;
            return 0;
        }
        const std::size_t count = asio::buffer_copy(to, asio::buffer(received_));
        received_.erase(received_.begin(), received_.begin() + static_cast<std::ptrdiff_t>(count));
        if (received_.empty()) received_ = {};
        return count;
    }
    template <class Buffers>
    std::size_t load(const Buffers& from) {
        std::size_t size = 0;
        for (auto at = asio::buffer_sequence_begin(from); at != asio::buffer_sequence_end(from); ++at) {
            const asio::const_buffer part = *at;
            const std::span bytes(static_cast<const std::uint8_t*>(part.data()), part.size());
            size += bytes.size();
            if (tls_ != nullptr)
                tls_->write(bytes);
            else
                flight_.insert(flight_.end(), bytes.begin(), bytes.end());
        }
        if (tls_ != nullptr) flight_ = std::exchange(tls_->output(), {});
        return size;
    }
    void report_written(std::size_t size, std::size_t before, std::size_t count) {
        const std::size_t reported = size * before / flight_.size();
        if (on_written_) on_written_(size * (before + count) / flight_.size() - reported);
    }

    core& home_;
    tcp_socket socket_;
    std::unique_ptr<tls_engine> tls_;
    std::vector<std::uint8_t> received_;  ///< plaintext that is not read yet
    std::vector<std::uint8_t> flight_;    ///< the batch that is being written
    std::function<void(std::size_t)> on_written_;
};

/// Beast calls these to end a channel; the first only for its own timeouts, which are disabled.
inline void beast_close_socket(channel& of) {
    boost::system::error_code ignored;
    of.socket().close(ignored);
}
inline void teardown(boost::beast::role_type, channel& of, boost::system::error_code&) { of.end(); }
template <class Handler>
void async_teardown(boost::beast::role_type, channel& of, Handler&& handler) {
    of.end();
    asio::post(of.get_executor(),
               [done = std::forward<Handler>(handler)]() mutable { done(boost::system::error_code{}); });
}

}  // namespace tic::net
