// The least and most bits of a whole node: hint, code and content (language page, sections 3, 4 and 6). Sums saturate,
// so that comparing them with a limit is right and nothing overflows however deep lists nest.
#pragma once

#include "runtime/layout/code_lengths.hpp"
#include "runtime/layout/layout.hpp"

#include <cstdint>

namespace tic::plan {

inline constexpr std::uint64_t saturated = std::uint64_t{1} << 62;

[[nodiscard]] constexpr std::uint64_t add(std::uint64_t a, std::uint64_t b) {
    return a + b < saturated ? a + b : saturated;
}
[[nodiscard]] constexpr std::uint64_t multiply(std::uint64_t a, std::uint64_t b) {
    return b != 0 && a > saturated / b ? saturated : add(a * b, 0);
}

/// Sets `min_bits` and `max_bits` of a node; `inner` is the length of its type, or of one element of a list, `capacity`
/// that of the table of its hint, 0 without one.
void set_bits(node& n, bit_range inner, unsigned capacity);

}  // namespace tic::plan
