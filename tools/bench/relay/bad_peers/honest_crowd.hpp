// Honest peers: pairs of users of the relay who write to each other at fixed times, and how long their messages take.
#pragma once

#include <sys/epoll.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "relay.hpp"
#include "tools/bench/relay/bad_peers/sockets.hpp"

namespace bad_peers {

/// How long messages took, in microseconds from the moment when each was due to its confirmation.
struct delays {
    std::vector<double> all;
    std::size_t sent = 0;
    std::size_t lost = 0;  ///< connections that ended
    [[nodiscard]] double percentile(double of);
};

class honest_crowd {
public:
    honest_crowd(std::uint16_t port, unsigned users, double messages_a_second);
    ~honest_crowd();
    honest_crowd(const honest_crowd&) = delete;
    honest_crowd& operator=(const honest_crowd&) = delete;

    /// Whether all are inside.
    [[nodiscard]] bool enter();
    /// They talk for so long.
    [[nodiscard]] delays talk(std::chrono::nanoseconds time);

private:
    struct user;
    void send(user& by, moment due);
    void receive(user& by);
    void handle(user& by, const relay::server_packet& packet);
    void send(user& by, const relay::client_packet& packet);
    void wait_until(moment until);

    std::uint16_t port_;
    std::vector<std::unique_ptr<user>> users_;
    std::chrono::nanoseconds between_;
    std::size_t next_ = 0;
    std::size_t inside_ = 0;
    delays measured_;
    file events_;
};

}  // namespace bad_peers
