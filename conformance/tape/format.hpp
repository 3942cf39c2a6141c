// Tapes in their one canonical form: what a diff of a pull request shows.
#pragma once

#include <string>

#include "conformance/tape/tape.hpp"

namespace tic::conformance {

/// The whole file. A tape whose schema was not found cannot be written.
[[nodiscard]] std::string format_tapes(const tape_file& from);

/// The lines of one step or bad line, without their comments, for messages.
[[nodiscard]] std::string format_step(const interpreter::program& run, const step& each);

}  // namespace tic::conformance
