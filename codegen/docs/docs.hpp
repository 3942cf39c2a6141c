// The documentation backend: one HTML page for a protocol, with the bits of each packet and their sizes.
#pragma once

#include "runtime/layout/layout.hpp"

#include <string>

namespace tic::docs {

/// The page, complete HTML without references to other files.
[[nodiscard]] std::string print_page(const layout& plan);

/// `chat.html`.
[[nodiscard]] std::string page_name(const layout& plan);

}  // namespace tic::docs
