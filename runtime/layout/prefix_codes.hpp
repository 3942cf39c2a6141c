// The prefix codes of the layout: found by member, written and read. Language page, section 4.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "runtime/layout/layout.hpp"
#include "runtime/tic/codes.hpp"

namespace tic {

/// The prefix codes of one enum, union or side, by offset in declared order among the living.
struct prefix_codes {
    std::span<const prefix_code> codes{};
    std::span<const index> ranks{};  ///< offsets in canonical order: by (length, declared order)

    constexpr prefix_codes(const layout& from, const prefix_table& table)
        : codes(from.codes.subspan(table.first, table.count)),
          ranks(from.ranks.subspan(table.first_rank, table.count)) {}

    /// The offset of a declared member that lives, or none.
    [[nodiscard]] constexpr index find(std::uint64_t member) const {
        index first = 0;
        index count = static_cast<index>(codes.size());
        while (count > 0) {
            const index half = count / 2;
            if (codes[first + half].member < member) {
                first += half + 1;
                count -= half + 1;
            } else {
                count = half;
            }
        }
        return first < codes.size() && codes[first].member == member ? first : none;
    }
};

/// huffman(…): the value is an offset into `codes`.
constexpr void write_huffman(bit_writer& out, const prefix_codes& table, index offset) {
    out.put(table.codes[offset].code, table.codes[offset].length);
}
constexpr read_result read_huffman(bit_reader& in, const prefix_codes& table) {
    const std::uint64_t seen = in.peek(in.position(), 16);  // zeros past the end spell the shortest completion
    std::size_t first = 0;
    for (std::size_t count = table.ranks.size(); count > 1;) {
        const std::size_t half = count / 2;
        const prefix_code& middle = table.codes[table.ranks[first + half]];
        if (static_cast<std::uint64_t>(middle.code) << (16 - middle.length) <= seen) {
            first += half;
            count -= half;
        } else {
            count = half;
        }
    }
    const index offset = table.ranks[first];
    const unsigned length = table.codes[offset].length;
    if (length > in.left()) [[unlikely]]
        return detail::lacks(in, length - in.left());
    in.skip(length);
    return {.value = offset};
}

}  // namespace tic
