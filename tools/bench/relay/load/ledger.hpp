// What was sent, and what became of it: each message is to arrive once, in order, as it was sent, and to be confirmed
// once.
#pragma once

#include <vector>

#include "driver.hpp"
#include "workload.hpp"

namespace tic::bench {

struct entry {
    std::int64_t intended = 0;  ///< when it was to be sent, in nanoseconds
    bool is_measured = false;
    bool has_arrived = false;
    bool is_confirmed = false;
};

class ledger {
public:
    ledger(const partners& who, const texts& what) : who_(who), what_(what), lines_(who.users() * partners_each) {}

    /// Its number.
    std::uint32_t sent(const turn& by, std::int64_t intended, bool is_measured);
    /// Throws `broken` where it came before, out of order, or otherwise than it was sent.
    const entry& arrived(user to, user from, std::uint32_t number, std::string_view text);
    const entry& confirmed(user sender, user by, std::uint32_t number);

    [[nodiscard]] std::uint64_t sent() const { return sent_; }
    [[nodiscard]] std::uint64_t arrived() const { return arrived_; }
    [[nodiscard]] std::uint64_t confirmed() const { return confirmed_; }
    template <class See>
    void each(See see) const {
        for (const line& one : lines_)
            for (const entry& message : one.sent) see(message);
    }

private:
    struct line {
        std::vector<entry> sent;
        std::uint32_t last_arrived = 0;
        std::uint32_t last_confirmed = 0;
    };
    [[nodiscard]] line& line_of(user from, user to, std::uint32_t number);

    const partners& who_;
    const texts& what_;
    std::vector<line> lines_;
    std::uint64_t sent_ = 0;
    std::uint64_t arrived_ = 0;
    std::uint64_t confirmed_ = 0;
};

}  // namespace tic::bench
