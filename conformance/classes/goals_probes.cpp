// Probes: values that a correct codec handles like any other and a codec with a likely mistake does not. They reach no
// class of coverage.
#include <algorithm>
#include <set>

#include "conformance/classes/goal_maker.hpp"
#include "conformance/classes/hinted.hpp"
#include "conformance/classes/near.hpp"
#include "conformance/classes/plain.hpp"

namespace tic::conformance {

using interpreter::value;

void goal_maker::add_probe(std::string name, std::vector<coding> codings) {
    if (codings.size() > most) codings.resize(most);
    if (codings.empty()) return;
    goal g;
    g.name = std::move(name);
    g.codings = std::move(codings);
    g.is_probe = true;
    g.in_one = by->lists != 0 && (is_scoped(plan(), n()) || by->from.once);
    goals.push_back(std::move(g));
}

void goal_maker::add_probes() {
    switch (n().by) {
        case hint::none:
            return;
        case hint::is:
            return probe_constant();
        case hint::same:
            probe_last();
            break;
        case hint::predict:
            probe_ends();
            break;
        case hint::table:
            probe_known();
            probe_least_used();
            if (plan().slots[n().slot].child_count != 0) probe_fresh_entry();
            break;
    }
    if (plan().slots[n().slot].parent != none) probe_entries();
}

/// Values of the place that are nearly equal; where the domain knows no such, some of its values.
std::vector<value> goal_maker::alike() const {
    std::vector<value> all = near_values(n(), {});
    value v;
    for (std::uint64_t i = 6; i-- > 0 && all.size() < 6;)
        if (distinct_value(plan(), here().last, n(), i, v) &&
            std::ranges::none_of(all, [&](const value& known) { return same_short(n(), known, v); }))
            all.push_back(v);
    return all;
}

/// Nearly the constant: not as predicted.
void goal_maker::probe_constant() {
    if (n().two_values) return;
    std::vector<coding> codings;
    for (value& v : near_values(n(), constant_of(plan(), n())))
        if (!same_short(n(), v, constant_of(plan(), n()))) codings.push_back(code(set_to(std::move(v))));
    for (std::size_t i = 0, number = 0; i < codings.size() && number < 8; i += most, ++number)
        add_probe("near-constant", {codings.begin() + static_cast<std::ptrdiff_t>(i), codings.end()});
}

/// Each value repeated, and each pair of values that are nearly equal.
void goal_maker::probe_last() {
    const std::vector<value> all = alike();
    std::vector<coding> codings;
    for (const value& v : all) codings.insert(codings.end(), 2, code(set_to(v)));
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 2; j < all.size(); ++j)
            codings.push_back(code(set_to(all[i]))), codings.push_back(code(set_to(all[j])));
    add_probe("near-same", std::move(codings));
}

/// The same in a table: values that are nearly equal are each new at first, and then known.
void goal_maker::probe_known() {
    std::vector<coding> codings;
    for (const value& v : alike()) codings.push_back(code(set_to(v)));
    const std::vector<coding> once = codings;
    codings.insert(codings.end(), once.begin(), once.end());
    add_probe("near-known", std::move(codings));
}

/// From end to end of the domain, also where what is predicted lies beyond it.
void goal_maker::probe_ends() {
    if (most < 2 || n().span == 0) return;
    std::vector<coding> codings;
    const std::uint64_t low = n().low;
    const std::uint64_t high = low + n().span;
    for (const std::uint64_t v : {high, high, low, low, high, low, low + n().span / 2, high})
        codings.push_back(code(set_to(value{.number = v})));
    add_probe("end-to-end", std::move(codings));
}

/// What was used often, but longest ago, is what falls out.
void goal_maker::probe_least_used() {
    const unsigned capacity = plan().slots[n().slot].capacity;
    if (capacity < 2 || capacity > 16 || !has_values(capacity + 1) || most < 2 * capacity + 4) return;
    std::vector<coding> codings;
    const auto add = [&](unsigned i) { codings.push_back(code(set_to(std::uint64_t{i}))); };
    for (unsigned i = 0; i < capacity; ++i) add(i);
    for (unsigned i = 1; i < capacity; ++i) add(0), add(i);
    add(capacity);
    for (unsigned i = 1; i <= capacity; ++i) add(i);
    add(0);
    add_probe("least-recent-goes", std::move(codings));
}

