// Classes of what a place says in its plain code: ends, lengths of codes, values, arms, scalars. Language page,
// section 5.
#pragma once

#include <string>
#include <vector>

#include "conformance/classes/places.hpp"

namespace tic::conformance {

/// Names what a value is to whoever writes or reads it: `least`, `zeros:3`, `value:photo`. Of a list only the count, of
/// a union only the arm, of what is sealed only the length counts.
[[nodiscard]] std::vector<std::string> plain_labels(const layout& plan, const node& n, const interpreter::value& v);

/// Values that together reach every class of plain_labels; lists, unions and sealed contents are left for others to
/// fill.
[[nodiscard]] std::vector<interpreter::value> plain_candidates(const place_table& places,
                                                               const interpreter::program& run, const place& of);

/// `zeros:3` of an Exp-Golomb code, or nothing for lengths that no implementation treats apart.
[[nodiscard]] std::string zeros_label(std::uint64_t x, unsigned order);
/// The codes of an order that reach every label up to `most`: the first and the last of each length that has one.
[[nodiscard]] std::vector<std::uint64_t> exp_golomb_candidates(unsigned order, std::uint64_t most);

/// The i-th of the values that a table or a comparison tells apart, none of them equal; false where the domain has no
/// more.
[[nodiscard]] bool distinct_value(const layout& plan, unsigned version, const node& n, std::uint64_t i,
                                  interpreter::value& v);

/// What is carried as sealed and never opens by chance: its version is beyond all that there can be.
[[nodiscard]] std::string never_opens(std::uint64_t length);

/// The longest strings and lists that suites hold: longer ones are the business of a limit, not of a code.
inline constexpr std::uint64_t most_bytes = 65536;
inline constexpr std::uint64_t most_elements = 2048;

}  // namespace tic::conformance
