// The pause before a client connects again: it doubles each time and is partly random, so that many clients do not
// return at once.
#pragma once

#include <algorithm>
#include <cstdint>

#include "limits.hpp"

namespace tic::net {

struct backoff_limits {
    duration first = std::chrono::milliseconds(200);
    duration most = std::chrono::seconds(60);
};

class backoff {
public:
    explicit backoff(const backoff_limits& limit) : limit_(limit), next_(limit.first) {}

    /// The next pause: between half of the current limit and all of it. `random` is any 64 random bits.
    [[nodiscard]] duration wait(std::uint64_t random) {
        const duration whole = next_;
        next_ = std::min(2 * next_, limit_.most);
        return whole / 2 +
               duration(static_cast<duration::rep>(random % static_cast<std::uint64_t>(whole.count() / 2 + 1)));
    }
    /// A connection was opened: begin with the first pause again.
    void reset() { next_ = limit_.first; }

private:
    backoff_limits limit_;
    duration next_;
};

}  // namespace tic::net
