// Whether an answer means the values that were expected, however it spells them.
#pragma once

#include <string_view>

#include "conformance/cases/exchange.hpp"

namespace tic::conformance {

/// Reads the text behind `ok ID` of a `decode`, `unseal` or `receive` as values: pairs in any order, floats in any
/// decimal that reads to the same bits. False if it cannot be read.
[[nodiscard]] bool same_values(const exchange& asked, std::string_view got);

}  // namespace tic::conformance
