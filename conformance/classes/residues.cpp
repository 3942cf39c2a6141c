// Sets of positions modulo 8, as bits of a byte, carried over the codes.
#include "conformance/classes/residues.hpp"

#include <algorithm>

#include "runtime/tic/codes.hpp"

namespace tic::conformance {

namespace {

using positions = unsigned;  // bit r: a position with r bits of its byte used

positions move(positions from, unsigned bits) {
    const unsigned r = bits % 8;
    return ((from << r) | (from >> (8 - r))) & 0xffU;
}

/// Over Exp-Golomb codes of an order, from the shortest to that of the greatest number.
positions over_exp_golomb(positions from, unsigned order, std::uint64_t greatest) {
    positions to = 0;
    const unsigned longest = exp_golomb_holds(greatest, order) ? exp_golomb_bits(greatest, order) : 127 - order;
    for (unsigned bits = order + 1; bits <= longest; bits += 2) to |= move(from, bits);
    return to;
}

struct tracer {
    const layout& plan;
    unsigned version;

    /// Over the number, length or count of a node in its plain code.
    [[nodiscard]] positions over_number(positions from, const node& n) const {
        switch (n.plain) {
            case code::fixed:
            case code::twos:
                return move(from, n.bits);
            case code::truncated_binary:
                return move(from, truncated_binary_bits(0, n.span)) | move(from, truncated_binary_bits(n.span, n.span));
            case code::exp_golomb:
                return over_exp_golomb(from, n.bits, n.span);
            case code::zigzag: {
                const auto high = static_cast<std::int64_t>(n.low + n.span);
                return over_exp_golomb(from, n.bits, std::max(zigzag(static_cast<std::int64_t>(n.low)), zigzag(high)));
            }
            default:
                return from;
        }
    }

    [[nodiscard]] positions over_plain(positions from, const node& n) const {
        switch (n.operation) {
            case op::bytes:
            case op::utf8:
            case op::text:
            case op::sealed: {
                const positions length = over_number(from, n);
                return (n.low == 0 ? length : 0) | (n.low + n.span != 0 ? 1U : 0U);
            }
            case op::list: {
                positions now = over_number(from, n);
                positions to = n.low == 0 ? now : 0;
                for (std::uint64_t i = 1; i <= std::min(n.low + n.span, n.low + 8); ++i) {
                    now = over(now, plan.nodes[n.element]);
                    if (i >= n.low) to |= now;
                }
                return to;
            }
            case op::structure:
                for (const node& f : plan.fields(version, n.type)) from = over(from, f);
                return from;
            case op::enumeration:
            case op::choice: {
                const prefix_table& codes = plan.at(version, n.type).codes;
                positions to = 0;
                for (index i = 0; i < codes.count; ++i) {
                    const positions tag = move(from, plan.codes[codes.first + i].length);
                    to |= n.operation == op::choice ? over(tag, plan.fields(version, n.type)[i]) : tag;
                }
                return to;
            }
            default:
                return over_number(from, n);
        }
    }

    /// What may stand before the plain code, and whether that may be all.
    [[nodiscard]] positions over_hint(positions from, const node& n, positions& whole) const {
        whole = 0;
        switch (n.by) {
            case hint::none:
                return from;
            case hint::is:
                whole = move(from, 1);
                return n.two_values ? 0 : move(from, 1);
            case hint::same:
                whole = move(from, 1);
                return from | (n.two_values ? 0 : move(from, 1));
            case hint::predict:
                whole = over_exp_golomb(from, n.hint_bits, ~std::uint64_t{0} >> 1);
                return 0;
            case hint::table:
                return whole = over_exp_golomb(from, 0, plan.slots[n.slot].capacity);
        }
        return from;
    }

    [[nodiscard]] positions over(positions from, const node& n) const {
        const positions present = n.optional ? move(from, 1) : from;
        positions whole = 0;
        const positions plain = over_hint(present, n, whole);
        return (n.optional ? present : 0) | whole | (plain == 0 ? 0 : over_plain(plain, n));
    }
};

positions at_start(const layout& plan, const root& from) {
    if (from.is == root_kind::alone) return 1;
    if (from.is == root_kind::sealed) return move(1, exp_golomb_bits(from.version - 1, 0));
    const prefix_table& tags = plan.at(from.version).tags[from.who];
    for (const prefix_code& c : plan.codes.subspan(tags.first, tags.count))
        if (c.member == from.packet) return move(1, c.length);
    return 1;
}

}  // namespace

bool may_have_fill(const interpreter::program& run, const route& by) {
    const layout& plan = run.plan();
    const tracer trace{plan, by.from.version};
    positions now = at_start(plan, by.from);
    index type = by.from.type;
    for (const way_step& step : by.way) {
        const auto fields = plan.fields(by.from.version, type);
        for (index i = 0; i < fields.size(); ++i) {
            const node* n = &fields[i];
            if (n->member != step.member) {
                if (plan.types[type].kind == type_kind::structure) now = trace.over(now, *n);
                continue;
            }
            if (plan.types[type].kind == type_kind::choice)
                now = move(now, plan.codes[plan.at(by.from.version, type).codes.first + i].length);
            if (n->optional) now = move(now, 1);
            for (unsigned d = 0; d < step.depth; ++d) {
                now = trace.over_number(now, *n);
                const std::uint64_t most = std::min<std::uint64_t>(n->low + n->span, 9);
                n = &plan.nodes[n->element];
                for (std::uint64_t k = 1; k < most; ++k) now |= trace.over(now, *n);
                if (n->optional) now = move(now, 1);
            }
            type = n->type;
            if (&step == &by.way.back()) {
                positions whole = 0;
                now = trace.over_number(trace.over_hint(now, *n, whole), *n);
            }
            break;
        }
    }
    return (now & 0xfeU) != 0;
}

}  // namespace tic::conformance
