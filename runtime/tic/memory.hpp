// The arithmetic of predictions, and orders of recently used slots. Language page, section 6.
#pragma once

#include <cstdint>

#include "codes.hpp"

namespace tic {

/// v less the prediction p + delta; modulo 2^wrap_bits if `wrap_bits` is not 0. It cannot overflow: p and v are of one
/// domain within i64 with a span of at most 2^62, and delta is at most 2^32, so the difference modulo 2^64 is exact.
constexpr std::int64_t residual(std::uint64_t v, std::uint64_t p, std::int64_t delta, unsigned wrap_bits) {
    const std::uint64_t r = v - p - static_cast<std::uint64_t>(delta);
    return static_cast<std::int64_t>(wrap_bits == 0 ? r : extend_sign(r, wrap_bits));
}

/// The value of a residual; not ok if it is outside the domain, which is `range` (section 6).
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

/// Moves the slot at `rank` to the front of the order, and returns it.
constexpr std::uint8_t move_to_front(std::uint8_t* order, unsigned rank) {
    const std::uint8_t slot = order[rank];
    for (unsigned i = rank; i > 0; --i) order[i] = order[i - 1];
    order[0] = slot;
    return slot;
}

/// Puts a slot at the front of an order of `count` slots, at most `capacity`, and returns it: a new one, or that of the
/// value used longest ago.
constexpr std::uint8_t enter_front(std::uint8_t* order, unsigned& count, unsigned capacity) {
    if (count < capacity) {
        order[count] = static_cast<std::uint8_t>(count);
        ++count;
    }
    return move_to_front(order, count - 1);
}

}  // namespace tic
