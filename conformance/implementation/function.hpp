// An implementation within this process: a function from a request to its answer.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "conformance/implementation/implementation.hpp"

namespace tic::conformance {

/// Appends the answer to one request, without its line end, to `answer`; nothing for `bye`. Lives as long as one
/// implementation.
using answerer = std::function<void(std::string_view request, std::string& answer)>;

[[nodiscard]] std::unique_ptr<implementation> around(answerer answer);

}  // namespace tic::conformance
