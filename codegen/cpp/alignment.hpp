// Where in a byte a value can end, given where it begins: tells whether fill can ever be there.
#pragma once

#include "codegen/cpp/model.hpp"

namespace tic::cpp {

/// A set of positions within a byte: bit r stands for positions of remainder r.
using residues = unsigned;
[[nodiscard]] constexpr residues residue(std::uint64_t bits) { return 1U << (bits % 8); }

/// Where a type's value can end that begins at one of `starts`, `fresh` being memory that is used once; never too few.
[[nodiscard]] residues ends_of(const model& m, index type, unsigned version, residues starts, const std::set<index>* fresh = nullptr);

/// Where the fields, arms and elements of all types can begin, wherever their types are used; never too few.
using begin_table = std::map<std::pair<const node*, unsigned>, residues>;
[[nodiscard]] begin_table begins_of(const model& m);
/// Where the octets of a string can begin, their fill not counted, in all versions; never too few.
[[nodiscard]] residues octets_begin(const model& m, const begin_table& begins, const node& n, unsigned version);

}  // namespace tic::cpp
