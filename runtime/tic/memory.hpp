// What hints remember: predictions that cannot overflow, and recently used tables. Language page, section 6.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "codes.hpp"

namespace tic {

/// The residual of v beside the prediction p + delta, `wrap_bits` M taken modulo 2^M (0: not). p and v lie in one
/// domain of span at most 2^62 within i64 and delta is at most 2^32, so that the difference modulo 2^64 is exact.
constexpr std::int64_t residual(std::uint64_t v, std::uint64_t p, std::int64_t delta, unsigned wrap_bits) {
    const std::uint64_t r = v - p - static_cast<std::uint64_t>(delta);
    return static_cast<std::int64_t>(wrap_bits == 0 ? r : extend_sign(r, wrap_bits));
}

/// A value from a residual that was read, or not ok where it is outside the domain (section 6: `range`).
struct predicted {
    std::uint64_t value = 0;
    bool ok = false;
};
constexpr predicted apply_residual(std::int64_t r, std::uint64_t p, std::int64_t delta, std::uint64_t low,
                                   std::uint64_t span, unsigned wrap_bits) {
    const std::uint64_t v = p + static_cast<std::uint64_t>(delta) + static_cast<std::uint64_t>(r);
    if (wrap_bits == 0) return {v, v - low <= span};
    const std::int64_t half = std::int64_t{1} << (wrap_bits - 1);
    return {detail::low_digits(v, wrap_bits), r >= -half && r < half};
}

/// Moves the byte at `rank` to the front of an order of stable slots; answers it.
constexpr std::uint8_t move_to_front(std::uint8_t* order, unsigned rank) {
    const std::uint8_t slot = order[rank];
    for (unsigned i = rank; i > 0; --i) order[i] = order[i - 1];
    order[0] = slot;
    return slot;
}

/// Makes room at rank 0 of an order of `count` slots, at most `capacity`; answers the slot to fill: a new one, or that
/// of the value which falls out.
constexpr std::uint8_t enter_front(std::uint8_t* order, unsigned& count, unsigned capacity) {
    if (count < capacity) {
        order[count] = static_cast<std::uint8_t>(count);
        ++count;
    }
    return move_to_front(order, count - 1);
}

/// The rank of the first slot for which `is` holds, most recent first, or `count`.
template <class Is>
constexpr unsigned find_rank(const std::uint8_t* order, unsigned count, Is&& is) {
    unsigned rank = 0;
    while (rank < count && !is(order[rank])) ++rank;
    return rank;
}

/// A table of up to N distinct values, most recently used first, with what stands beside each entry in E (section 6).
template <class T, std::size_t N, class E = std::array<std::uint8_t, 0>>
class recent_table {
    static_assert(N >= 1 && N <= 64);

public:
    [[nodiscard]] constexpr unsigned count() const { return count_; }
    [[nodiscard]] constexpr unsigned find(const T& v) const {
        return find_rank(order_.data(), count_, [&](std::uint8_t slot) { return values_[slot] == v; });
    }
    [[nodiscard]] constexpr const T& at(unsigned rank) const { return values_[order_[rank]]; }
    /// What stands beside the value used last.
    [[nodiscard]] constexpr E& front() { return beside_[order_[0]]; }
    [[nodiscard]] constexpr const E& front() const { return beside_[order_[0]]; }
    constexpr void touch(unsigned rank) { move_to_front(order_.data(), rank); }
    /// A value that is not there enters with fresh things beside it; the last of N + 1 falls out.
    constexpr void enter(const T& v) {
        const std::uint8_t slot = enter_front(order_.data(), count_, N);
        values_[slot] = v;
        beside_[slot] = E{};
    }

private:
    std::array<std::uint8_t, N> order_{};
    std::array<T, N> values_{};
    std::array<E, N> beside_{};
    unsigned count_ = 0;
};

}  // namespace tic
