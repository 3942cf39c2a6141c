// The well-formed part of bytes as UTF-8. Language page, sections 3 and 9; RFC 3629, section 4.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "bits.hpp"

namespace tic {

namespace detail {

/// The length of the well-formed sequence that starts with a byte above 0x7f, or 0.
constexpr std::size_t sequence_length(const std::uint8_t* at, std::size_t left) {
    const std::uint8_t lead = at[0];
    if (lead < 0xc2 || lead > 0xf4) return 0;
    const std::size_t length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (left < length) return 0;
    const std::uint8_t least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    const std::uint8_t most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (at[1] < least || at[1] > most) return 0;
    for (std::size_t i = 2; i < length; ++i) {
        if ((at[i] & 0xc0) != 0x80) return 0;
    }
    return length;
}

}  // namespace detail

/// The offset of the first sequence that is not well-formed; the size if all are.
constexpr std::size_t utf8_prefix(std::span<const std::uint8_t> bytes) {
    const std::uint8_t* const data = bytes.data();
    const std::size_t size = bytes.size();
    std::size_t at = 0;
    while (at < size) {
        if (data[at] < 0x80) {
            ++at;
            while (size - at >= 8 && (detail::load_big(data + at) & 0x8080808080808080U) == 0) at += 8;
            continue;
        }
        const std::size_t length = detail::sequence_length(data + at, size - at);
        if (length == 0) return at;
        at += length;
    }
    return size;
}

}  // namespace tic
