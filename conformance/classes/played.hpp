// What tapes reach: their good steps as an observer hears them, their bad lines by the one rule that each breaks.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "conformance/classes/classes.hpp"
#include "conformance/tape/tape.hpp"

namespace tic::conformance {

/// The items that tapes reach which were checked (conformance/derive), all of them about one schema.
[[nodiscard]] std::set<std::string> reached_by(const interpreter::program& run, const std::vector<tape_file>& files);

/// The class of what a bad line breaks at its place or in its packet: `Ack.chat/plain-of-known`; empty for what has no
/// class, or is told by the state (`then`).
[[nodiscard]] std::string broken_item(const interpreter::program& run, const place_table& places, const tape& of,
                                      const bad& wrong);

}  // namespace tic::conformance