/// Entries move with their values, from any rank and past what falls out.
void goal_maker::probe_entries() {
    const slot& table = plan().slots[plan().slots[n().slot].parent];
    const node* key = nullptr;
    for (const node& f : plan().fields(here().last, here().type))
        if (f.by == hint::table && f.slot == plan().slots[n().slot].parent) key = &f;
    const unsigned keys = std::min<unsigned>(table.capacity, 4);
    value ignored;
    const auto has_keys = [&](unsigned count) {
        return key != nullptr && distinct_value(plan(), here().last, *key, count - 1, ignored);
    };
    if (here().step.depth != 0 || keys < 2 || !has_keys(keys)) return;
    std::vector<coding> codings;
    const auto add = [&](unsigned i) {
        const value number{.number = n().low + n().span / 9 * (i % 8 + 1) + i % 2};
        codings.push_back(code(n().by == hint::table ? set_to(std::uint64_t{i}) : set_to(number), i));
    };
    for (unsigned i = 0; i < keys; ++i) add(i);
    for (unsigned i = 0; i < keys; ++i) add(i);
    for (unsigned i = 1; i < keys; i += 2) add(i);
    for (unsigned i = 0; i < keys; i += 2) add(i);
    if (has_keys(table.capacity + 1))
        for (unsigned i = keys; i <= table.capacity; ++i) add(i);
    for (unsigned i = keys; i-- > 0;) add(i);
    add_probe("entries-move", std::move(codings));
}

/// The cells of a table entry are fresh at another path when a value takes the entry of an evicted one.
void goal_maker::probe_fresh_entry() {
    const unsigned capacity = plan().slots[n().slot].capacity;
    const auto count = static_cast<index>(paths.all().size());
    for (index q = 0; q < count; ++q) {
        const node& other = *paths.all()[q].at;
        if (other.slot == none || other.by != hint::predict || plan().slots[other.slot].parent != n().slot) continue;
        const auto& theirs = list.routes(q);
        const auto steps = std::ranges::find_if(theirs, [&](const route& r) {
            return !r.from.once && r.lists == 0 && r.from.version == by->from.version && r.from.who == by->from.who;
        });
        if (steps == theirs.end() || paths.all()[q].type == here().type || !has_values(capacity + 1)) continue;
        std::vector<coding> codings;
        const value used{.number = other.low + other.span / 9 + 1};
        for (unsigned i = 0; i < capacity; ++i) codings.push_back({q, &*steps, set_to(used), i});
        codings.push_back(code(set_to(std::uint64_t{capacity})));
        codings.push_back({q, &*steps, set_to(used), capacity});
        return add_probe("fresh-beside", std::move(codings));
    }
}

void goal_maker::probe_text() {
    const std::uint64_t most_octets = n().low + n().span;
    goal* good = find({"longest", "first", "hint-miss", "last-short", "first-long", "shortest", "zeros:0"});
    const auto probe = [&](std::string label, bool by_encoder, std::string octets) {
        add_break(good, break_kind::octets, std::move(label), by_encoder, std::move(octets));
        if (good != nullptr) good->breaks.back().is_probe = true;
    };
    // Too many octets, although there are not too many characters.
    if (most_octets < 4096)
        if (std::string wide(static_cast<std::size_t>(most_octets % 2 + 1), 'a'); true) {
            while (wide.size() <= most_octets) wide += "\xc3\xa9";
            probe("above-wide", true, wide);
        }
    // After letters that a decoder may validate several at a time.
    for (const unsigned letters : {3U, 8U, 15U, 16U, 33U}) {
        const std::string before(letters, 'k');
        for (const std::string_view wrong :
             {std::string_view("\xff"), std::string_view("\xc3"), std::string_view("\xed\xa0\x80")}) {
            const std::string octets = before + std::string(wrong) + (letters % 2 == 0 ? "" : "kk");
            if (octets.size() >= n().low && octets.size() <= most_octets) probe("utf8-behind", false, octets);
        }
    }
}

}  // namespace tic::conformance
