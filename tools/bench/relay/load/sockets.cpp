// Level-triggered epoll; writing is watched only while the kernel takes no more.
#include "sockets.hpp"

#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>

#include "clock.hpp"
#include "tools/bench/relay/loopback.hpp"

namespace tic::bench {
namespace {

/// One source address has about 28,000 ports, and the system wants some of them.
constexpr std::uint32_t users_of_an_address = 16'000;
constexpr std::size_t room_bytes = 256 * 1024;

[[noreturn]] void fail(const std::string& what) { throw broken(what + ": " + std::strerror(errno)); }

void set(int file, int level, int option, int value) {
    if (setsockopt(file, level, option, &value, sizeof value) != 0) fail("setsockopt");
}

}  // namespace

sockets::sockets(std::uint16_t port, receive received) : port_(port), receive_(std::move(received)), room_(room_bytes) {
    epoll_ = epoll_create1(EPOLL_CLOEXEC);
    if (epoll_ < 0) fail("epoll_create1");
    prctl(PR_SET_TIMERSLACK, 1UL);  // waits end when they are to, not up to 50 microseconds later
}

sockets::~sockets() {
    for (const line& one : lines_) {
        const linger retry_now{1, 0};
        setsockopt(one.file, SOL_SOCKET, SO_LINGER, &retry_now, sizeof retry_now);
        close(one.file);
    }
    close(epoll_);
}

void sockets::connect() {
    const auto who = static_cast<user>(lines_.size());
    const int file = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (file < 0) fail("socket " + std::to_string(who));
    lines_.emplace_back().file = file;
    set(file, IPPROTO_TCP, TCP_NODELAY, 1);
    set(file, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1);
    const sockaddr_in from = loopback(INADDR_LOOPBACK + who / users_of_an_address, 0);
    const sockaddr_in to = loopback(INADDR_LOOPBACK, port_);
    if (bind(file, reinterpret_cast<const sockaddr*>(&from), sizeof from) != 0) fail("bind");
    if (::connect(file, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0)
        fail("connection " + std::to_string(who) + " to port " + std::to_string(port_));
    watch(who, EPOLL_CTL_ADD, EPOLLIN);
}

byte_list& sockets::out(user who) {
    line& own = lines_[who];
    if (!own.is_touched) touched_.push_back(who);
    own.is_touched = true;
    return own.out;
}

void sockets::flush() {
    for (const user who : touched_) {
        lines_[who].is_touched = false;
        if (!lines_[who].is_blocked) write(who);
    }
    touched_.clear();
}

void sockets::poll(std::int64_t most) {
    std::array<epoll_event, 512> events;
    const std::int64_t wait = std::max<std::int64_t>(most, 0);
    const timespec pause{static_cast<time_t>(wait / second), static_cast<long>(wait % second)};
    const int count = epoll_pwait2(epoll_, events.data(), events.size(), &pause, nullptr);
    if (count < 0 && errno != EINTR) fail("epoll_pwait2");
    for (int i = 0; i < count; ++i) {
        const epoll_event& one = events[static_cast<std::size_t>(i)];
        if ((one.events & EPOLLOUT) != 0) write(one.data.u32);
        if ((one.events & ~std::uint32_t{EPOLLOUT}) != 0) read(one.data.u32);
    }
    flush();
}

void sockets::read(user who) {
    line& own = lines_[who];
    const std::size_t before = own.begun.size();
    std::copy(own.begun.begin(), own.begun.end(), room_.begin());
    const ssize_t size = recv(own.file, room_.data() + before, room_.size() - before, MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (size < 0) fail("user " + std::to_string(who));
    if (size == 0) throw broken("user " + std::to_string(who) + ": the server has closed the connection");
    counted_.received += static_cast<std::uint64_t>(size);
    const byte_view all(room_.data(), before + static_cast<std::size_t>(size));
    const std::size_t used = receive_(who, all, out(who));
    if (used == 0 && all.size() == room_.size()) throw broken("user " + std::to_string(who) + ": a packet without end");
    own.begun.assign(all.begin() + static_cast<std::ptrdiff_t>(used), all.end());
}

void sockets::write(user who) {
    line& own = lines_[who];
    if (!own.out.empty()) {
        const ssize_t size = send(own.file, own.out.data(), own.out.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (size < 0 && errno != EAGAIN && errno != EINTR) fail("user " + std::to_string(who));
        ++counted_.writes;
        if (size > 0) {
            counted_.sent += static_cast<std::uint64_t>(size);
            own.out.erase(own.out.begin(), own.out.begin() + size);
        }
    }
    const bool is_blocked = !own.out.empty();
    if (is_blocked != own.is_blocked) watch(who, EPOLL_CTL_MOD, is_blocked ? EPOLLIN | EPOLLOUT : EPOLLIN);
    own.is_blocked = is_blocked;
}

void sockets::watch(user who, int how, std::uint32_t what) {
    epoll_event event{};
    event.events = what;
    event.data.u32 = who;
    if (epoll_ctl(epoll_, how, lines_[who].file, &event) != 0) fail("epoll_ctl");
}

}  // namespace tic::bench
