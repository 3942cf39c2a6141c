// Users of one core by number: one place in memory a look, where a map of nodes has three.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

/// Open addressing with linear steps, at most half full. T is a pointer; null stands where nobody is.
template <class T>
class user_table {
public:
    [[nodiscard]] T find(std::uint32_t user) const {
        for (std::size_t at = home_of(user);; at = next(at)) {
            if (slots_[at].value == nullptr || slots_[at].user == user) return slots_[at].value;
        }
    }
    /// Answers who was there before.
    T put(std::uint32_t user, T value) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        slot& at = slots_[place_of(user)];
        if (at.value == nullptr) ++count_;
        at.user = user;
        return std::exchange(at.value, value);
    }
    void erase(std::uint32_t user) {
        std::size_t hole = place_of(user);
        if (slots_[hole].value == nullptr) return;
        --count_;
        // Those behind, up to the next empty place, move up where the hole lies between their home and them.
        for (std::size_t at = next(hole); slots_[at].value != nullptr; at = next(at)) {
            const std::size_t home = home_of(slots_[at].user);
            if (distance(home, at) < distance(hole, at)) continue;
            slots_[hole] = slots_[at];
            hole = at;
        }
        slots_[hole].value = nullptr;
    }
    [[nodiscard]] std::size_t size() const { return count_; }

private:
    struct slot {
        T value = nullptr;
        std::uint32_t user = 0;
    };

    [[nodiscard]] std::size_t next(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }
    [[nodiscard]] std::size_t distance(std::size_t from, std::size_t to) const {
        return (to - from) & (slots_.size() - 1);
    }
    [[nodiscard]] std::size_t home_of(std::uint32_t user) const {
        // Multiplied by 2^64 over the golden ratio, numbers in any rows are spread; the top digits are the best.
        return static_cast<std::size_t>(user * 0x9e3779b97f4a7c15U >> (64 - std::countr_zero(slots_.size())));
    }
    [[nodiscard]] std::size_t place_of(std::uint32_t user) const {
        std::size_t at = home_of(user);
        while (slots_[at].value != nullptr && slots_[at].user != user) at = next(at);
        return at;
    }
    void grow() {
        const std::vector<slot> before = std::exchange(slots_, std::vector<slot>(2 * slots_.size()));
        for (const slot& each : before) {
            if (each.value != nullptr) slots_[place_of(each.user)] = each;
        }
    }

    std::vector<slot> slots_ = std::vector<slot>(64);
    std::size_t count_ = 0;
};
