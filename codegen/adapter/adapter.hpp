// The backend for adapters: programs around a generated header that `tictoc conform run` can test (docs/porting.md).
#pragma once

#include "runtime/layout/layout.hpp"

#include <string>
#include <string_view>

namespace tic::cpp {

/// The source of the program; `schema_file` is named in its first line.
[[nodiscard]] std::string print_adapter(const layout& plan, std::string_view schema_file);
/// Only the struct `PROTOCOL_adapter` that `tic::adapter` takes.
[[nodiscard]] std::string print_adapter_table(const layout& plan);

/// `chat_adapter.cpp`.
[[nodiscard]] std::string adapter_name(const layout& plan);

}  // namespace tic::cpp
