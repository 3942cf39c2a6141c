// Linux sockets.
#include "tools/bench/relay/bad_peers/sockets.hpp"

#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "tools/bench/relay/loopback.hpp"

namespace bad_peers {
namespace {

template <class Value>
void set(const file& of, int level, int name, const Value& value) {
    ::setsockopt(of.number(), level, name, &value, sizeof value);
}

}  // namespace

file& file::operator=(file&& other) noexcept {
    close();
    number_ = other.release();
    return *this;
}

void file::close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
}

int file::release() { return std::exchange(number_, -1); }

file connect_from(std::uint32_t source, std::uint16_t port) {
    file made(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!made.is_open()) return made;
    set(made, IPPROTO_TCP, TCP_NODELAY, 1);
    // The port is chosen when the other end is known, so that each source address has all of them.
    set(made, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1);
    constexpr std::uint32_t net = 127U << 24U;
    const sockaddr_in from = tic::bench::loopback(net | (source & 0xffffffU), 0);
    const sockaddr_in to = tic::bench::loopback(INADDR_LOOPBACK, port);
    const bool is_bound = ::bind(made.number(), reinterpret_cast<const sockaddr*>(&from), sizeof from) == 0;
    const bool begins = is_bound && (::connect(made.number(), reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0 ||
                                     errno == EINPROGRESS);
    if (!begins) made.close();
    return made;
}

void close_hard(file& of) {
    if (of.is_open()) set(of, SOL_SOCKET, SO_LINGER, linger{.l_onoff = 1, .l_linger = 0});
    of.close();
}

void read_little(const file& of) { set(of, SOL_SOCKET, SO_RCVBUF, 4096); }

std::ptrdiff_t send_some(const file& to, std::string_view bytes) {
    const ssize_t count = ::send(to.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : count;
}

std::ptrdiff_t receive_some(const file& from, std::span<std::uint8_t> room) {
    const ssize_t count = ::recv(from.number(), room.data(), room.size(), 0);
    if (count == 0) return -1;
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : count;
}

}  // namespace bad_peers
