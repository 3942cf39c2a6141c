// Goals of hints: flags, steps from predictions, tables and what their entries hold.
#include <algorithm>

#include "conformance/classes/goal_maker.hpp"
#include "conformance/classes/hinted.hpp"
#include "conformance/classes/plain.hpp"
#include "runtime/tic/memory.hpp"

namespace tic::conformance {

using interpreter::value;

namespace {

bool surely_codes(const layout& plan, unsigned version, const node& n, index slot) {
    if (n.optional) return false;
    if (n.by == hint::table && n.slot == slot) return true;
    if (n.operation == op::list) return n.low != 0 && surely_codes(plan, version, plan.nodes[n.element], slot);
    if (n.operation != op::structure) return false;
    return std::ranges::any_of(plan.fields(version, n.type),
                               [&](const node& f) { return surely_codes(plan, version, f, slot); });
}

/// Whether a table cannot be empty where a route ends, since something before it in the same packet always enters.
bool is_never_first(const layout& plan, const route& by, index slot) {
    index type = by.from.type;
    for (const member_step& step : by.steps) {
        for (const node& f : plan.fields(by.from.version, type)) {
            if (f.member == step.member) {
                const node* n = &f;
                for (unsigned d = 0; d < step.depth; ++d) n = &plan.nodes[n->element];
                type = n->type;
                break;
            }
            if (plan.types[type].kind == type_kind::structure && surely_codes(plan, by.from.version, f, slot))
                return true;
        }
    }
    return false;
}

}  // namespace

void goal_maker::add_hints() {
    switch (n().by) {
        case hint::none:
            return;
        case hint::is:
        case hint::same:
            return add_flags();
        case hint::predict:
            add_steps();
            break;
        case hint::table:
            add_table();
            break;
    }
    if (plan().slots[n().slot].parent != none) add_entries();
}

void goal_maker::add_flags() {
    if (n().by == hint::is) {
        const value usual = constant_of(plan(), n());
        add({"hint-hit"}, {code(set_to(usual))});
        for (std::uint64_t i = 0; i < 2 && has_values(i + 1); ++i) {
            value other;
            if (!distinct_value(plan(), here().last, n(), i, other) || same_short(n(), usual, other)) continue;
            add({"hint-miss"}, {code(set_to(other))});
        }
        return;
    }
    if (!has_values(1)) return;
    add({"first"}, {code(set_to(0))});
    if (most >= 2) add({"hint-hit"}, {code(set_to(0)), code(set_to(0))});
    if (most >= 2 && has_values(2)) add({"hint-miss"}, {code(set_to(0)), code(set_to(1))});
    if (most >= 3 && has_values(2)) add({"after-miss"}, {code(set_to(0)), code(set_to(1)), code(set_to(1))});
}

void goal_maker::add_steps() {
    for (const step_pair& pair : step_pairs(plan(), n(), most < 2)) {
        // Whatever else the packet coded through this cell, the step stays the one that is meant, if it can.
        const auto step = [r = residual(pair.v, pair.before, n().delta, n().wrap_bits), v = pair.v](const visit& now,
                                                                                                    value& out) {
            const node& to = now.at;
            const predicted p =
                apply_residual(r, now.remembered.number(to.slot), to.delta, to.low, to.span, to.wrap_bits);
            out = {.number = p.ok ? p.value : v};
        };
        std::vector<coding> codings;
        if (most >= 2) codings.push_back(code(set_to(value{.number = pair.before})));
        codings.push_back(code(step));
        const bool wraps = n().wrap_bits != 0 && pair.v != pair.before + static_cast<std::uint64_t>(n().delta) +
                                                               static_cast<std::uint64_t>(residual(
                                                                   pair.v, pair.before, n().delta, n().wrap_bits));
        const std::vector<coding> so_far = codings;
        add(step_labels(n(), pair.before, pair.v), std::move(codings));
        // What is coded next shows what was remembered.
        const predicted next = apply_residual(0, pair.v, n().delta, n().low, n().span, n().wrap_bits);
        if (most < 3 || !next.ok) continue;
        const std::string after = wraps                                                          ? "after-wrap"
                                  : residual(pair.v, pair.before, n().delta, n().wrap_bits) == 0 ? "after-hit"
                                                                                                 : "after-miss";
        std::vector<coding> more = so_far;
        more.push_back(code([next = next.value](const visit& now, value& out) {
            const node& to = now.at;
            const predicted p =
                apply_residual(0, now.remembered.number(to.slot), to.delta, to.low, to.span, to.wrap_bits);
            out = {.number = p.ok ? p.value : next};
        }));
        if (goal* g = add({after}, std::move(more)); g != nullptr) g->follows = true;
    }
}

void goal_maker::add_table() {
    const unsigned capacity = plan().slots[n().slot].capacity;
    const auto values = [&](unsigned count) {
        std::vector<coding> codings;
        for (unsigned i = 0; i < count; ++i) codings.push_back(code(set_to(i)));
        return codings;
    };
    const auto then = [&](unsigned count, std::initializer_list<unsigned> more) {
        std::vector<coding> codings = values(count);
        for (const unsigned i : more) codings.push_back(code(set_to(i)));
        return codings;
    };
    const auto can = [&](unsigned distinct, unsigned codings) { return has_values(distinct) && most >= codings; };
    for (const route& r : list.routes(at))
        if (can(1, 1) && !is_never_first(plan(), r, n().slot)) {
            add({"first"}, {{at, &r, set_to(0)}});
            break;
        }
    if (can(2, 2)) add({"hint-miss"}, values(2));
    std::vector<coding> all;
    for (unsigned r = 0; r < capacity && can(r + 1, r + 2); ++r) {
        std::vector<std::string> labels{"rank:" + std::to_string(r)};
        if (r == 0) labels.emplace_back("hint-hit");
        if (r < 4) add(std::move(labels), then(r + 1, {0}));
        all.push_back(code([r](const visit& now, value& v) {
            v = {};
            now.remembered.read_entry(now.at.slot, std::min(r, now.remembered.count(now.at.slot) - 1), v);
        }));
    }
    if (all.size() > 4) {
        const auto count = static_cast<unsigned>(all.size());
        while (2 * all.size() > most) all.pop_back();
        std::vector<coding> codings = values(count);
        std::vector<std::string> labels;
        for (unsigned r = 4; r < all.size(); ++r) labels.push_back("rank:" + std::to_string(r));
        codings.insert(codings.end(), all.begin(), all.end());
        add(std::move(labels), std::move(codings));
    }
    if (capacity >= 3 && can(3, 5)) add({"order"}, then(3, {0, 1, 2}));
    if (can(capacity + 1, capacity + 1)) add({"evicts"}, values(capacity + 1));
    if (can(capacity + 1, capacity + 2)) add({"again"}, then(capacity + 1, {0}));
    if (capacity >= 2 && can(capacity + 1, capacity + 2)) add({"kept"}, then(capacity + 1, {1}));
    if (capacity >= 2 && can(capacity + 1, capacity + 2)) {
        // What was used last stays when another falls out.
        std::vector<coding> codings = then(capacity, {0});
        codings.push_back(code(set_to(capacity)));
        codings.push_back(code(set_to(0)));
        if (most >= codings.size()) add({"kept-by-use"}, std::move(codings));
    }
}

void goal_maker::add_entries() {
    const slot& table = plan().slots[plan().slots[n().slot].parent];
    const unsigned capacity = table.capacity;
    const node* key = nullptr;
    for (const node& f : plan().fields(here().last, here().type))
        if (f.by == hint::table && f.slot == plan().slots[n().slot].parent) key = &f;
    value ignored;
    const auto has_keys = [&](unsigned count) {
        return key != nullptr && distinct_value(plan(), here().last, *key, count - 1, ignored);
    };
    const auto other = [&](unsigned i) {
        // Away from where a fresh entry begins.
        return n().by == hint::table
                   ? set_to(std::uint64_t{i})
                   : set_to(value{.number = plan().slots[n().slot].initial == n().low
                                                ? n().low + std::min<std::uint64_t>(n().span, 40 + i * 9)
                                                : n().low});
    };
    // A table of the entry has one use for each value; a list's elements have keys of their own.
    if (here().step.depth != 0) return;
    if (most >= 2 && capacity >= 2 && has_keys(2)) add({"entry-fresh"}, {code(other(0), 0), code(other(1), 1)});
    if (most >= 3 && capacity >= 2 && has_keys(2))
        add({"entry-kept"}, {code(other(0), 0), code(other(1), 1), code(other(0), 0)});
    if (most < capacity + 2 || !has_keys(capacity + 1)) return;
    std::vector<coding> codings;
    for (unsigned i = 0; i <= capacity; ++i) codings.push_back(code(other(i % 2), i));
    codings.push_back(code(other(0), 0));
    add({"entry-gone"}, std::move(codings));
}

}  // namespace tic::conformance
