// Which memory the coding of a type uses: the slots that it finds open, and what it leaves there.
#pragma once

#include <set>

#include "runtime/layout/layout.hpp"

namespace tic {

/// Whether a slot belongs to a `last` or `same` of a list's element itself, so that it lives no longer than the list.
[[nodiscard]] bool is_local(const layout& plan, index slot);
/// Adds the slots of the connection's memory that a node or type uses in a version, with all that it holds but sealed
/// content. A slot of a table's entry counts as its table; local slots do not count.
void add_reach(const layout& plan, const node& n, unsigned version, std::set<index>& slots);
void add_reach(const layout& plan, index type, unsigned version, std::set<index>& slots);
/// Whether a node uses memory in a version, local slots included.
[[nodiscard]] bool remembers(const layout& plan, const node& n, unsigned version);
/// Whether the coding of a type leaves something in the connection's memory: not only in lists, which forget.
[[nodiscard]] bool leaves_memory(const layout& plan, index type, unsigned version);

}  // namespace tic
