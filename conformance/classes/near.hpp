// Values that are nearly equal: an implementation that compares only a part of them confuses them.
#pragma once

#include <vector>

#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/value.hpp"

namespace tic::conformance {

/// At most a dozen values of a short domain, all different. Those of numbers and strings are near `base` if it is in
/// the domain.
[[nodiscard]] std::vector<interpreter::value> near_values(const node& n, const interpreter::value& base);

}  // namespace tic::conformance
