// The value that a `bad … set … expect error` line means, for an encoder that must not take it.
#pragma once

#include <optional>

#include "conformance/tape/tape.hpp"
#include "runtime/interpreter/program.hpp"

namespace tic::conformance {

/// A type's value with the change made; nothing if the change is none of values.
[[nodiscard]] std::optional<interpreter::value> changed_value(const interpreter::program& run, index type,
                                                              unsigned version, interpreter::value content,
                                                              const change& what);

}  // namespace tic::conformance
