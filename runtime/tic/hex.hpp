// Bytes as hex digits and back. It allocates.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tic {

namespace detail {

inline constexpr std::uint8_t no_digit = 0xff;

/// The value of each hex digit, and `no_digit` for all other characters.
inline constexpr std::array<std::uint8_t, 256> hex_digits = [] {
    std::array<std::uint8_t, 256> table{};
    table.fill(no_digit);
    for (unsigned i = 0; i < 16; ++i)
        table[static_cast<unsigned char>("0123456789abcdef"[i])] = static_cast<std::uint8_t>(i);
    for (unsigned i = 10; i < 16; ++i)
        table[static_cast<unsigned char>("0123456789ABCDEF"[i])] = static_cast<std::uint8_t>(i);
    return table;
}();

/// The two digits of each byte, one after the other: a byte costs one lookup.
inline constexpr std::array<char, 512> hex_pairs = [] {
    std::array<char, 512> table{};
    for (std::size_t i = 0; i < 256; ++i) {
        table[2 * i] = "0123456789abcdef"[i / 16];
        table[2 * i + 1] = "0123456789abcdef"[i % 16];
    }
    return table;
}();

}  // namespace detail

/// Appends two lower-case digits for each byte.
inline void append_hex(std::string& to, std::span<const std::uint8_t> data) {
    const std::size_t first = to.size();
    to.resize(first + 2 * data.size());
    char* at = to.data() + first;
    for (const std::uint8_t octet : data) {
        *at++ = detail::hex_pairs[2U * octet];
        *at++ = detail::hex_pairs[2U * octet + 1];
    }
}

/// The same for bytes held in a string.
inline void append_hex(std::string& to, std::string_view octets) {
    append_hex(to, {reinterpret_cast<const std::uint8_t*>(octets.data()), octets.size()});
}

/// Writes text.size() / 2 bytes to `to`. False if a character is no digit or their number is odd; `to` then holds
/// anything.
inline bool read_hex(std::string_view text, std::uint8_t* to) {
    if (text.size() % 2 != 0) return false;
    unsigned wrong = 0;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const unsigned high = detail::hex_digits[static_cast<unsigned char>(text[i])];
        const unsigned low = detail::hex_digits[static_cast<unsigned char>(text[i + 1])];
        wrong |= high | low;
        *to++ = static_cast<std::uint8_t>(high << 4 | low);
    }
    return (wrong & 0x80) == 0;
}

}  // namespace tic
