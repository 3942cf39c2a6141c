// Questions about domains that both the checker and the planner ask.
#pragma once

#include "grammar/schema/schema.hpp"

namespace tic::schema {

/// bool, the numbers, the floats and enums (section 3).
[[nodiscard]] bool is_scalar(const domain& d);
/// u_bits, i_bits, integer, uint, sint.
[[nodiscard]] bool is_number(const domain& d);
/// Scalars, and bytes and utf8 of at most 64.
[[nodiscard]] bool is_short(const domain& d);
/// Whether `last` and cells can hold it: a number within i64 whose hi - lo is at most 2^62.
[[nodiscard]] bool is_predictable(const domain& d);
/// The number of the domain nearest 0, as the domain's 64 bits.
[[nodiscard]] std::uint64_t nearest_zero(const domain& d);

/// Canonical DOMAIN text of section 7; with `with_optional` false without the final `?`. List elements carry the hint
/// that counts in `version`; without a version none is shown.
[[nodiscard]] std::string spell(const schema& all, const domain& d, unsigned version, bool with_optional = true);
/// Canonical HINT text of section 7, or empty.
[[nodiscard]] std::string spell(const schema& all, const place& at, unsigned version);

}  // namespace tic::schema
