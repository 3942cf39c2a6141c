// Two byte strings in hex, and where they differ.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tic::conformance {

/// `byte 3  expected 00010000  got 00010100`, one for each of the first bytes that differ; empty if there are none.
[[nodiscard]] std::vector<std::string> differing_bytes(std::string_view expected, std::string_view got);
/// The bits of a byte, or nothing behind the end.
[[nodiscard]] std::optional<std::string> bits_of_byte(std::string_view hex, std::size_t at);

}  // namespace tic::conformance
