// Reads the literals of numbers and strings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tic::parse {

enum class spelling : std::uint8_t { good, too_large, fraction, exponent, bad_underscore, bad_digit };

struct number {
    spelling how = spelling::good;
    std::uint64_t magnitude = 0;
};

/// Reads digits without a sign: decimal or `0x…`, `_` only between digits.
[[nodiscard]] number read_number(std::string_view digits);

struct text {
    std::string value;
    std::size_t bad_begin =
        std::string_view::npos;  // the first wrong escape or control character, in bytes of the literal
    std::size_t bad_end = 0;
};

/// Decodes a JSON string, quotes included.
[[nodiscard]] text read_string(std::string_view literal);

}  // namespace tic::parse
