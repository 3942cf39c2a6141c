// What tapes reach: the classes of their good steps, and of their bad lines by the one rule that each breaks.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "conformance/classes/classes.hpp"
#include "conformance/tape/tape.hpp"

namespace tic::conformance {

/// The items that tapes of one schema reach; conformance/derive has checked them.
[[nodiscard]] std::set<std::string> reached_by(const interpreter::program& run, const std::vector<tape_file>& files);

/// The class of what a bad line breaks in its field or packet: `Ack.chat/plain-of-known`; empty for what has no class,
/// and for lines whose class follows from the session's state (`then`).
[[nodiscard]] std::string broken_item(const interpreter::program& run, const path_table& paths, const tape& of,
                                      const bad& wrong);

}  // namespace tic::conformance
