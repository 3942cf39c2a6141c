// Whether two spellings of values mean the same.
#pragma once

#include <string_view>

#include "conformance/cases/cases.hpp"

namespace tic::conformance {

/// Reads what stands behind `ok ID` of a `decode`, `unseal` or `receive` as values, and holds it against what was
/// expected: pairs in any order, floats in any decimal that reads to the same bits. False if either cannot be read.
[[nodiscard]] bool same_values(const test_case& about, const exchange& asked, std::string_view got);

}  // namespace tic::conformance
