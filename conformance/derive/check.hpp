// A whole tape checked: its steps played, its bad lines derived, proved and filled in.
#pragma once

#include <vector>

#include "conformance/tape/parse.hpp"
#include "conformance/tape/tape.hpp"

namespace tic::conformance {

/// Fills in what the tape leaves to be computed: bytes, values, where refusals are. What does not agree, or breaks not
/// exactly one rule, is added to `problems`. True if nothing was.
bool check_tape(tape& of, std::vector<problem>& problems);

/// All tapes of files, and that they share no ids. What the runner does before it starts.
bool check_tapes(std::vector<tape_file>& files, std::vector<problem>& problems);

}  // namespace tic::conformance
