// Classes of values by their plain code: bounds, lengths of codes, members, arms, special floats. Language page,
// section 5.
#pragma once

#include <string>
#include <vector>

#include "conformance/classes/paths.hpp"

namespace tic::conformance {

/// The classes of a value: `least`, `zeros:3`, `value:photo`. Of a list only the count decides, of a union only the
/// arm, of sealed content only the length.
[[nodiscard]] std::vector<std::string> plain_labels(const layout& plan, const node& n, const interpreter::value& v);

/// Values that together reach every class of plain_labels; what lists, unions and sealed contents hold is left open.
[[nodiscard]] std::vector<interpreter::value> plain_candidates(const path_table& paths, const interpreter::program& run,
                                                               const field_path& of);

/// `zeros:3` of an Exp-Golomb code; empty for lengths that implementations do not treat specially.
[[nodiscard]] std::string zeros_label(std::uint64_t x, unsigned order);
/// The codes of an order that reach every label up to `most`: the first and the last of each length that has one.
[[nodiscard]] std::vector<std::uint64_t> exp_golomb_candidates(unsigned order, std::uint64_t most);

/// The i-th of a sequence of different values for tables and comparisons; false if the domain has no more.
[[nodiscard]] bool distinct_value(const layout& plan, unsigned version, const node& n, std::uint64_t i,
                                  interpreter::value& v);

/// Sealed octets that no implementation can open: they begin with a version greater than any.
[[nodiscard]] std::string never_opens(std::uint64_t length);

/// The longest strings and lists in suites: longer ones test limits, not codes.
inline constexpr std::uint64_t most_bytes = 65536;
inline constexpr std::uint64_t most_elements = 2048;

}  // namespace tic::conformance
