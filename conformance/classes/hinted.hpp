// Classes of what hints do: hit and missed, ranks, steps from a prediction. Language page, section 6.
#pragma once

#include <string>
#include <vector>

#include "conformance/classes/places.hpp"

namespace tic::conformance {

/// How a value stands to its hint, memory being as it is before the value is coded; and its plain classes where it is
/// coded plainly.
[[nodiscard]] std::vector<std::string> hint_labels(const layout& plan, const visit& here, const interpreter::value& v);

/// The same for a prediction from `before`: `hint-hit`, `step:-1`, `zeros:2`, `wrap-up`.
[[nodiscard]] std::vector<std::string> step_labels(const node& n, std::uint64_t before, std::uint64_t v);

/// A cell's value and the one coded after it.
struct step_pair {
    std::uint64_t before = 0;
    std::uint64_t v = 0;
};
/// Pairs that together reach every class of step_labels; where `initial`, the cell is as it was at first.
[[nodiscard]] std::vector<step_pair> step_pairs(const layout& plan, const node& n, bool initial);

/// Whether the place's memory belongs to one list: `last` and `same` inside it.
[[nodiscard]] bool is_scoped(const layout& plan, const node& n);
/// What `~ is C` says.
[[nodiscard]] interpreter::value constant_of(const layout& plan, const node& n);
/// Whether two values of a short domain are one.
[[nodiscard]] bool same_short(const node& n, const interpreter::value& a, const interpreter::value& b);
/// A slot was never written, or is as if it were.
[[nodiscard]] bool is_fresh(const layout& plan, const interpreter::memory& remembered, index slot);

}  // namespace tic::conformance
