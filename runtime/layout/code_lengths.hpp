// How many bits a node's codes take, at least and at most. Language page, section 4. What a whole node takes, hint and
// content included, is in its `min_bits` and `max_bits`.
#pragma once

#include <cstdint>

#include "runtime/layout/layout.hpp"

namespace tic {

struct bit_range {
    std::uint64_t least = 0;
    std::uint64_t most = 0;
};

/// The code of a number, or of a length or count, without hint; {0, 0} for structs, enums and unions.
[[nodiscard]] bit_range number_bits(const node& n);
/// The code of the difference to a prediction; `n.by` is `hint::predict`.
[[nodiscard]] bit_range residual_bits(const node& n);

}  // namespace tic
