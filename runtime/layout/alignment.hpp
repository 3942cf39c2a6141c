// How a type's value can end, given what stands before it: tells whether fill can ever be there, and zeros alone.
#pragma once

#include <map>
#include <set>
#include <utility>

#include "runtime/layout/endings.hpp"
#include "runtime/layout/layout.hpp"

namespace tic {

/// How a packet or content can end with a type's value behind `before`, `fresh` being memory that is used once; never
/// too few.
[[nodiscard]] endings ends_of(const layout& plan, index type, unsigned version, const endings& before,
                              const std::set<index>* fresh = nullptr);
/// How a packet or content can end with a node's whole coding behind `before`; never too few.
[[nodiscard]] endings ends_of(const layout& plan, const node& n, unsigned version, const endings& before);
/// The same with only its length or count behind `before`, of at least one octet or element; presence and hint left
/// out.
[[nodiscard]] endings ends_of_length(const node& n, const endings& before);
/// What can stand before a node's plain code, with presence bit and hint behind `before`; empty where the hint leaves
/// no plain code.
[[nodiscard]] endings before_plain(const layout& plan, const node& n, unsigned version, const endings& before);
/// What can stand before a type's value that is alone or sealed: nothing, the version's code, or the type is neither in
/// the version.
[[nodiscard]] endings before_alone(const layout& plan, index type, unsigned version);

/// What can stand before the fields, arms and elements of all types, wherever their types are used; never too few.
using begin_table = std::map<std::pair<const node*, unsigned>, endings>;
[[nodiscard]] begin_table begins_of(const layout& plan);
/// Where the octets of a string can begin, their fill not counted, in all versions; never too few.
[[nodiscard]] residues octets_begin(const layout& plan, const begin_table& begins, const node& n, unsigned version);

}  // namespace tic
