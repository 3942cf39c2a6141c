// The configuration file of a server: lines of `name = value`; `#` begins a comment. Durations are written as `10s` or
// `200ms`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server.hpp"

namespace tic::net {

/// Sets the options that the text names and keeps the others. Returns the first error, with its line: `kv.conf:3: …`.
[[nodiscard]] std::optional<std::string> read_config(std::string_view text, std::string_view file, server_options& to);

}  // namespace tic::net
