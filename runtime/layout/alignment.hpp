// How the coding of a type or node can end, given how the bits before it can end: whether there can be fill before
// octets or at the end of a packet, and whether a packet can end with zeros only.
//
// The values of different fields are taken as independent, and so is memory: where a hint is used, a hit and a miss are
// both possible. So a result may contain endings that no packet has, but never lacks one that a packet has: "no fill"
// and "no zeros" can be relied on.
#pragma once

#include <map>
#include <set>
#include <utility>

#include "runtime/layout/endings.hpp"
#include "runtime/layout/layout.hpp"

namespace tic {

/// How a value of a type can end after `before`. Slots in `fresh` hold nothing yet whenever they are used.
[[nodiscard]] endings ends_of(const layout& plan, index type, unsigned version, const endings& before,
                              const std::set<index>* fresh = nullptr);
/// How the whole coding of a node can end after `before`.
[[nodiscard]] endings ends_of(const layout& plan, const node& n, unsigned version, const endings& before);
/// How the length or count of a node can end after `before`, for one octet or element at least.
[[nodiscard]] endings ends_of_length(const node& n, const endings& before);
/// What can come before the plain code of a node: `before`, the presence bit, and what its hint writes first. Empty if
/// the hint never leaves a plain code.
[[nodiscard]] endings before_plain(const layout& plan, const node& n, unsigned version, const endings& before);
/// What can come before a value of a type that is coded alone (nothing) or sealed (its version's code); empty if the
/// type is neither in that version.
[[nodiscard]] endings before_alone(const layout& plan, index type, unsigned version);

/// What can come before each field, arm and element, by node and version, over all uses of its type.
using begin_table = std::map<std::pair<const node*, unsigned>, endings>;
[[nodiscard]] begin_table begins_of(const layout& plan);
/// Where the octets of a string can begin in a byte, before their fill, in all versions of its member.
[[nodiscard]] residues octets_begin(const layout& plan, const begin_table& begins, const node& n, unsigned version);

}  // namespace tic
