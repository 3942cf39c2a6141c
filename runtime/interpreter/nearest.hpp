// Which name a person likely meant.
#pragma once

#include <span>
#include <string_view>

namespace tic::interpreter {

/// The name at most two letters from what was written, or empty.
[[nodiscard]] std::string_view nearest_name(std::string_view wrong, std::span<const std::string_view> names);

}  // namespace tic::interpreter
