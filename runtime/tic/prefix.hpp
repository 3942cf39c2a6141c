// Prefix codes for reading: by a table of the next bits, or for codes of more than 8 bits by binary search.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tic {

/// One code: the member's ordinal, the code's value, and its length in bits.
struct prefix_item {
    std::uint16_t member = 0;
    std::uint16_t code = 0;
    std::uint8_t length = 0;
};

/// A member's ordinal and the length of its code in bits.
struct prefix_found {
    std::uint16_t member = 0;
    std::uint8_t length = 0;
};

/// The codes of the N members of a version, of at most `Longest` bits. `items` are in the order of their codes, which
/// for canonical codes is by length, then as declared.
template <std::size_t N, unsigned Longest>
struct prefix_reader {
    static constexpr bool direct = Longest <= 8;
    prefix_found by_bits[direct ? std::size_t{1} << Longest : 1]{};
    prefix_item items[N]{};

    constexpr explicit prefix_reader(const prefix_item (&from)[N]) {
        for (std::size_t i = 0; i < N; ++i) items[i] = from[i];
        if constexpr (direct) {
            std::size_t at = 0;
            for (const prefix_item& item : items) {
                for (std::size_t i = 0; i < std::size_t{1} << (Longest - item.length); ++i)
                    by_bits[at++] = {item.member, item.length};
            }
        }
    }

    /// The member whose code begins the next 16 bits. Every pattern begins with a code: the codes are complete.
    [[nodiscard]] constexpr prefix_found find(std::uint64_t next16) const {
        if constexpr (direct) return by_bits[next16 >> (16 - Longest)];
        std::size_t first = 0;
        for (std::size_t count = N; count > 1;) {
            const std::size_t half = count / 2;
            const prefix_item& middle = items[first + half];
            if (std::uint64_t{middle.code} << (16 - middle.length) <= next16) {
                first += half;
                count -= half;
            } else {
                count = half;
            }
        }
        return {items[first].member, items[first].length};
    }
};
template <std::size_t N>
prefix_reader(const prefix_item (&)[N]) -> prefix_reader<N, 15>;

}  // namespace tic
