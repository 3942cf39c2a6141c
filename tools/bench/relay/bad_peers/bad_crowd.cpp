// One epoll loop and an agenda: each comes, drips and comes back at a moment of its own, as strangers do.
#include "tools/bench/relay/bad_peers/bad_crowd.hpp"

#include <sched.h>
#include <sys/epoll.h>

namespace bad_peers {
namespace {

constexpr auto between_arrivals = std::chrono::microseconds(500);
constexpr auto between_floods = std::chrono::milliseconds(2);
constexpr auto pause = std::chrono::seconds(5);  // of who was closed at once
constexpr auto slow_pause = std::chrono::milliseconds(500);
constexpr auto between_drops = std::chrono::seconds(1);
constexpr std::uint32_t flooding_address = 0x4d4d4d;

}  // namespace

struct bad_crowd::peer {
    std::size_t kind;
    std::uint32_t user;
    file socket{};
    std::string to_say{};
    std::unique_ptr<pouring> pours{};
    moment next{};  ///< it comes, or drips
    bool is_connected = false;
};

bad_crowd::bad_crowd(const child_server& at, std::size_t peers)
    : at_(at), kinds_(all_bad_kinds()), fates_(kinds_.size()), events_(::epoll_create1(EPOLL_CLOEXEC)) {
    for (const bad_kind& each : kinds_) ports_[each.listener] = at.port(std::string(each.listener));
    // Of those that stay some are always between two visits.
    const std::size_t wanted[] = {peers / 4, peers * 9 / 8};
    for (const bool is_slow : {false, true}) gather(is_slow, wanted[is_slow ? 1 : 0]);
}

void bad_crowd::gather(bool is_slow, std::size_t wanted) {
    for (std::size_t i = 0; wanted != 0; ++i) {
        const std::size_t kind = i % kinds_.size();
        if (kinds_[kind].is_slow != is_slow) continue;
        const auto user = static_cast<std::uint32_t>(1'000'000 + peers_.size());
        peers_.push_back(std::make_unique<peer>(peer{.kind = kind, .user = user}));
        --wanted;
    }
}

bad_crowd::~bad_crowd() {
    ends_ = true;
    if (thread_.joinable()) thread_.join();
}

std::size_t bad_crowd::never_reading() const {
    std::size_t count = 0;
    for (const auto& each : peers_) count += kinds_[each->kind].next == then::pour ? 1 : 0;
    return count;
}

void bad_crowd::start() {
    thread_ = std::thread([this] {
        // The honest ones are measured on the same machine: they have their core, and the server goes first on its
        // own, at once. (Niceness alone would let a turn of this thread end before.)
        at_.share_core();
        const sched_param none{};
        ::sched_setscheduler(0, SCHED_IDLE, &none);
        run();
    });
}

void bad_crowd::leave(std::chrono::seconds patience) {
    leaves_by_ = now() + patience;
    leaves_ = true;
    thread_.join();
}

void bad_crowd::run() {
    moment next = now();
    for (const auto& each : peers_) plan(*each, next += between_arrivals);
    moment next_flood = now();
    while (!ends_ && !(leaves_ && (at_once_ == 0 || now() > leaves_by_))) {
        wait_until(std::min(next_flood, agenda_.empty() ? next_flood : agenda_.begin()->first));
        for (const moment present = now(); !agenda_.empty() && agenda_.begin()->first <= present;) {
            const auto [due, one] = *agenda_.begin();
            agenda_.erase(agenda_.begin());
            if (due == one->next) act(*one);
        }
        if (now() < next_flood) continue;
        next_flood += between_floods;
        if (!leaves_) flood();
    }
}

void bad_crowd::wait_until(moment until) {
    const auto left = std::max(std::chrono::nanoseconds(until - now()), std::chrono::nanoseconds(0));
    const timespec patience{.tv_sec = 0, .tv_nsec = left.count()};  // never a second
    epoll_event events[256];
    const int count = ::epoll_pwait2(events_.number(), events, 256, &patience, nullptr);
    for (int i = 0; i < count; ++i) event(*static_cast<peer*>(events[i].data.ptr), events[i].events);
}

void bad_crowd::plan(peer& one, moment next) {
    one.next = next;
    agenda_.emplace(next, &one);
}

void bad_crowd::act(peer& one) {
    if (one.socket.is_open())
        drip(one);
    else if (!leaves_)
        come(one);
}

/// They stay open for a moment, so that it is not the client that has closed first.
void bad_crowd::flood() {
    flooding_.push_back(connect_from(flooding_address, ports_["tcp"]));
    flooded_ += flooding_.back().is_open() ? 1 : 0;
    constexpr std::size_t kept = 500;
    if (flooding_.size() < kept) return;
    close_hard(flooding_.front());
    flooding_.pop_front();
}

void bad_crowd::come(peer& one) {
    const bad_kind& kind = kinds_[one.kind];
    one.socket = connect_from(sources_++, ports_[kind.listener]);
    one.to_say = (kind.enters ? entered(one.user) : std::string()) + kind.first;
    one.is_connected = false;
    if (kind.next == then::pour) one.pours = std::make_unique<pouring>(one.user);
    if (!one.socket.is_open()) {
        ++fates_[one.kind].failed;
        return plan(one, now() + pause);
    }
    if (kind.next == then::pour) read_little(one.socket);
    ++fates_[one.kind].came;
    most_at_once_ = std::max(most_at_once_, ++at_once_);
    epoll_event wanted{.events = EPOLLOUT | EPOLLRDHUP, .data = {.ptr = &one}};
    ::epoll_ctl(events_.number(), EPOLL_CTL_ADD, one.socket.number(), &wanted);
}

void bad_crowd::event(peer& one, std::uint32_t what) {
    if (!one.socket.is_open()) return;
    if ((what & (EPOLLHUP | EPOLLERR | EPOLLRDHUP)) != 0) return end(one);
    if (!one.is_connected && kinds_[one.kind].next == then::drip) plan(one, now() + between_drops);
    one.is_connected = true;
    send_more(one);
}

void bad_crowd::send_more(peer& one) {
    const bool pours = one.pours != nullptr;
    if (one.to_say.empty() && pours) one.to_say = one.pours->next();
    const auto count = one.to_say.empty() ? 0 : send_some(one.socket, one.to_say);
    if (count < 0) return end(one);
    one.to_say.erase(0, static_cast<std::size_t>(count));
    if (!one.to_say.empty() || pours) return;
    epoll_event wanted{.events = EPOLLRDHUP, .data = {.ptr = &one}};
    ::epoll_ctl(events_.number(), EPOLL_CTL_MOD, one.socket.number(), &wanted);
}

void bad_crowd::drip(peer& one) {
    plan(one, now() + between_drops);
    one.to_say += 'x';
    send_more(one);
}

/// The server has closed it.
void bad_crowd::end(peer& one) {
    ++fates_[one.kind].closed;
    --at_once_;
    one.pours.reset();
    one.socket.close();
    one.is_connected = false;
    plan(one, now() + (kinds_[one.kind].is_slow ? std::chrono::nanoseconds(slow_pause) : pause));
}

}  // namespace bad_peers
