// Makes a suite for any schema: short tapes, each with one purpose. The same schema gives the same bytes everywhere.
#pragma once

#include <string>
#include <vector>

#include "conformance/tape/tape.hpp"
#include "runtime/interpreter/program.hpp"

namespace tic::conformance {

/// One file for each struct, enum and union, `states.tape` and `streams.tape`. `schema` is the file name that the tapes
/// give.
[[nodiscard]] std::vector<tape_file> make_vectors(const interpreter::program& run, const std::string& schema);

}  // namespace tic::conformance
