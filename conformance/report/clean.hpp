// Text of strangers made fit for terminals, XML and JSON.
#pragma once

#include <string>
#include <string_view>

namespace tic::conformance {

/// Control characters but line ends and tabs, and bytes that are no UTF-8, as `\xNN`.
[[nodiscard]] std::string clean(std::string_view text);
/// The same, without line ends, and cut where it grows too long for a line.
[[nodiscard]] std::string clean_line(std::string_view text, std::size_t most = 400);

}  // namespace tic::conformance
