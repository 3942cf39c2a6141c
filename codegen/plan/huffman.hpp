// Canonical Huffman codes from weights (language page, section 4).
#pragma once

#include "runtime/layout/layout.hpp"

#include <cstdint>
#include <vector>

namespace tic::plan {

inline constexpr unsigned longest_code = 15;

/// Fills in length and code of each item from its weight, items in declared order. False, with nothing filled in, if a
/// code would be longer than 15 bits.
[[nodiscard]] bool assign_codes(std::vector<prefix_code>& items);

/// The items' places by (length, declared order).
[[nodiscard]] std::vector<index> canonical_order(const std::vector<prefix_code>& items);

}  // namespace tic::plan
