// Proofs that a fault changes nothing: a small type asked about every bit string.
#pragma once

#include <string>

#include "conformance/mutants/bench.hpp"

namespace tic::conformance {

/// Asks the implementation with and without the fault for each string of bits that the fault's type could take up, and
/// for each value of it. What was proved, or empty: answers differ, or the type is too large, remembers, or is no type.
[[nodiscard]] std::string prove_equivalent(const interpreter::program& run, const mutant& about, bench& with,
                                           std::size_t most_questions);

}  // namespace tic::conformance
