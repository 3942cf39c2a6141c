// What of the language a schema uses, as words: `same+ utf8`, `table in a list`, `go without a reply`.
#pragma once

#include <set>
#include <string>

#include "runtime/layout/layout.hpp"

namespace tic::tests {

/// All that the packets and sealed contents of the spoken versions use, and what the session says.
[[nodiscard]] std::set<std::string> features_of(const layout& of);

}  // namespace tic::tests
