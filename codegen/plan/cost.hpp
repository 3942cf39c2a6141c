// Least and most bits of codes (language page, sections 3 and 4). Sums saturate: whoever compares them with a limit is
// right, and nothing overflows however lists nest.
#pragma once

#include "runtime/layout/layout.hpp"

#include <bit>
#include <cstdint>

namespace tic::plan {

inline constexpr std::uint64_t saturated = std::uint64_t{1} << 62;

struct cost {
    std::uint64_t least = 0;
    std::uint64_t most = 0;
};

[[nodiscard]] constexpr std::uint64_t add(std::uint64_t a, std::uint64_t b) {
    return a + b < saturated ? a + b : saturated;
}
[[nodiscard]] constexpr std::uint64_t multiply(std::uint64_t a, std::uint64_t b) {
    return b != 0 && a > saturated / b ? saturated : add(a * b, 0);
}

/// bits(x): the number of binary digits, 0 for 0.
[[nodiscard]] constexpr unsigned digits(std::uint64_t x) { return static_cast<unsigned>(std::bit_width(x)); }

/// Length of exp_golomb(k) of x; x + 2^k must be below 2^64.
[[nodiscard]] constexpr unsigned exp_golomb_length(std::uint64_t x, unsigned k) {
    return 2 * digits(x + (std::uint64_t{1} << k)) - 1 - k;
}

[[nodiscard]] constexpr std::uint64_t zigzag(std::int64_t r) {
    return (static_cast<std::uint64_t>(r) << 1) ^ (r < 0 ? ~std::uint64_t{0} : 0);
}

/// Of the number, length or count alone, as `plain`, `bits`, `low` and `span` say.
[[nodiscard]] cost number_cost(const node& n);
/// Of a predicted number's residual.
[[nodiscard]] cost residual_cost(const node& n);
/// Fills in min_bits and max_bits from what the node holds: `inner` is the cost of its type, or of a list's element;
/// `capacity` is that of the table it is hinted with.
void set_cost(node& n, cost inner, unsigned capacity);

}  // namespace tic::plan
