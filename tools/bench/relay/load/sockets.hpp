// The connections of all users on one core: plain TCP on loopback, epoll, one write for all that a turn has to send.
#pragma once

#include <cstdint>
#include <functional>

#include "driver.hpp"

namespace tic::bench {

/// Bytes of TCP payload, and calls.
struct traffic {
    std::uint64_t sent = 0;
    std::uint64_t received = 0;
    std::uint64_t writes = 0;
};

class sockets {
public:
    /// Gets what came and where to append the answer; tells how many bytes it used up.
    using receive = std::function<std::size_t(user, byte_view, byte_list&)>;

    sockets(std::uint16_t port, receive received);
    sockets(const sockets&) = delete;
    sockets& operator=(const sockets&) = delete;
    /// Closes all at once, so that the ports are free again.
    ~sockets();

    /// One more connection; users are numbered in this order.
    void connect();
    [[nodiscard]] std::size_t count() const { return lines_.size(); }
    /// What is appended goes out with the next `flush`.
    [[nodiscard]] byte_list& out(user who);
    void flush();
    /// Waits for bytes, at most for so many nanoseconds, and hands them out. What is answered goes out.
    void poll(std::int64_t most);

    [[nodiscard]] const traffic& counted() const { return counted_; }

private:
    struct line {
        int file = -1;
        bool is_touched = false;
        bool is_blocked = false;  ///< the kernel takes no more for now
        byte_list out;
        byte_list begun;  ///< a packet that is not whole
    };

    void read(user who);
    void write(user who);
    void watch(user who, int how, std::uint32_t what);

    std::uint16_t port_;
    receive receive_;
    int epoll_ = -1;
    std::vector<line> lines_;
    std::vector<user> touched_;
    byte_list room_;
    traffic counted_;
};

}  // namespace tic::bench
