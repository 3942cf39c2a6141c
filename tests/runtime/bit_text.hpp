// Bits as text, "1 01|0" and so on, for tests that are written as the language page writes codes.
#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/tic/bits.hpp"
#include "runtime/tic/hex.hpp"

namespace tic::test {

/// The bits of a text, all else than 0 and 1 left out; the last byte is filled with zeros.
inline std::vector<std::uint8_t> from_bits(std::string_view text) {
    std::vector<std::uint8_t> bytes;
    std::size_t count = 0;
    for (const char c : text) {
        if (c != '0' && c != '1') continue;
        if (count % 8 == 0) bytes.push_back(0);
        if (c == '1') bytes.back() = static_cast<std::uint8_t>(bytes.back() | 0x80U >> (count % 8));
        ++count;
    }
    return bytes;
}

/// The first `count` bits as text.
inline std::string to_bits(std::span<const std::uint8_t> bytes, std::uint64_t count) {
    std::string text;
    for (std::uint64_t i = 0; i < count; ++i) text += (bytes[i / 8] >> (7 - i % 8) & 1) != 0 ? '1' : '0';
    return text;
}

/// What a function writes, as text.
template <class Write>
std::string written(Write&& write) {
    std::vector<std::uint8_t> bytes(64);
    bit_writer out(bytes);
    write(out);
    const std::uint64_t count = out.position();
    out.finish();
    return to_bits(bytes, count);
}

/// x in n digits.
inline std::string digits_text(std::uint64_t x, unsigned n) {
    std::string text;
    for (unsigned i = n; i > 0; --i) text += (x >> (i - 1) & 1) != 0 ? '1' : '0';
    return text;
}

inline std::vector<std::uint8_t> from_hex(std::string_view text) {
    std::vector<std::uint8_t> bytes(text.size() / 2);
    if (!read_hex(text, bytes.data())) throw std::invalid_argument(std::string(text));
    return bytes;
}

inline std::string to_hex(std::span<const std::uint8_t> bytes) {
    std::string text;
    append_hex(text, bytes);
    return text;
}

}  // namespace tic::test
