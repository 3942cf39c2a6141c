// Where in a byte a place can begin: shows which strings can have fill before them.
#pragma once

#include "conformance/classes/places.hpp"

namespace tic::conformance {

/// Whether on this way the octets of a string can begin inside a byte, so that zero bits fill it up. What hints forbid
/// together is not seen: true may be said of what cannot be, false never of what can.
[[nodiscard]] bool may_have_fill(const interpreter::program& run, const route& by);

}  // namespace tic::conformance
