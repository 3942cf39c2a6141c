// One core: an event loop on one thread with its connections. A connection stays on its core for life.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <deque>
#include <functional>
#include <memory>
#include <random>
#include <vector>

#include "connection.hpp"
#include "log.hpp"
#include "round_robin.hpp"
#include "tls.hpp"

namespace tic::net {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
// With the executor type of the loop: Asio's default sockets make a virtual call to their executor in each operation.
using tcp_socket = asio::basic_stream_socket<tcp, asio::io_context::executor_type>;
using tcp_acceptor = asio::basic_socket_acceptor<tcp, asio::io_context::executor_type>;

class core;

/// A transport over a socket. It is kept alive by the core and by pending operations on its socket.
class socket_transport : public transport,
                         public round_robin_entry,
                         public std::enable_shared_from_this<socket_transport> {
public:
    socket_transport(core& home, side who, opening_by how);
    socket_transport(const socket_transport&) = delete;
    socket_transport& operator=(const socket_transport&) = delete;
    virtual ~socket_transport();

    virtual void start() = 0;
    /// Writes the queued bytes. Called once at the end of each turn of the loop in which something was queued, so that
    /// all packets of the turn go out in one system call.
    virtual void flush() = 0;
    /// Does one piece of heavy work. Returns false if there is more, which waits for another turn.
    virtual bool take_turn() { return true; }
    void wake() final;
    [[nodiscard]] poster post_home() final;
    void tick(instant now);
    /// Closes the connection and the socket.
    void stop(instant now);
    [[nodiscard]] connection& line() { return line_; }

protected:
    /// Closes the socket immediately, and the connection as `broken` if it is not over.
    void abandon();
    /// Whether the time for the graceful close has passed.
    [[nodiscard]] bool is_graceful_close_over() const;
    /// Bytes that the peer has not acknowledged, including those in the send buffer of the system.
    [[nodiscard]] std::size_t not_taken();
    void log_end() const;

    [[nodiscard]] virtual tcp_socket& wire() = 0;

    core& home_;
    connection line_;
    std::optional<instant> over_since_;  ///< when the connection ended, or when the peer last took enough
    std::size_t left_ = 0;               ///< `not_taken()` at that time
    std::string failure_;                ///< the detail that the transport adds to the log
};

/// What the cores of a server share. It must outlive them.
struct core_context {
    const limits& limit;
    const log& to;
    const std::vector<std::string>& origins;  ///< of pages that may open a WebSocket
    instant (*clock)();
    std::function<void()> left;  ///< called on the core of each connection that has ended
};

class core {
public:
    core(core_context shared, service& hosted);

    [[nodiscard]] asio::io_context& loop() { return loop_; }
    [[nodiscard]] const core_context& shared() const { return shared_; }
    [[nodiscard]] connection_context around() { return {hosted_, shared_.limit, counts_}; }
    [[nodiscard]] counters& counts() { return counts_; }
    [[nodiscard]] service& hosted() { return hosted_; }
    [[nodiscard]] instant now() const { return shared_.clock(); }
    /// A buffer to be used within one call. Its size limits what is read from one connection in one turn.
    [[nodiscard]] std::span<std::uint8_t> scratch() { return scratch_; }
    [[nodiscard]] std::vector<std::uint8_t>& plaintext() { return plaintext_; }

    /// Starts a transport, and keeps it until it is `done`.
    void keep(std::shared_ptr<socket_transport> one);
    void done(const std::shared_ptr<socket_transport>& one);
    /// The peer of `one` continues on the transport `by`.
    void replace(const std::shared_ptr<socket_transport>& one, std::shared_ptr<socket_transport> by);
    /// Whether another line about a misbehaving peer may be logged in this tick: a flood of them must not fill the
    /// disk.
    [[nodiscard]] bool may_log() { return log_room_ != 0 && log_room_-- != 0; }
    /// Calls `flush` when all pending events are handled.
    void flush_soon(std::shared_ptr<socket_transport> one);
    /// Appends to the queue of heavy work. `take_turn` of the first in the queue is called until it returns true. All
    /// pending events are handled between two calls, so that a connection with little to do waits for at most one piece
    /// of heavy work.
    void take_turn_later(std::shared_ptr<socket_transport> one);

    /// Runs the loop until `stop`.
    void run();
    /// Each connection closes at its own random moment within `limits::drain`; the loop stops after the last one.
    void drain();
    /// Closes all connections and stops the loop.
    void stop();

private:
    void tick();
    void give_turn();
    /// Calls `tick` of the next `count` connections.
    void check_deadlines(std::size_t count);

    core_context shared_;
    counters counts_;
    service& hosted_;
    std::vector<std::uint8_t> scratch_;
    std::vector<std::uint8_t> plaintext_;
    /// Sockets are used on this thread only, so Asio need not lock them; posting from other threads remains safe. It is
    /// declared after the members that its last operations use.
    asio::io_context loop_{BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO};
    asio::steady_timer timer_{loop_};
    std::vector<std::shared_ptr<socket_transport>> to_flush_;
    std::vector<std::shared_ptr<socket_transport>> flushing_;
    std::deque<std::shared_ptr<socket_transport>> turns_;
    round_robin_list<socket_transport> transports_;
    std::mt19937_64 random_{std::random_device{}()};
    unsigned log_room_ = 0;
    std::optional<instant> drained_by_;
    bool is_stopping_ = false;
};

/// Sets the options of a new socket: non-blocking, no delay, and TCP keep-alive, which finds peers that have vanished
/// (`net.ipv4.tcp_keepalive_time`).
void prepare(tcp_socket& socket);

/// A transport of plain TCP, or of TLS if `tls` is not null.
[[nodiscard]] std::shared_ptr<socket_transport> make_stream_transport(core& home, tcp_socket socket, side who,
                                                                      std::shared_ptr<const tls_context> tls,
                                                                      std::string host = {});

}  // namespace tic::net
