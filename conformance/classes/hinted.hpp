// Classes of hinted values: hit and miss, ranks, differences to a prediction. Language page, section 6.
#pragma once

#include <string>
#include <vector>

#include "conformance/classes/paths.hpp"

namespace tic::conformance {

/// The classes of a value with a hint, given the memory before it is coded; with its plain classes if its plain code is
/// written.
[[nodiscard]] std::vector<std::string> hint_labels(const layout& plan, const visit& here, const interpreter::value& v);

/// The same for a prediction from `before`: `hint-hit`, `step:-1`, `zeros:2`, `wrap-up`.
[[nodiscard]] std::vector<std::string> step_labels(const node& n, std::uint64_t before, std::uint64_t v);

/// A cell's value and the one coded after it.
struct step_pair {
    std::uint64_t before = 0;
    std::uint64_t v = 0;
};
/// Pairs that together reach every class of step_labels; with `initial`, only pairs from the slot's initial value.
[[nodiscard]] std::vector<step_pair> step_pairs(const layout& plan, const node& n, bool initial);

/// Whether the node's memory lives no longer than a list: `last` and `same` inside one.
[[nodiscard]] bool is_scoped(const layout& plan, const node& n);
/// The constant of `~ is C`.
[[nodiscard]] interpreter::value constant_of(const layout& plan, const node& n);
/// Whether two values of a short domain are equal.
[[nodiscard]] bool same_short(const node& n, const interpreter::value& a, const interpreter::value& b);
/// Whether a slot was never written, or cannot be told from one that was not.
[[nodiscard]] bool is_fresh(const layout& plan, const interpreter::memory& remembered, index slot);

}  // namespace tic::conformance
