// Canonical Huffman codes from weights (language page, section 4).
#pragma once

#include "runtime/layout/layout.hpp"

#include <cstdint>
#include <vector>

namespace tic::plan {

inline constexpr unsigned longest_code = 15;

/// Sets length and code of each item from its weight, items being in declared order. False, and nothing is set, if a
/// code would be longer than 15 bits.
[[nodiscard]] bool assign_codes(std::vector<prefix_code>& items);

/// The positions of the items in order of (length, declared order).
[[nodiscard]] std::vector<index> canonical_order(const std::vector<prefix_code>& items);

}  // namespace tic::plan
