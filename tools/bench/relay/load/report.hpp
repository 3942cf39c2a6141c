// A run as one line of JSON.
#pragma once

#include <string>

#include "load.hpp"

namespace tic::bench {

[[nodiscard]] std::string report(const load_options& options, const load_result& result);

}  // namespace tic::bench
