// Whether bytes are UTF-8, without branches on single bytes: eight ASCII bytes at once, all else through a small
// automaton. Where they are not, utf8.hpp finds the offset. Language page, section 3; RFC 3629.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "bits.hpp"
#include "utf8.hpp"

namespace tic {

namespace detail {

/// The automaton: nine states, numbered 0, 6, … 48. Each byte has a row, one word, in which the six bits from bit
/// `state` on are the next state. So a step is a load that does not depend on the state, and a shift; a table by state
/// and byte would put a load into the chain from state to state. Bits above the six are left in the state: shifts mask
/// them.
struct utf8_rows {
    enum : unsigned {
        good = 0,
        bad = 6,
        one_more = 12,
        two_more = 18,
        three_more = 24,
        after_e0 = 30,
        after_ed = 36,
        after_f0 = 42,
        after_f4 = 48
    };
    std::array<std::uint64_t, 256> of{};

    constexpr utf8_rows() {
        const std::uint64_t others = row(0);  // of all bytes that continue no sequence
        const std::uint64_t middle[] = {row(0x80), row(0x90), row(0xa0), row(0xb0)};
        for (unsigned b = 0; b < 256; ++b) of[b] = b >> 6 == 2 ? middle[b >> 4 & 3] : others | lead(b);
    }

private:
    static constexpr unsigned lead(unsigned b) {
        if (b < 0x80) return good;
        if (b < 0xc2 || b > 0xf4) return bad;
        if (b < 0xe0) return one_more;
        if (b == 0xe0) return after_e0;
        if (b == 0xed) return after_ed;
        if (b < 0xf0) return two_more;
        return b == 0xf0 ? after_f0 : b == 0xf4 ? after_f4 : three_more;
    }
    static constexpr std::uint64_t row(unsigned b) {
        std::uint64_t made = 0;
        for (unsigned state = 0; state <= after_f4; state += 6) made |= std::uint64_t{next(state, b)} << state;
        return made;
    }
    static constexpr unsigned next(unsigned state, unsigned b) {
        if (state == good) return lead(b);
        if (state == bad || b < 0x80 || b > 0xbf) return bad;
        switch (state) {
            case one_more:
                return good;
            case two_more:
                return one_more;
            case three_more:
                return two_more;
            case after_e0:
                return b >= 0xa0 ? one_more : bad;
            case after_ed:
                return b < 0xa0 ? one_more : bad;
            case after_f0:
                return b >= 0x90 ? two_more : bad;
            default:
                return b < 0x90 ? two_more : bad;
        }
    }
};
inline constexpr utf8_rows utf8_next{};

}  // namespace detail

/// Whether all bytes are well-formed UTF-8.
///
/// A word of ASCII is skipped in state `good`; in any other state it breaks a sequence. The last word is loaded so that
/// it ends with the input, and the bytes seen before are shifted out: a loop over up to 7 bytes only if one of them is
/// not ASCII, or the input is shorter than a word.
constexpr bool is_utf8(const std::uint8_t* data, std::size_t size) {
    if (std::is_constant_evaluated()) return utf8_prefix({data, size}) == size;
    constexpr std::uint64_t high = 0x8080808080808080U;
    std::uint64_t state = 0;
    std::size_t at = 0;
    const auto step = [&] { state = detail::utf8_next.of[data[at++]] >> (state & 63); };
    for (; size - at >= 8;) {
        std::uint64_t word = 0;
        std::memcpy(&word, data + at, 8);
        if ((word & high) == 0) {
            if ((state & 63) != 0) return false;
            at += 8;
            continue;
        }
        for (unsigned i = 0; i < 8; ++i) step();
    }
    if (size >= 8 && (state & 63) == 0) {
        std::uint64_t word = 0;
        std::memcpy(&word, data + size - 8, 8);
        const std::size_t before = 8 - (size - at);  // bytes of this word already seen
        if (before == 8 || (detail::swap_to_big(word) << (8 * before) & high) == 0) return true;
    }
    while (at < size) step();
    return (state & 63) == 0;
}

}  // namespace tic
