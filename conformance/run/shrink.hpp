// A failing tape made smaller as long as it fails in the same way.
#pragma once

#include <chrono>
#include <optional>

#include "conformance/implementation/implementation.hpp"
#include "conformance/run/verdict.hpp"

namespace tic::conformance {

/// Fewer steps, then fields at their default, then shorter strings and lists; bytes are encoded anew. Nothing if the
/// case is a bad line, or does not fail when it is played alone. `start` gives implementations that were greeted.
[[nodiscard]] std::optional<tape> shrink(const outcome& failed, const start_implementation& start,
                                         std::chrono::milliseconds patience);

}  // namespace tic::conformance
