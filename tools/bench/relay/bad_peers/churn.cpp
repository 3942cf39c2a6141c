// A fixed number of slots, each with one connection at a time.
#include "tools/bench/relay/bad_peers/churn.hpp"

#include <sys/epoll.h>

#include <string>
#include <tic/opening_preface.hpp>
#include <vector>

#include "relay.hpp"
#include "tools/bench/relay/bad_peers/sockets.hpp"

namespace bad_peers {
namespace {

constexpr std::size_t slots = 64;

std::string greeting(std::uint32_t user) {
    tic::client_preface opening(relay::versions);
    std::string made(opening.greeting().begin(), opening.greeting().end());
    relay::session<tic::side::client> talk(relay::versions.newest());
    std::uint8_t room[decltype(talk)::max_sent];
    const auto size = talk.send(relay::Enter{.user = {user}}, room);
    if (size.ok()) made.append(room, room + *size);
    return made;
}

class churning {
public:
    churning(std::uint16_t port, std::size_t wanted)
        : port_(port), wanted_(wanted), events_(::epoll_create1(EPOLL_CLOEXEC)), slots_(slots) {
        for (std::uint32_t i = 0; i < slots; ++i) slots_[i].greeting = greeting(i);
    }
    /// Until so many have begun and all of them ended.
    void run(std::size_t until, churned& to) {
        wanted_ = until;
        for (slot& each : slots_) begin(each, to);
        while (open_ != 0) {
            epoll_event events[slots];
            const int count = ::epoll_wait(events_.number(), events, slots, 10'000);
            if (count <= 0) return;  // the server stands still: the rest is missing from `talked`
            for (int i = 0; i < count; ++i) event(*static_cast<slot*>(events[i].data.ptr), events[i].events, to);
        }
    }

private:
    struct slot {
        std::string greeting{};
        file socket{};
        std::size_t received = 0;
        bool has_sent = false;
    };

    void begin(slot& at, churned& to) {
        while (begun_ < wanted_) {
            at.socket = connect_from(0x100000U + static_cast<std::uint32_t>(begun_++ % 0x8000U), port_);
            at.received = 0;
            at.has_sent = false;
            epoll_event wanted{.events = EPOLLOUT | EPOLLIN, .data = {.ptr = &at}};
            if (at.socket.is_open() && ::epoll_ctl(events_.number(), EPOLL_CTL_ADD, at.socket.number(), &wanted) == 0) {
                ++open_;
                return;
            }
            ++to.failed;
        }
    }
    void event(slot& at, std::uint32_t what, churned& to) {
        if (!at.has_sent && (what & EPOLLOUT) != 0) {
            at.has_sent = send_some(at.socket, at.greeting) == static_cast<std::ptrdiff_t>(at.greeting.size());
            epoll_event wanted{.events = EPOLLIN, .data = {.ptr = &at}};
            ::epoll_ctl(events_.number(), EPOLL_CTL_MOD, at.socket.number(), &wanted);
        }
        std::uint8_t room[64];
        const auto count = (what & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0 ? receive_some(at.socket, room) : 0;
        if (count > 0) at.received += static_cast<std::size_t>(count);
        // The answer to the preface, and a packet.
        const bool has_talked = at.received > tic::server_preface_bytes;
        if (!has_talked && count >= 0) return;
        ++(has_talked ? to.talked : to.failed);
        close_hard(at.socket);
        --open_;
        begin(at, to);
    }

    std::uint16_t port_;
    std::size_t wanted_;
    std::size_t begun_ = 0;
    std::size_t open_ = 0;
    file events_;
    std::vector<slot> slots_;
};

}  // namespace

churned churn(const child_server& at, std::size_t connections) {
    churned made;
    churning all(at.port("tcp"), connections);
    all.run(connections / 10, made);
    made.rss_early = at.rss_bytes();
    all.run(connections, made);
    made.rss_end = at.rss_bytes();
    return made;
}

}  // namespace bad_peers
