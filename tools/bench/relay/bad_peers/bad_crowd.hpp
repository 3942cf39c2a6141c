// Thousands of bad peers at once, each of them back a while after it was closed; and one address that floods.
#pragma once

#include <atomic>
#include <deque>
#include <map>
#include <memory>
#include <thread>
#include <vector>

#include "tools/bench/relay/bad_peers/bad_kinds.hpp"
#include "tools/bench/relay/bad_peers/child_server.hpp"
#include "tools/bench/relay/bad_peers/sockets.hpp"

namespace bad_peers {

/// What became of the peers of one kind.
struct fate {
    std::size_t came = 0;
    std::size_t closed = 0;  ///< by the server
    std::size_t failed = 0;  ///< never connected
};

class bad_crowd {
public:
    bad_crowd(const child_server& at, std::size_t peers);
    ~bad_crowd();
    bad_crowd(const bad_crowd&) = delete;
    bad_crowd& operator=(const bad_crowd&) = delete;

    /// They come, on a thread of their own.
    void start();
    /// Nobody comes any more; answers when the server has closed all, or patience ends.
    void leave(std::chrono::seconds patience);

    [[nodiscard]] const std::vector<bad_kind>& kinds() const { return kinds_; }
    [[nodiscard]] const std::vector<fate>& fates() const { return fates_; }
    [[nodiscard]] std::size_t peers() const { return peers_.size(); }
    /// Of them those that never read.
    [[nodiscard]] std::size_t never_reading() const;
    [[nodiscard]] std::size_t flooded() const { return flooded_; }
    [[nodiscard]] std::size_t most_at_once() const { return most_at_once_; }

private:
    struct peer;
    void gather(bool is_slow, std::size_t wanted);
    void run();
    void wait_until(moment until);
    void plan(peer& one, moment next);
    void act(peer& one);
    void flood();
    void come(peer& one);
    void event(peer& one, std::uint32_t what);
    void send_more(peer& one);
    void drip(peer& one);
    void end(peer& one);

    const child_server& at_;
    std::vector<bad_kind> kinds_;
    std::vector<fate> fates_;
    std::map<std::string_view, std::uint16_t> ports_;
    std::vector<std::unique_ptr<peer>> peers_;
    std::multimap<moment, peer*> agenda_;  ///< stale where the peer has another moment by now
    std::deque<file> flooding_;
    file events_;
    std::thread thread_;
    moment leaves_by_{};  ///< told before `leaves_`
    std::atomic<bool> leaves_{false};
    std::atomic<bool> ends_{false};
    std::size_t at_once_ = 0;
    std::size_t most_at_once_ = 0;
    std::size_t flooded_ = 0;
    std::uint32_t sources_ = 0x200000;
};

}  // namespace bad_peers
