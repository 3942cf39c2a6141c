// Who talks with whom, when, and what is sent: all of it follows from a seed.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "driver.hpp"
#include "random.hpp"

namespace tic::bench {

inline constexpr unsigned partners_each = 4;
inline constexpr std::size_t text_bytes = 30;

/// Each user talks with four others, who talk with that user: the neighbours on a ring of users in random order.
class partners {
public:
    static constexpr std::size_t fewest_users = 5;

    partners(std::size_t users, std::uint64_t seed);

    [[nodiscard]] std::size_t users() const { return of_.size(); }
    [[nodiscard]] const std::array<user, partners_each>& of(user who) const { return of_[who]; }
    /// Which of `who`'s partners `other` is; `partners_each` where it is none.
    [[nodiscard]] unsigned place_of(user who, user other) const;

private:
    std::vector<std::array<user, partners_each>> of_;
};

/// A message: who sends it, and to which of the four partners.
struct turn {
    user from = 0;
    unsigned place = 0;
};

/// All users are alike, and every message is independent of those before: arrivals are a Poisson process.
class schedule {
public:
    /// `rate` messages a second of all users together, from `start` on (nanoseconds).
    schedule(std::size_t users, double rate, std::int64_t start, std::uint64_t seed)
        : random_(seed),
          users_(static_cast<std::uint32_t>(users)),
          pause_(1e9 / rate),
          at_(static_cast<double>(start)) {
        pass();
    }
    [[nodiscard]] std::int64_t due() const { return static_cast<std::int64_t>(at_); }
    /// The message that is due; then the next is.
    turn take() {
        const turn made = any();
        pass();
        return made;
    }
    /// A message of no set time.
    turn any() {
        const user from = random_.below(users_);
        return {from, random_.below(partners_each)};
    }

private:
    void pass() { at_ += pause_ * random_.exponential(); }

    random_source random_;
    std::uint32_t users_;
    double pause_;
    double at_;
};

/// Texts of 30 bytes, half of them in Latin letters, half in Hangul.
class texts {
public:
    explicit texts(std::uint64_t seed);
    /// The text of the message with this number.
    [[nodiscard]] std::string_view of(user from, std::uint32_t number) const {
        return all_[(from * 7U + number) % all_.size()];
    }

private:
    std::array<std::string, 64> all_;
};

}  // namespace tic::bench
