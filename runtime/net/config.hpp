// The configuration file of a server: lines of `name = value`, `#` begins a comment. Durations are like `10s` or
// `200ms`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server.hpp"

namespace tic::net {

/// Fills in what the text says and leaves the rest; or tells the first line that is wrong: `kv.conf:3: …`.
[[nodiscard]] std::optional<std::string> read_config(std::string_view text, std::string_view file, server_options& to);

}  // namespace tic::net
