// The interpreter behind the lines of an implementation.
#pragma once

#include "conformance/implementation/function.hpp"
#include "runtime/interpreter/program.hpp"

namespace tic::conformance {

/// The program must outlive it.
[[nodiscard]] answerer interpreter_answers(const interpreter::program& run);

/// Starts it as an implementation.
[[nodiscard]] start_implementation interpreter_implementation(const interpreter::program& run);

}  // namespace tic::conformance
