// The table of recent values of mutated code: the behaviour of remembered.hpp, written plainly, with a switch in each
// step.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>

#include <tic/remembered.hpp>
#include "deviation.hpp"

namespace tic::mutants {

/// A string that a mutant may make too long, cut to what is kept.
template <std::size_t Most>
constexpr bytes cut(bytes v) {
    return {v.data(), v.size() < Most ? v.size() : Most};
}

/// The last string of `~ same`.
template <std::size_t Most>
struct same_string {
    short_string<Most + 8> value{};
    bool known = false;
    [[nodiscard]] constexpr bool is(bytes v) const { return known && value.view() == v; }
    constexpr void set(bytes v) {
        value.set(cut<Most + 8>(v));
        known = true;
    }
    constexpr bool operator==(const same_string&) const = default;
};

/// Up to N values (numbers, or strings of at most `Most` bytes), most recently used first; a mutant may keep one more.
template <std::size_t N, std::size_t Most = 0, class Entry = nothing>
class table {
    static constexpr bool is_text = Most != 0;
    using held = std::conditional_t<is_text, short_string<Most + 8>, std::uint64_t>;
    using view = std::conditional_t<is_text, bytes, std::uint64_t>;

public:
    [[nodiscard]] constexpr unsigned count() const { return count_; }
    [[nodiscard]] static constexpr unsigned capacity() { return N; }
    [[nodiscard]] constexpr unsigned find(const view& v) const {
        unsigned rank = 0;
        while (rank < count_ && !(at(rank) == v)) ++rank;
        return rank;
    }
    [[nodiscard]] constexpr view at(unsigned rank) const {
        if constexpr (is_text)
            return values_[rank].view();
        else
            return values_[rank];
    }
    [[nodiscard]] constexpr Entry& front() { return beside_[0]; }

    template <class Log>
    static constexpr bool save_order(Log&&) {
        return true;
    }
    template <class Log>
    static constexpr bool save_enter(Log&&) {
        return true;
    }

    constexpr void touch(unsigned rank) {
        if (now == deviation::not_moved) return;
        move(rank, now == deviation::moved_one_rank && rank > 0 ? rank - 1 : 0);
    }
    constexpr void enter(const view& v) {
        if (now == deviation::not_entered) return;
        const unsigned most = now == deviation::capacity_more ? N + 1 : now == deviation::capacity_less ? N - 1 : N;
        if (most == 0) return;
        while (count_ > most) --count_;
        const bool is_full = count_ == most;
        const unsigned leaves = is_full ? (now == deviation::evicts_first ? 0 : count_ - 1) : count_;
        if (!is_full) ++count_;
        if constexpr (is_text)
            values_[leaves].set(cut<Most + 8>(v));
        else
            values_[leaves] = v;
        if (now != deviation::entry_kept) beside_[leaves] = Entry{};
        if (now == deviation::entered_last)
            move(leaves, count_ - 1);
        else
            move(leaves, 0);
    }
    constexpr bool operator==(const table&) const = default;

private:
    constexpr void move(unsigned from, unsigned to) {
        for (; from > to; --from) swap(from, from - 1);
        for (; from < to; ++from) swap(from, from + 1);
    }
    constexpr void swap(unsigned a, unsigned b) {
        const held value = values_[a];
        const Entry beside = beside_[a];
        values_[a] = values_[b];
        beside_[a] = beside_[b];
        values_[b] = value;
        beside_[b] = beside;
    }

    std::array<held, N + 1> values_{};
    std::array<Entry, N + 1> beside_{};
    unsigned count_ = 0;
};

/// What a direction remembered last, for a mutant that lets new connections begin with it.
template <class Memory>
inline std::optional<Memory> kept{};

}  // namespace tic::mutants
