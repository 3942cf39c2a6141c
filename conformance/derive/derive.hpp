// From a good packet to one that breaks exactly one rule, with the proof. docs/tapes.md, "Bad packets".
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "conformance/tape/tape.hpp"
#include "runtime/interpreter/refusal.hpp"
#include "runtime/interpreter/session.hpp"

namespace tic::conformance {

/// A broken packet, and the one refusal that it meets.
struct derived {
    std::vector<std::uint8_t> bytes{};
    interpreter::refusal refused{};
};

/// Makes the packet of a change, and shows that it breaks the one rule that the change is for; or says why not. `at` is
/// the step's connection (`player::at`) before the step, for `then` after it; nothing in it changes. The
/// step was played, so that it has values and bytes.
[[nodiscard]] std::variant<derived, std::string> derive(const interpreter::program& run, const interpreter::session& at,
                                                        const step& good, const change& what);

/// The same of an encoder: the changed value, which cannot be written, while the step's own can; or why not.
[[nodiscard]] std::variant<interpreter::value, std::string> derive_error(const interpreter::program& run,
                                                                         const interpreter::session& at,
                                                                         const step& good, const change& what);

/// The step's value after `set` or `bytes`; other changes alter no value. Or why it cannot be changed so.
[[nodiscard]] std::variant<interpreter::value, std::string> changed_value(const interpreter::program& run,
                                                                          const step& good, const change& what);

}  // namespace tic::conformance
