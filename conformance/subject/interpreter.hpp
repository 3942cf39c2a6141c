// The interpreter behind the lines of a subject.
#pragma once

#include "conformance/subject/function.hpp"
#include "runtime/interpreter/program.hpp"

namespace tic::conformance {

/// The program must outlive it.
[[nodiscard]] answerer interpreter_answers(const interpreter::program& run);

/// Starts it as a subject.
[[nodiscard]] start_subject interpreter_subject(const interpreter::program& run);

}  // namespace tic::conformance
