// Level-triggered epoll over plain arrays.
#include "bare_relay.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>

#include "tools/bench/relay/loopback.hpp"

namespace tic::bench {
namespace {

constexpr std::size_t head_bytes = 8;
constexpr std::uint32_t longest_payload = 64 * 1024;
constexpr std::uint32_t most_users = 1'000'000;
constexpr std::size_t most_waiting = 16 * 1024 * 1024;  // bytes for one connection; beyond it that one is closed
constexpr std::size_t room_bytes = 256 * 1024;

int need(int result, const char* what) {
    if (result < 0) throw std::runtime_error(std::string(what) + ": " + std::strerror(errno));
    return result;
}

std::uint32_t u32_at(const std::uint8_t* in) {
    return std::uint32_t{in[0]} << 24U | std::uint32_t{in[1]} << 16U | std::uint32_t{in[2]} << 8U | in[3];
}

}  // namespace

bare_relay::bare_relay(std::uint16_t port) : room_(room_bytes) {
    listener_ = need(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), "socket");
    const int yes = 1;
    setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const sockaddr_in here = loopback(INADDR_LOOPBACK, port);
    need(bind(listener_, reinterpret_cast<const sockaddr*>(&here), sizeof here), "bind");
    need(listen(listener_, 1024), "listen");
    epoll_ = need(epoll_create1(EPOLL_CLOEXEC), "epoll_create1");
    stopper_ = need(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC), "eventfd");
    watch(listener_, EPOLL_CTL_ADD, EPOLLIN);
    watch(stopper_, EPOLL_CTL_ADD, EPOLLIN);
}

bare_relay::~bare_relay() {
    for (std::size_t i = 0; i < lines_.size(); ++i)
        if (lines_[i].is_open) close(static_cast<int>(i));
    for (const int file : {listener_, epoll_, stopper_}) close(file);
}

std::uint16_t bare_relay::port() const {
    sockaddr_in here{};
    socklen_t size = sizeof here;
    getsockname(listener_, reinterpret_cast<sockaddr*>(&here), &size);
    return ntohs(here.sin_port);
}

void bare_relay::stop() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(stopper_, &one, sizeof one);
}

void bare_relay::run() {
    std::array<epoll_event, 512> events;
    for (;;) {
        const int count = epoll_wait(epoll_, events.data(), events.size(), -1);
        if (count < 0 && errno != EINTR) need(count, "epoll_wait");
        for (int i = 0; i < count; ++i) {
            const epoll_event& one = events[static_cast<std::size_t>(i)];
            if (one.data.fd == stopper_) return;
            if (one.data.fd == listener_) {
                accept_all();
                continue;
            }
            if ((one.events & EPOLLOUT) != 0) write(one.data.fd);
            if ((one.events & ~std::uint32_t{EPOLLOUT}) != 0) read(one.data.fd);
        }
        for (const int file : touched_) {
            line& own = lines_[static_cast<std::size_t>(file)];
            own.is_touched = false;
            if (own.is_open && !own.is_blocked) write(file);
        }
        touched_.clear();
    }
}

void bare_relay::accept_all() {
    for (;;) {
        const int file = accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (file < 0) return;
        const int yes = 1;
        setsockopt(file, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        const auto place = static_cast<std::size_t>(file);
        if (place >= lines_.size()) lines_.resize(place + 1);
        lines_[place].is_open = true;
        watch(file, EPOLL_CTL_ADD, EPOLLIN);
    }
}

void bare_relay::read(int file) {
    line& own = lines_[static_cast<std::size_t>(file)];
    if (!own.is_open) return;
    const std::size_t before = own.begun.size();
    std::copy(own.begun.begin(), own.begun.end(), room_.begin());
    const ssize_t size = recv(file, room_.data() + before, room_.size() - before, 0);
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (size <= 0) return close_line(file);
    const std::size_t all = before + static_cast<std::size_t>(size);
    const std::size_t used = pass_on(file, room_.data(), all);
    if (own.is_open)
        own.begun.assign(room_.begin() + static_cast<std::ptrdiff_t>(used),
                         room_.begin() + static_cast<std::ptrdiff_t>(all));
}

std::size_t bare_relay::pass_on(int from, const std::uint8_t* bytes, std::size_t size) {
    std::size_t used = 0;
    while (size - used >= head_bytes) {
        const std::uint32_t user = u32_at(bytes + used);
        const std::uint32_t length = u32_at(bytes + used + 4);
        if (length > longest_payload || user >= most_users) {
            close_line(from);
            return used;
        }
        const std::size_t frame = head_bytes + length;
        if (size - used < frame) return used;
        if (length == 0) {
            if (user >= file_of_.size()) file_of_.resize(user + 1, -1);
            file_of_[user] = from;
            lines_[static_cast<std::size_t>(from)].user = user;
        }
        const int file = user < file_of_.size() ? file_of_[user] : -1;
        if (file >= 0 && lines_[static_cast<std::size_t>(file)].is_open) {
            line& to = lines_[static_cast<std::size_t>(file)];
            to.out.insert(to.out.end(), bytes + used, bytes + used + frame);
            if (!to.is_touched) touched_.push_back(file);
            to.is_touched = true;
        }
        used += frame;
    }
    return used;
}

void bare_relay::write(int file) {
    line& own = lines_[static_cast<std::size_t>(file)];
    if (!own.out.empty()) {
        const ssize_t size = send(file, own.out.data(), own.out.size(), MSG_NOSIGNAL);
        if (size < 0 && errno != EAGAIN && errno != EINTR) return close_line(file);
        if (size > 0) own.out.erase(own.out.begin(), own.out.begin() + size);
        if (own.out.size() > most_waiting) return close_line(file);
    }
    const bool is_blocked = !own.out.empty();
    if (is_blocked != own.is_blocked) watch(file, EPOLL_CTL_MOD, is_blocked ? EPOLLIN | EPOLLOUT : EPOLLIN);
    own.is_blocked = is_blocked;
}

void bare_relay::close_line(int file) {
    line& own = lines_[static_cast<std::size_t>(file)];
    if (own.user >= 0 && file_of_[static_cast<std::size_t>(own.user)] == file)
        file_of_[static_cast<std::size_t>(own.user)] = -1;
    const bool is_touched = own.is_touched;
    own = {};
    own.is_touched = is_touched;
    close(file);
}

void bare_relay::watch(int file, int how, std::uint32_t what) const {
    epoll_event event{};
    event.events = what;
    event.data.fd = file;
    need(epoll_ctl(epoll_, how, file, &event), "epoll_ctl");
}

}  // namespace tic::bench
