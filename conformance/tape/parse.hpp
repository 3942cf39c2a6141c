// Tapes as text to tapes as data. docs/tapes.md.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/tape/tape.hpp"
#include "runtime/interpreter/program.hpp"

namespace tic::conformance {

/// What is wrong with a tape, and what to do.
struct problem {
    where at{};
    std::string text{};

    /// `FILE:LINE: TEXT`.
    [[nodiscard]] std::string spelled() const { return at.file + ":" + std::to_string(at.line) + ": " + text; }
};

/// The program of a schema as a tape names it, which must outlive the tape; or nullptr, and why not in `wrong`. Asked
/// once for each name in a file.
using schema_finder = std::function<const interpreter::program*(const std::string& schema, const std::string& tape_path,
                                                                std::string& wrong)>;

/// Reads a whole file; whatever is wrong is added to `problems`, and what is right is still read.
[[nodiscard]] tape_file parse_tapes(const std::string& path, std::string_view text, const schema_finder& find,
                                    std::vector<problem>& problems);

/// Ids that two tapes or two bad lines of a run share.
void check_ids(const std::vector<tape_file>& files, std::vector<problem>& problems);

/// The CHANGE of a bad line in its one spelling; its blanks become `.` in an id.
[[nodiscard]] std::string spell_change(const interpreter::program& run, const change& what, unsigned version);
/// `TAPE#STEP/CHANGE`.
[[nodiscard]] std::string default_id(const interpreter::program& run, const bad& from, unsigned version);

}  // namespace tic::conformance
