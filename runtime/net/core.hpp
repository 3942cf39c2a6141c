// One core: an event loop on one thread, its connections, and what they share. A connection never leaves its core.
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
#include "rota.hpp"
#include "tls.hpp"

namespace tic::net {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
// Of the loop itself: Asio's usual sockets find their executor through a virtual call for each operation.
using tcp_socket = asio::basic_stream_socket<tcp, asio::io_context::executor_type>;
using tcp_acceptor = asio::basic_socket_acceptor<tcp, asio::io_context::executor_type>;

class core;

/// What carries one connection over sockets; it lives while operations on its socket do.
class socket_carrier : public carrier, public in_rota, public std::enable_shared_from_this<socket_carrier> {
public:
    socket_carrier(core& home, side who, opening_by how);
    socket_carrier(const socket_carrier&) = delete;
    socket_carrier& operator=(const socket_carrier&) = delete;
    virtual ~socket_carrier();

    virtual void start() = 0;
    /// Writes what waits; called once at the end of a turn of the loop in which something was sent.
    virtual void flush() = 0;
    /// The next piece of heavy work, when its turn has come. False where it has to go on.
    virtual bool take_turn() { return true; }
    void wake() final;
    [[nodiscard]] poster post_home() final;
    void tick(instant now);
    /// Ends the connection now.
    void stop(instant now);
    [[nodiscard]] connection& line() { return line_; }

protected:
    /// The end of the socket, at once.
    void abandon();
    /// The connection ended: whether its last bytes, and the peer's end, have had their time.
    [[nodiscard]] bool is_farewell_over() const;
    /// Bytes for the peer that it has not taken, those in the system's buffer too.
    [[nodiscard]] std::size_t not_taken();
    void tell_end() const;

    [[nodiscard]] virtual tcp_socket& wire() = 0;

    core& home_;
    connection line_;
    std::optional<instant> over_since_;  ///< or since the peer took enough of what waits
    std::size_t left_ = 0;               ///< what it had not taken then
    std::string failure_;                ///< what the door adds to the log
};

/// What the cores of a server share.
struct commons {
    const limits& limit;
    const log& to;
    const std::vector<std::string>& origins;  ///< that may open a WebSocket
    instant (*clock)();
    std::function<void()> left;  ///< called after each connection, on its core
};

class core {
public:
    core(commons shared, service& hosted);

    [[nodiscard]] asio::io_context& loop() { return loop_; }
    [[nodiscard]] const commons& shared() const { return shared_; }
    [[nodiscard]] surroundings around() { return {hosted_, shared_.limit, counts_}; }
    [[nodiscard]] tally& counts() { return counts_; }
    [[nodiscard]] service& hosted() { return hosted_; }
    [[nodiscard]] instant now() const { return shared_.clock(); }
    /// A buffer for the time of one call; what fits is received of one connection in one turn.
    [[nodiscard]] std::span<std::uint8_t> scratch() { return scratch_; }
    [[nodiscard]] std::vector<std::uint8_t>& plaintext() { return plaintext_; }

    /// Keeps a carrier until it is `done`.
    void keep(std::shared_ptr<socket_carrier> one);
    void done(const std::shared_ptr<socket_carrier>& one);
    /// The same peer goes on over another carrier.
    void replace(const std::shared_ptr<socket_carrier>& one, std::shared_ptr<socket_carrier> by);
    /// Whether one more line about a bad peer may be logged: a flood of them fills no disk.
    [[nodiscard]] bool may_log() { return log_room_ != 0 && log_room_-- != 0; }
    /// Flushes it when all events at hand are handled.
    void flush_soon(std::shared_ptr<socket_carrier> one);
    /// Calls `take_turn` until it tells that all is done, when those who asked before are done. All events at hand come
    /// between two calls, so that who sends little waits for one piece of heavy work at most.
    void take_turn_later(std::shared_ptr<socket_carrier> one);

    void run();
    /// From now on connections leave at moments of their own.
    void drain();
    void stop();

private:
    void tick();
    void give_turn();
    /// At the next so many connections' deadlines.
    void look(std::size_t count);

    commons shared_;
    tally counts_;
    service& hosted_;
    std::vector<std::uint8_t> scratch_;
    std::vector<std::uint8_t> plaintext_;
    /// Sockets belong to this thread, so Asio locks none of them; posting from others stays safe. It stands behind what
    /// its last operations still use.
    asio::io_context loop_{BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO};
    asio::steady_timer timer_{loop_};
    std::vector<std::shared_ptr<socket_carrier>> to_flush_;
    std::vector<std::shared_ptr<socket_carrier>> flushing_;
    std::deque<std::shared_ptr<socket_carrier>> turns_;
    rota<socket_carrier> carriers_;
    std::mt19937_64 random_{std::random_device{}()};
    unsigned log_room_ = 0;
    std::optional<instant> drained_by_;
    bool is_stopping_ = false;
};

/// For a socket before it gets a carrier: it never blocks, sends at once, and the system asks whether a silent peer is
/// still there (`net.ipv4.tcp_keepalive_time`).
void prepare(tcp_socket& socket);

/// A carrier of plain TCP, or of TLS where there is a context.
[[nodiscard]] std::shared_ptr<socket_carrier> make_stream_carrier(core& home, tcp_socket socket, side who,
                                                                  std::shared_ptr<const tls_context> tls,
                                                                  std::string host = {});

}  // namespace tic::net
