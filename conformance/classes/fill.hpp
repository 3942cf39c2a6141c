// Which strings can have fill before their octets: depends on where in a byte their length can end.
#pragma once

#include "conformance/classes/paths.hpp"

namespace tic::conformance {

/// Whether the octets of a string can begin inside a byte on this route, so that fill comes before them. Values that
/// hints forbid together are not excluded: it may be true where no value has fill, never false where one has.
[[nodiscard]] bool may_have_fill(const interpreter::program& run, const route& by);

}  // namespace tic::conformance
