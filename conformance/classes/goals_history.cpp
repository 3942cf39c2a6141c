// Goals of memory that outlives a coding: shared by declarations, packets and places, kept apart by directions, lists
// and sealed contents.
#include <algorithm>

#include "conformance/classes/goal_maker.hpp"
#include "conformance/classes/hinted.hpp"
#include "conformance/classes/plain.hpp"
#include "conformance/classes/talk.hpp"
#include "runtime/tic/memory.hpp"

namespace tic::conformance {

using interpreter::value;

namespace {

/// One step beyond what is predicted, or what the memory holds already.
void known_value(const layout& plan, const visit& now, value& v) {
    const node& at = now.at;
    v = {};
    if (is_fresh(plan, now.remembered, at.slot) && at.by != hint::predict) {
        static_cast<void>(distinct_value(plan, now.version, at, 0, v));
        return;
    }
    switch (at.by) {
        case hint::same:
            now.remembered.read_last(at.slot, v);
            break;
        case hint::table:
            now.remembered.read_entry(at.slot, 0, v);
            break;
        case hint::predict: {
            const std::uint64_t before = now.remembered.number(at.slot);
            const predicted next = apply_residual(1, before, at.delta, at.low, at.span, at.wrap_bits);
            const predicted back = apply_residual(-1, before, at.delta, at.low, at.span, at.wrap_bits);
            v.number = next.ok ? next.value : back.ok ? back.value : before;
            break;
        }
        default:
            break;
    }
}

/// A value that is not what memory is at first.
value unlike_first(const layout& plan, unsigned version, const node& n) {
    value v;
    if (n.by == hint::predict) {
        const std::uint64_t first = plan.slots[n.slot].initial;
        const std::uint64_t above = n.low + n.span - first;
        v.number = above != 0 ? first + std::min<std::uint64_t>(above, 41) : n.low;
        return v;
    }
    static_cast<void>(distinct_value(plan, version, n, 0, v));
    return v;
}

/// Whether memory on this way lives as long as the connection.
bool lasts(const layout& plan, const node& n, const route& r) {
    return !r.from.once && (r.lists == 0 || !is_scoped(plan, n));
}

}  // namespace

void goal_maker::add_history() {
    const layout& all = plan();
    if (n().operation == op::sealed && in_packets()) add_sealed_memory();
    if (n().slot == none || n().by == hint::is || !in_packets()) return;
    const bool can_differ = has_values(2) && (n().by != hint::predict || n().span > 0);
    const value usual = unlike_first(all, here().last, n());
    if (n().optional && most >= 3 && can_differ)
        add({"absent-keeps"},
            {code(set_to(usual)), code([](const visit&, value& v) { v = {.absent = true}; }), code(known_setter())});
    if (!can_differ) return;
    if (is_scoped(all, n())) add_scopes(usual);
    if (!lasts(all, n(), *by)) return;
    add_other_use(usual);
    add_neighbours(usual);
}

setter goal_maker::known_setter() const {
    return [&all = plan()](const visit& now, value& v) { known_value(all, now, v); };
}

void goal_maker::add_sealed_memory() {
    const unsigned w = plan().version;
    const type_layout& t = plan().at(w, n().type);
    const std::uint64_t least = (t.min_bits + 1) / 8 + 2;
    const bool fits = paths.is_inhabited(n().type, w) && n().low <= 1 && least + 6 <= n().low + n().span;
    const setter open = [w](const visit&, value& v) { v = {.number = w}; };
    if (fits && t.remembers) add({"fresh-inside"}, {code(open), code(open)});
}

/// Lists: each starts with fresh memory, one inside another too; after them the memory is as before.
void goal_maker::add_scopes(const value& usual) {
    if (by->lists != 0) {
        if (goal* g = add({"list-fresh"}, {code(set_to(usual)), code(set_to(usual))}); g != nullptr) g->in_one = false;
        goal* g = by->lists >= 2 && by->outer >= 2 ? add({"inner-fresh"}, {code(set_to(usual)), code(set_to(usual))})
                                                   : nullptr;
        if (g != nullptr) g->in_one = false, g->twice = true;
    }
    for (const side who : {side::client, side::server}) {
        const auto find = [&](bool in_list) -> const route* {
            for (const route& r : list.routes(at))
                if (!r.from.once && r.from.version == by->from.version && r.from.who == who &&
                    (r.lists != 0) == in_list)
                    return &r;
            return nullptr;
        };
        const route* a = find(false);
        const route* b = find(true);
        if (a != nullptr && b != nullptr)
            add({"restored"}, {{at, a, set_to(usual)}, {at, b, set_to(0)}, {at, a, known_setter()}});
    }
}

/// Another packet or another field with the same struct.
void goal_maker::add_other_use(const value& usual) {
    for (const route& r : list.routes(at)) {
        const bool is_other = r.from.packet != by->from.packet || r.steps != by->steps;
        if (r.from.once || r.from.version != by->from.version || r.from.who != by->from.who || !is_other ||
            !lasts(plan(), n(), r))
            continue;
        add({"other-use"}, {code(set_to(usual)), {at, &r, known_setter()}, code(known_setter())});
        return;
    }
}

/// The next path that writes the memory that this one reads: in the same direction it counts, in the other it must not.
void goal_maker::add_neighbours(const value& usual) {
    // Whether a packet can be sent before any other of its side.
    const auto comes_first = [&](const root& from) {
        std::vector<sent> talk;
        return find_conversation(run, from.version, interpreter::session_states(run, from.version),
                                 {from.who, from.packet}, talk) &&
               std::ranges::none_of(talk, [&](const sent& p) { return p.who == by->from.who; });
    };
    const auto count = static_cast<index>(paths.all().size());
    for (const bool apart : {false, true}) {
        for (index step = apart ? 0 : 1; step < count; ++step) {
            const index q = (at + step) % count;
            const field_path& from = paths.all()[q];
            const bool writes = from.at->slot == n().slot && from.at->by != hint::none;
            if (!writes || (!apart && from.step.member == here().step.member)) continue;
            const auto& theirs = list.routes(q);
            const auto other = std::ranges::find_if(theirs, [&](const route& r) {
                return !r.from.once && r.from.version == by->from.version && lasts(plan(), *from.at, r) &&
                       (r.from.who != by->from.who) == apart && (!apart || comes_first(r.from));
            });
            if (other == theirs.end()) continue;
            if (apart)
                add({"apart"}, {{q, &*other, set_to(usual)}, code(set_to(usual))});
            else
                add({"shared"}, {{q, &*other, set_to(usual)}, code(known_setter())});
            break;
        }
    }
}

}  // namespace tic::conformance
