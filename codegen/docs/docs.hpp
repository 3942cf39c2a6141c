// The documentation backend: one page a protocol, with what each packet looks like on the wire and what it costs.
#pragma once

#include "runtime/layout/layout.hpp"

#include <string>

namespace tic::docs {

/// The page's text (HTML, complete in itself).
[[nodiscard]] std::string print_page(const layout& plan);

/// `chat.html`.
[[nodiscard]] std::string page_name(const layout& plan);

}  // namespace tic::docs
