// Adds up what comes before the plain code of a node, the code, and what the node holds.
#include "codegen/plan/cost.hpp"

#include <algorithm>

#include "runtime/tic/codes.hpp"

namespace tic::plan {
namespace {

bit_range plain_bits(const node& n, bit_range inner) {
    switch (n.operation) {
        case op::boolean:
        case op::number:
        case op::f32:
        case op::f64:
            return number_bits(n);
        case op::enumeration:
        case op::choice:
        case op::structure:
            return inner;
        case op::bytes:
        case op::utf8:
        case op::text:
        case op::sealed: {
            const bit_range length = number_bits(n);
            const std::uint64_t most = n.low + n.span;
            return {add(length.least, multiply(8, n.low)), add(length.most, most == 0 ? 0 : add(7, multiply(8, most)))};
        }
        case op::list: {
            const bit_range count = number_bits(n);
            return {add(count.least, multiply(n.low, inner.least)),
                    add(count.most, multiply(n.low + n.span, inner.most))};
        }
    }
    return {};
}

}  // namespace

void set_bits(node& n, bit_range inner, unsigned capacity) {
    bit_range c = plain_bits(n, inner);
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
            c = residual_bits(n);
            break;
        case hint::table:
            c = {1, add(exp_golomb_bits(capacity, 0), c.most)};
            break;
    }
    n.min_bits = n.optional ? 1 : c.least;
    n.max_bits = n.optional ? add(1, c.most) : c.most;
}

}  // namespace tic::plan
