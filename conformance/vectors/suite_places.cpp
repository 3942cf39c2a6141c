// A tape for each goal of each place, with what can be broken in its last step.
#include <algorithm>

#include "conformance/vectors/suite.hpp"

namespace tic::conformance {

void suite::add_places() {
    for (index at = 0; at < places_.all().size(); ++at)
        for (const goal& g : goals_.of(at)) add_goal(places_.all()[at], g);
}

bool suite::play(const goal& g) {
    std::size_t next = 0;
    while (next < g.codings.size()) {
        const coding& first = g.codings[next];
        std::size_t end = next + 1;
        while ((g.in_one || g.twice) && end < g.codings.size() && g.codings[end].by == first.by) ++end;
        order wanted;
        wanted.by = first.by;
        wanted.codings = {g.codings.data() + next, end - next};
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
    stage_.begin(g.codings.front().by->from.version);
    if (!play(g)) return;
    std::vector<std::string> items;
    for (const std::string& label : g.labels)
        if (std::string item = of.name + "/" + label; stage_.reached().contains(item)) items.push_back(std::move(item));
    for (const break_plan& b : g.breaks) add_break(of, b);
    keep(std::string(run_.plan().types[of.type].name), of.name + "/" + g.name, items);
}

void suite::add_break(const place& of, const break_plan& b) {
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
            what.is = change_kind::fill;
            break;
        case break_kind::octets:
            what.is = change_kind::bytes, what.value = b.value;
            break;
        case break_kind::dead:
            what.is = change_kind::set, what.value = b.value;
            break;
    }
    add_bad(std::move(what)).expects_error = b.by_encoder;
}

}  // namespace tic::conformance
