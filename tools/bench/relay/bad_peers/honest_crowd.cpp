// Open loop: a message is due at its time, whether or not the server is late with those before.
#include "tools/bench/relay/bad_peers/honest_crowd.hpp"

#include <algorithm>
#include <string>
#include <tic/opening_preface.hpp>

namespace bad_peers {

using session = relay::session<tic::side::client>;

struct honest_crowd::user {
    std::uint32_t number;
    file socket{};
    session talk{relay::versions.newest()};
    tic::client_preface opening{relay::versions};
    std::vector<std::uint8_t> room = std::vector<std::uint8_t>(session::max_partial);
    tic::partial_packet begun{std::span(room)};
    std::uint64_t sent = 0;     ///< messages
    std::vector<moment> due{};  ///< of each
    [[nodiscard]] std::uint32_t partner() const { return number ^ 1U; }
};

double delays::percentile(double of) {
    if (all.empty()) return 0;
    const auto place = static_cast<std::ptrdiff_t>(of * static_cast<double>(all.size() - 1));
    std::nth_element(all.begin(), all.begin() + place, all.end());
    return all[static_cast<std::size_t>(place)];
}

honest_crowd::honest_crowd(std::uint16_t port, unsigned users, double messages_a_second)
    : port_(port),
      between_(static_cast<std::int64_t>(1e9 / messages_a_second)),
      events_(::epoll_create1(EPOLL_CLOEXEC)) {
    for (unsigned i = 0; i < users; ++i) users_.push_back(std::make_unique<user>(user{.number = i}));
}

honest_crowd::~honest_crowd() = default;

bool honest_crowd::enter() {
    for (const auto& each : users_) {
        each->socket = connect_from(0x010001U + each->number, port_);
        epoll_event event{.events = EPOLLIN, .data = {.ptr = each.get()}};
        ::epoll_ctl(events_.number(), EPOLL_CTL_ADD, each->socket.number(), &event);
        wait_until(now() + std::chrono::milliseconds(5));
        const auto greeting = each->opening.greeting();
        if (send_some(each->socket, {reinterpret_cast<const char*>(greeting.data()), greeting.size()}) <= 0)
            return false;
        send(*each, relay::Enter{.user = {each->number}});
    }
    wait_until(now() + std::chrono::seconds(1));
    return inside_ == users_.size();
}

delays honest_crowd::talk(std::chrono::nanoseconds time) {
    measured_ = {};
    const moment start = now();
    for (moment due = start; due < start + time; due += between_) {
        wait_until(due);
        send(*users_[next_++ % users_.size()], due);
    }
    wait_until(now() + std::chrono::milliseconds(500));
    return std::move(measured_);
}

void honest_crowd::send(user& by, moment due) {
    ++measured_.sent;
    by.due.push_back(due);
    send(by, relay::Say{.to = {by.partner()}, .number = ++by.sent, .text = "a message of thirty characters"});
}

void honest_crowd::send(user& by, const relay::client_packet& packet) {
    if (!by.socket.is_open()) return;
    std::uint8_t room[session::max_sent];
    const auto size = by.talk.send(packet, room);
    // So little is sent that the socket always takes it; else the user counts as lost.
    const bool is_sent = size.ok() && send_some(by.socket, {reinterpret_cast<const char*>(room), *size}) ==
                                          static_cast<std::ptrdiff_t>(*size);
    if (is_sent) return;
    ++measured_.lost;
    by.socket.close();
}

void honest_crowd::wait_until(moment until) {
    for (;;) {
        const auto left = std::max(std::chrono::nanoseconds(until - now()), std::chrono::nanoseconds(0));
        const timespec patience{.tv_sec = left / std::chrono::seconds(1),
                                .tv_nsec = (left % std::chrono::seconds(1)).count()};
        epoll_event events[64];
        const int count = ::epoll_pwait2(events_.number(), events, 64, &patience, nullptr);
        for (int i = 0; i < count; ++i) receive(*static_cast<user*>(events[i].data.ptr));
        if (count <= 0 && now() >= until) return;
    }
}

void honest_crowd::receive(user& by) {
    std::uint8_t bytes[16384];
    const auto count = receive_some(by.socket, bytes);
    if (count < 0) {
        ++measured_.lost;
        by.socket.close();
    }
    if (count <= 0) return;
    std::span<const std::uint8_t> piece(bytes, static_cast<std::size_t>(count));
    piece = piece.subspan(by.opening.receive(piece));
    unsigned char memory[session::max_arena + 64];
    while (!piece.empty()) {
        tic::arena room(memory);
        auto got = by.talk.receive(piece, by.begun, room);
        if (got.what() == tic::event::retry_later) got = by.talk.retry_now(by.begun, room);
        if (got.what() != tic::event::packet) break;
        handle(by, got.packet());
    }
}

void honest_crowd::handle(user& by, const relay::server_packet& packet) {
    if (packet.get_if_Entered() != nullptr) ++inside_;
    if (const auto* const received = packet.get_if_Heard())
        send(by, relay::Got{.from = received->from, .number = received->number});
    if (const auto* const done = packet.get_if_Confirmed(); done != nullptr && done->number <= by.due.size()) {
        const std::chrono::duration<double, std::micro> took = now() - by.due[done->number - 1];
        measured_.all.push_back(took.count());
    }
}

}  // namespace bad_peers
