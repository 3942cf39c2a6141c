// Pieces of HTML about one node: how it is coded and how many bits it takes.
#pragma once

#include "runtime/layout/layout.hpp"

#include <string>
#include <string_view>

namespace tic::docs {

/// Text with the special characters of HTML replaced.
[[nodiscard]] std::string escape(std::string_view text);

/// `3–16`, or one number where both are the same.
[[nodiscard]] std::string range(std::uint64_t least, std::uint64_t most);

/// The digits of a prefix code; `-` for a code of 0 bits.
[[nodiscard]] std::string digits(const prefix_code& c);

/// How a node is coded, its hint first (HTML): `rank in chats: exp_golomb(0); a new one: fixed(40)`.
[[nodiscard]] std::string describe(const layout& plan, const node& n);

}  // namespace tic::docs
