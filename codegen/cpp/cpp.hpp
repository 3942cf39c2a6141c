// The C++ backend: one header a schema.
#pragma once

#include "runtime/layout/layout.hpp"

#include <string>
#include <string_view>

namespace tic::cpp {

/// The header's text; `schema_file` is named in its first line.
[[nodiscard]] std::string print_header(const layout& plan, std::string_view schema_file);

/// `chat.hpp`.
[[nodiscard]] std::string header_name(const layout& plan);

}  // namespace tic::cpp
