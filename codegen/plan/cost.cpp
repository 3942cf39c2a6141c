// Least and most bits of codes.
#include "codegen/plan/cost.hpp"

#include <algorithm>

namespace tic::plan {
namespace {

cost plain_cost(const node& n, cost inner) {
    switch (n.operation) {
        case op::boolean:
        case op::number:
        case op::f32:
        case op::f64:
            return number_cost(n);
        case op::enumeration:
        case op::choice:
        case op::structure:
            return inner;
        case op::bytes:
        case op::utf8:
        case op::text:
        case op::sealed: {
            const cost length = number_cost(n);
            const std::uint64_t most = n.low + n.span;
            return {add(length.least, multiply(8, n.low)), add(length.most, most == 0 ? 0 : add(7, multiply(8, most)))};
        }
        case op::list: {
            const cost count = number_cost(n);
            return {add(count.least, multiply(n.low, inner.least)),
                    add(count.most, multiply(n.low + n.span, inner.most))};
        }
    }
    return {};
}

}  // namespace

cost number_cost(const node& n) {
    switch (n.plain) {
        case code::fixed:
        case code::twos:
            return {n.bits, n.bits};
        case code::truncated_binary: {
            const unsigned k = digits(n.span + 1) - 1;
            return {k, std::has_single_bit(n.span + 1) ? k : k + 1};
        }
        case code::exp_golomb:
            return {n.bits + 1U, exp_golomb_length(n.span, n.bits)};
        case code::zigzag: {
            const auto low = static_cast<std::int64_t>(n.low);
            const auto high = static_cast<std::int64_t>(n.low + n.span);
            return {n.bits + 1U, exp_golomb_length(std::max(zigzag(low), zigzag(high)), n.bits)};
        }
        case code::huffman:
        case code::nothing:
            return {};
    }
    return {};
}

cost residual_cost(const node& n) {
    std::uint64_t most = 0;
    if (n.wrap_bits != 0) {
        most = zigzag(-(std::int64_t{1} << (n.wrap_bits - 1)));
    } else {
        const auto span = static_cast<std::int64_t>(n.span);  // r = v - p - D, and v - p is within -span..span
        most = std::max(zigzag(-span - n.delta), zigzag(span - n.delta));
    }
    return {n.hint_bits + 1U, exp_golomb_length(most, n.hint_bits)};
}

void set_cost(node& n, cost inner, unsigned capacity) {
    cost c = plain_cost(n, inner);
    switch (n.by) {
        case hint::none:
            break;
        case hint::is:
            c = {1, n.two_values ? 1 : add(1, c.most)};
            break;
        case hint::same:
            c = {std::min<std::uint64_t>(1, c.least),
                 n.two_values ? std::max<std::uint64_t>(1, c.most) : add(1, c.most)};
            break;
        case hint::predict:
            c = residual_cost(n);
            break;
        case hint::table:
            c = {1, add(exp_golomb_length(capacity, 0), c.most)};
            break;
    }
    n.min_bits = n.optional ? 1 : c.least;
    n.max_bits = n.optional ? add(1, c.most) : c.most;
}

}  // namespace tic::plan
