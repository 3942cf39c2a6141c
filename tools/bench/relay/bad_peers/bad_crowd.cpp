// One epoll loop; a step every 20 ms lets some come and some drip.
#include "tools/bench/relay/bad_peers/bad_crowd.hpp"

#include <sys/epoll.h>
#include <sys/resource.h>

namespace bad_peers {
namespace {

constexpr auto step_time = std::chrono::milliseconds(20);
constexpr std::size_t come_a_step = 40;
constexpr std::size_t flood_a_step = 10;
constexpr auto pause = std::chrono::seconds(5);  // of who was closed at once
constexpr auto slow_pause = std::chrono::milliseconds(500);
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
    : kinds_(all_bad_kinds()), fates_(kinds_.size()), events_(::epoll_create1(EPOLL_CLOEXEC)) {
    for (const bad_kind& each : kinds_) ports_[each.door] = at.port(std::string(each.door));
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
        // The honest ones are measured on the same machine: they go first.
        ::setpriority(PRIO_PROCESS, 0, 10);
        run();
    });
}

void bad_crowd::leave(std::chrono::seconds patience) {
    leaves_ = true;
    const moment late = now() + patience;
    while (!is_empty_ && now() < late) std::this_thread::sleep_for(step_time);
    ends_ = true;
    thread_.join();
}

void bad_crowd::run() {
    for (moment next = now(); !ends_; next += step_time) {
        while (now() < next) {
            epoll_event events[256];
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(next - now()).count();
            const int count = ::epoll_wait(events_.number(), events, 256, static_cast<int>(left) + 1);
            for (int i = 0; i < count; ++i) event(*static_cast<peer*>(events[i].data.ptr), events[i].events);
        }
        step();
        if (!leaves_) flood();
        is_empty_ = leaves_ && at_once_ == 0;
    }
}

void bad_crowd::step() {
    std::size_t coming = leaves_ ? 0 : come_a_step;
    const moment present = now();
    for (const auto& each : peers_) {
        if (each->next > present) continue;
        if (!each->socket.is_open() && coming != 0) {
            --coming;
            come(*each);
        } else if (each->is_connected && kinds_[each->kind].next == then::drip) {
            drip(*each);
        }
    }
}

/// Two of them stay open for a moment, so that it is not the client that has closed first.
void bad_crowd::flood() {
    for (std::size_t i = 0; i < flood_a_step; ++i) {
        flooding_.push_back(connect_from(flooding_address, ports_["tcp"]));
        flooded_ += flooding_.back().is_open() ? 1 : 0;
    }
    constexpr std::size_t kept = 50 * flood_a_step;
    if (flooding_.size() < kept) return;
    for (std::size_t i = 0; i < kept / 2; ++i) close_hard(flooding_[i]);
    flooding_.erase(flooding_.begin(), flooding_.begin() + static_cast<std::ptrdiff_t>(kept / 2));
}

void bad_crowd::come(peer& one) {
    const bad_kind& kind = kinds_[one.kind];
    one.next = now() + pause;
    one.socket = connect_from(sources_++, ports_[kind.door]);
    one.to_say = (kind.enters ? entered(one.user) : std::string()) + kind.first;
    one.is_connected = false;
    if (kind.next == then::pour) one.pours = std::make_unique<pouring>(one.user);
    if (!one.socket.is_open()) {
        ++fates_[one.kind].failed;
        return;
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
    one.is_connected = true;
    say_more(one);
}

void bad_crowd::say_more(peer& one) {
    const bool pours = one.pours != nullptr;
    if (one.to_say.empty() && pours) one.to_say = one.pours->next();
    const auto count = one.to_say.empty() ? 0 : send_some(one.socket, one.to_say);
    if (count < 0) return end(one);
    one.to_say.erase(0, static_cast<std::size_t>(count));
    one.next = now() + std::chrono::seconds(1);
    if (!one.to_say.empty() || pours) return;
    epoll_event wanted{.events = EPOLLRDHUP, .data = {.ptr = &one}};
    ::epoll_ctl(events_.number(), EPOLL_CTL_MOD, one.socket.number(), &wanted);
}

void bad_crowd::drip(peer& one) {
    one.to_say += 'x';
    say_more(one);
}

/// The server has closed it.
void bad_crowd::end(peer& one) {
    ++fates_[one.kind].closed;
    --at_once_;
    one.pours.reset();
    one.socket.close();
    one.is_connected = false;
    one.next = now() + (kinds_[one.kind].is_slow ? std::chrono::nanoseconds(slow_pause) : pause);
}

}  // namespace bad_peers
