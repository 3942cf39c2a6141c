// A suite for any schema: short tapes, each with one purpose. The same schema gives the same bytes everywhere.
#pragma once

#include <string>
#include <vector>

#include "conformance/tape/tape.hpp"
#include "runtime/interpreter/program.hpp"

namespace tic::conformance {

/// Files by what they are about: one for each packet's and type's struct, `states.tape`, `streams.tape`. `schema` is
/// the name that the tapes give.
[[nodiscard]] std::vector<tape_file> make_vectors(const interpreter::program& run, const std::string& schema);

}  // namespace tic::conformance
