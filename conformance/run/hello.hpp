// What an implementation says of itself, and whether it can be believed.
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

/// Asks for it and holds it against the schema; empty, or why the implementation cannot be judged.
[[nodiscard]] std::string ask_hello(dialog& with, const layout& plan, greeting& into);

/// What the implementation lacks for a case: `versions 2`, `ops states`; empty if nothing.
[[nodiscard]] std::string lacking(const greeting& told, const test_case& about);

/// An invented request, a good case, a bad packet and a wrong expectation; empty, or what shows that the implementation
/// (or this runner) cannot be believed. Cases that break it are passed over, but not many.
[[nodiscard]] std::string check_honesty(const start_implementation& start, std::chrono::milliseconds patience,
                                        const greeting& told, std::span<const test_case* const> all);

}  // namespace tic::conformance
