// A tape for each goal of each place, with what can be broken in its last step.
#include <algorithm>

#include "conformance/values/text.hpp"
#include "conformance/vectors/suite.hpp"
#include "runtime/interpreter/text.hpp"

namespace tic::conformance {

void suite::add_places() {
    for (index at = 0; at < places_.all().size(); ++at)
        for (const goal& g : goals_.of(at)) add_goal(places_.all()[at], g);
}

bool suite::play(const goal& g, std::uint64_t salt) {
    std::size_t next = 0;
    while (next < g.codings.size()) {
        const coding& first = g.codings[next];
        std::size_t end = next + 1;
        while ((g.in_one || g.twice) && end < g.codings.size() && g.codings[end].by == first.by) ++end;
        order wanted;
        wanted.by = first.by;
        wanted.codings = {g.codings.data() + next, end - next};
        wanted.salt = salt;
        wanted.rich = salt % 2 != 0;
        wanted.twice = g.twice;
        wanted.follows = g.follows;
        wanted.slot = places_.all()[first.at].at->slot;
        if (wanted.slot != none) wanted.key_slot = run_.plan().slots[wanted.slot].parent;
        const bool done = first.by->from.is == root_kind::packet ? stage_.say(first.by->from, wanted)
                                                                 : stage_.show(first.by->from, wanted);
        if (!done || stage_.taken() == 0) return false;
        next += stage_.taken();
        if (first.by->from.is != root_kind::packet) return next == g.codings.size();
    }
    return true;
}

void suite::add_goal(const place& of, const goal& g) {
    // A goal of no class but what it breaks is tried with other values around it until there is something to break.
    constexpr std::uint64_t most_tries = 40;
    std::vector<std::string> items;
    for (std::uint64_t salt = 0; items.empty() && salt < (g.labels.empty() ? most_tries : 1); ++salt) {
        stage_.begin(g.codings.front().by->from.version);
        goal trial = g;
        if (g.labels.empty() && salt / 2 % 2 == 0) trial.codings.resize(1);
        if (!play(trial, salt)) continue;
        for (const std::string& label : g.labels)
            if (std::string item = of.name + "/" + label; stage_.reached().contains(item))
                items.push_back(std::move(item));
        for (const break_plan& b : g.breaks)
            if (add_break(of, b)) items.push_back(of.name + "/" + b.label);
    }
    if (!items.empty()) keep(std::string(run_.plan().types[of.type].name), of.name + "/" + g.name, items);
}

/// A value or arm that does not live in the version, as a tape writes it.
std::string suite::dead_value(const place& of, const std::string& name) const {
    const layout& plan = run_.plan();
    const tic::type& t = plan.types[of.at->type];
    interpreter::value v;
    for (index i = 0; i < t.member_count; ++i) {
        const tic::member& m = plan.members[t.first_member + i];
        if (m.name != name) continue;
        v.number = i;
        if (t.kind != type_kind::choice) continue;
        v.items.emplace_back();
        if (m.sample != none) v.items.back() = interpreter::default_of(plan, plan.nodes[m.sample]);
    }
    return write_text(run_, *of.at, of.last, v);
}

bool suite::add_break(const place& of, const break_plan& b) {
    change what;
    what.path = stage_.last_path();
    const bool counts = of.at->operation != op::number;
    switch (b.is) {
        case break_kind::above:
            what.is = change_kind::set, what.value = counts ? "length+1" : "range+1";
            break;
        case break_kind::below:
            what.is = change_kind::set, what.value = counts ? "length-1" : "range-1";
            break;
        case break_kind::plain:
            what.is = change_kind::plain;
            break;
        case break_kind::rank:
            what.is = change_kind::rank;
            break;
        case break_kind::overlong:
            what.is = change_kind::overlong;
            break;
        case break_kind::fill:
            what.is = change_kind::fill, what.value = "first";
            add_bad(what);
            what.value.clear();
            break;
        case break_kind::octets:
            what.is = change_kind::bytes;
            what.value = "x\"" + interpreter::hex_text(b.value) + "\"";
            break;
        case break_kind::dead:
            what.is = change_kind::set, what.value = dead_value(of, b.value);
            break;
    }
    return add_bad(std::move(what), b.by_encoder ? b.label : "");
}

}  // namespace tic::conformance
