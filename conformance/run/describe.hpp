// What a failure looks like on the wire: the fields and bits that differ, found by playing the tape with the
// interpreter.
#pragma once

#include <functional>
#include <string>

#include "conformance/run/verdict.hpp"
#include "runtime/interpreter/program.hpp"

namespace tic::conformance {

/// `exp_golomb(4) of v - 10`: how a field is coded, in the words of the planner.
using code_describer = std::function<std::string(const node&)>;

/// Fills in the differences, and the bytes where they differ. The case must come from a tape that was played.
void describe(outcome& one, const interpreter::program& run, const code_describer& code);

}  // namespace tic::conformance
