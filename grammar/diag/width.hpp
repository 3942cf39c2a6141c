// How many columns of a terminal a character takes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tic::diag {

struct scalar {
    std::uint32_t value = 0;
    std::size_t bytes = 1;
    bool valid = true;
};

/// The Unicode scalar value at a byte; one byte that is not valid where the text is not UTF-8.
[[nodiscard]] scalar scalar_at(std::string_view text, std::size_t at);

/// 0 for what combines with the character before it, 2 for wide East Asian characters and emoji, else 1.
[[nodiscard]] std::size_t column_width(std::uint32_t scalar);

/// Zero-width and direction controls: they would let a line look like another.
[[nodiscard]] bool is_invisible(std::uint32_t scalar);

}  // namespace tic::diag
