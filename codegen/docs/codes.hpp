// What the pages say of one place on the wire: how it is coded and what it costs.
#pragma once

#include "runtime/layout/layout.hpp"

#include <string>
#include <string_view>

namespace tic::docs {

/// Text as HTML says it.
[[nodiscard]] std::string escape(std::string_view text);

/// `3–16`, or one number where both are the same.
[[nodiscard]] std::string range(std::uint64_t least, std::uint64_t most);

/// The digits of a prefix code; `-` where it has none.
[[nodiscard]] std::string digits(const prefix_code& c);

/// How a node is coded, its hint first (HTML): `rank in chats: exp_golomb(0); a new one: fixed(40)`.
[[nodiscard]] std::string describe(const layout& plan, const node& n);

}  // namespace tic::docs
