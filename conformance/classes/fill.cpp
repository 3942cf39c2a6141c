// Follows a route through its types: what comes before it in each, the codes of arms, presence and counts on the way.
#include "conformance/classes/fill.hpp"

#include <algorithm>

#include "runtime/layout/alignment.hpp"

namespace tic::conformance {

namespace {

endings code_of(const prefix_code& c) { return endings::digits(c.length, c.code, c.code); }

endings at_start(const layout& plan, const root& from) {
    if (from.is == root_kind::sealed) return endings::exp_golomb(0, from.version - 1, from.version - 1);
    if (from.is == root_kind::alone) return endings::nothing();
    const prefix_table& tags = plan.at(from.version).tags[from.who];
    for (const prefix_code& c : plan.codes.subspan(tags.first, tags.count))
        if (c.member == from.packet) return code_of(c);
    return endings::nothing();
}

/// Endings after the counts of the lists that a step enters and the elements before the one that it enters; sets `n` to
/// that element.
endings into_lists(const layout& plan, const node*& n, unsigned depth, unsigned version, endings now) {
    const auto present = [&](const endings& before) {
        return n->optional ? before.then(endings::digits(1, 1, 1)) : before;
    };
    for (unsigned d = 0; d < depth; ++d) {
        now = ends_of_length(*n, present(now));
        // Eight elements bring every position that the ninth could.
        const std::uint64_t most = std::min<std::uint64_t>(n->low + n->span, 9);
        n = &plan.nodes[n->element];
        for (std::uint64_t k = 1; k < most; ++k) now |= ends_of(plan, *n, version, now);
    }
    return now;
}

}  // namespace

bool may_have_fill(const interpreter::program& run, const route& by) {
    const layout& plan = run.plan();
    const unsigned version = by.from.version;
    endings now = at_start(plan, by.from);
    index type = by.from.type;
    for (const member_step& step : by.steps) {
        const bool is_choice = plan.types[type].kind == type_kind::choice;
        const auto fields = plan.fields(version, type);
        for (index i = 0; i < fields.size(); ++i) {
            const node* n = &fields[i];
            if (n->member != step.member) {
                if (!is_choice) now = ends_of(plan, *n, version, now);
                continue;
            }
            if (is_choice) now = now.then(code_of(plan.codes[plan.at(version, type).codes.first + i]));
            now = into_lists(plan, n, step.depth, version, now);
            now = before_plain(plan, *n, version, now);
            type = n->type;
            if (&step == &by.steps.back()) now = ends_of_length(*n, now);
            break;
        }
    }
    return (now.lengths() & ~residue(0)) != 0;
}

}  // namespace tic::conformance
