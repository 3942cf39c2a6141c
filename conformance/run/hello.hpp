// The greeting of an implementation, and the self-check before its verdicts count.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "conformance/run/dialog.hpp"
#include "runtime/layout/layout.hpp"

namespace tic::conformance {

/// The answer to `hello`.
struct greeting {
    std::string name{};
    std::map<unsigned, std::string> versions{};  ///< and their fingerprints
    std::set<std::string, std::less<>> ops{};
};

/// Requests the greeting and compares it with the schema; empty, or why the implementation cannot be judged.
[[nodiscard]] std::string ask_hello(dialog& with, const layout& plan, greeting& into);

/// What the implementation lacks for a case: `versions 2`, `ops states`; empty if nothing.
[[nodiscard]] std::string lacking(const greeting& told, const test_case& about);

/// An unknown request, a good case, a bad packet and a wrong expectation; empty, or why the verdicts on the
/// implementation cannot be trusted. A few cases that break it are skipped.
[[nodiscard]] std::string check_honesty(const start_implementation& start, std::chrono::milliseconds patience,
                                        const greeting& told, std::span<const test_case* const> all);

}  // namespace tic::conformance
