// Untrusted text made fit for terminals, XML and JSON, and bytes that differ.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tic::conformance {

/// Control characters but line ends and tabs, and bytes that are not UTF-8, as `\xNN`.
[[nodiscard]] std::string clean(std::string_view text);
/// The same in one line, cut after `most` bytes.
[[nodiscard]] std::string clean_line(std::string_view text, std::size_t most = 400);

/// `byte 3  expected 00010000  got 00010100` for each of the first bytes of two hex strings that differ; empty if none
/// does.
[[nodiscard]] std::vector<std::string> differing_bytes(std::string_view expected, std::string_view got);
/// The bits of a byte, or nothing behind the end.
[[nodiscard]] std::optional<std::string> bits_of_byte(std::string_view hex, std::size_t at);

}  // namespace tic::conformance
