// The longest code is that of the number farthest from 0, for no code here gets shorter as its number grows.
#include "runtime/layout/code_lengths.hpp"

#include <algorithm>

#include "runtime/tic/codes.hpp"

namespace tic {

bit_range number_bits(const node& n) {
    switch (n.plain) {
        case code::fixed:
        case code::twos:
            return {n.bits, n.bits};
        case code::truncated_binary:
            return {truncated_binary_bits(0, n.span), truncated_binary_bits(n.span, n.span)};
        case code::exp_golomb:
            return {exp_golomb_bits(0, n.bits), exp_golomb_bits(n.span, n.bits)};
        case code::zigzag: {
            const auto low = static_cast<std::int64_t>(n.low);
            const auto high = static_cast<std::int64_t>(n.low + n.span);
            return {exp_golomb_bits(0, n.bits), exp_golomb_bits(std::max(zigzag(low), zigzag(high)), n.bits)};
        }
        case code::huffman:
        case code::nothing:
            return {};
    }
    return {};
}

bit_range residual_bits(const node& n) {
    std::uint64_t most = 0;
    if (n.wrap_bits != 0) {
        most = zigzag(-(std::int64_t{1} << (n.wrap_bits - 1)));
    } else {
        const auto span = static_cast<std::int64_t>(n.span);  // r = v - p - D, and v - p is within -span..span
        most = std::max(zigzag(-span - n.delta), zigzag(span - n.delta));
    }
    return {exp_golomb_bits(0, n.hint_bits), exp_golomb_bits(most, n.hint_bits)};
}

}  // namespace tic
