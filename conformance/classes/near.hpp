// Values that are nearly equal: whoever compares too little of them takes one for the other.
#pragma once

#include <vector>

#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/value.hpp"

namespace tic::conformance {

/// At most a dozen values of a short domain, all different. Those of numbers and strings are near `base` if it is in
/// the domain.
[[nodiscard]] std::vector<interpreter::value> near_values(const node& n, const interpreter::value& base);

}  // namespace tic::conformance
