// A tape for each goal of each place, with what can be broken in its last step.
#include <algorithm>

#include "conformance/derive/prove.hpp"
#include "conformance/values/text.hpp"
#include "conformance/vectors/suite.hpp"
#include "runtime/interpreter/text.hpp"

namespace tic::conformance {

void suite::add_paths() {
    for (index at = 0; at < paths_.all().size(); ++at) {
        const field_path& of = paths_.all()[at];
        for (const goal& g : goals_.of(at)) add_goal(of, g);
        if (lacks_[of.name].empty()) add_cut_anywhere(of, goals_.of(at));
    }
}

/// With other values around it, as one of several elements, or wherever it may come, until a cut falls inside the code
/// of the place.
void suite::add_cut_anywhere(const field_path& of, const std::vector<goal>& goals) {
    constexpr std::uint64_t most_tries = 180;
    for (std::uint64_t salt = 1; !goals.empty() && salt < most_tries; ++salt) {
        goal trial = goals[salt / 3 % goals.size()];
        const coding last = trial.codings.back();
        bool is_said = true;
        stage_.begin(last.by->from.version);
        if (salt % 3 == 0) {
            is_said = play(trial, 2 * salt + 1);
        } else if (salt % 3 == 1) {
            trial.in_one = last.by->elements >= 2;
            trial.codings.assign(trial.in_one ? std::min(last.by->elements, 3U) : 1, last);
            is_said = play(trial, salt);
        } else {
            order rich{.salt = salt, .rich = true};
            for (unsigned i = last.by->from.once ? 1 : 4; i != 0 && is_said; --i, ++rich.salt)
                is_said = perform(last.by->from, rich);
        }
        if (!is_said) continue;
        add_cuts_inside(of, *last.by);
        if (lacks_[of.name].empty()) continue;
        return keep(std::string(run_.plan().types[of.type].name), of.name + "/cut", {});
    }
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
        wanted.slot = paths_.all()[first.at].at->slot;
        if (wanted.slot != none) wanted.key_slot = run_.plan().slots[wanted.slot].parent;
        const bool done = first.by->from.is == root_kind::packet ? stage_.send(first.by->from, wanted)
                                                                 : stage_.show(first.by->from, wanted);
        if (!done || stage_.taken() == 0) return false;
        next += stage_.taken();
        if (first.by->from.is != root_kind::packet) return next == g.codings.size();
    }
    return true;
}

/// Whether the place ends its type with a code that some other code only makes longer: a flag, or one of a few members.
static bool is_code_at_end(const layout& plan, const field_path& of) {
    if (of.step.depth != 0 || !(of.at->two_values || of.at->operation == op::enumeration)) return false;
    return plan.types[of.type].kind == type_kind::choice ||
           plan.fields(of.last, of.type).back().member == of.step.member;
}

void suite::add_goal(const field_path& of, const goal& g) {
    // A goal of no class but what it breaks is tried with other values around it until there is something to break.
    constexpr std::uint64_t most_tries = 40;
    std::vector<std::string> items;
    const bool only_breaks = g.labels.empty() && !g.is_probe;
    bool is_played = false;
    for (std::uint64_t salt = 0; items.empty() && salt < (only_breaks ? most_tries : 1); ++salt) {
        stage_.begin(g.codings.front().by->from.version);
        goal trial = g;
        if (only_breaks && salt / 2 % 2 == 0) trial.codings.resize(1);
        if (!play(trial, salt)) continue;
        is_played = true;
        for (const std::string& label : g.labels)
            if (std::string item = of.name + "/" + label; stage_.reached().contains(item))
                items.push_back(std::move(item));
        for (const break_plan& b : g.breaks)
            if (add_break(of, b) && !b.is_probe) items.push_back(of.name + "/" + b.label);
    }
    if (items.empty() && !(g.is_probe && is_played)) return;
    add_cuts_inside(of, *g.codings.back().by);
    // The fill at the end of a packet is needed after an empty string too.
    const bool is_empty =
        of.at->operation != op::list && of.at->low == 0 && std::ranges::find(g.labels, "shortest") != g.labels.end();
    const bool is_end = is_code_at_end(run_.plan(), of);
    if (filled_.insert(of.name).second || is_empty || is_end) add_final_fill();
    keep(std::string(run_.plan().types[of.type].name), of.name + "/" + g.name, items);
    if (is_empty) add_behind_nothing(of, g);
    if (is_end) add_without_fill(of, g);
}

/// Bits too many, if they are zeros, pass for fill, but not where the right code ends a byte: other values around it
/// until it does.
void suite::add_without_fill(const field_path& of, const goal& g) {
    constexpr std::uint64_t most_tries = 64;
    for (std::uint64_t salt = 1; salt < most_tries; ++salt) {
        stage_.begin(g.codings.front().by->from.version);
        if (!play(g, salt)) return;
        if (add_final_fill()) continue;
        return keep(std::string(run_.plan().types[of.type].name), of.name + "/" + g.name + "/whole", {});
    }
}

/// What follows an empty string shows whether nothing was filled up: other values, on each way.
void suite::add_behind_nothing(const field_path& of, const goal& empty) {
    coding last = empty.codings.back();
    for (const route& r : goals_.routes(last.at))
        for (std::uint64_t salt = 1; salt < 4; ++salt) {
            last.by = &r;
            stage_.begin(r.from.version);
            if (perform(r.from, {.by = &r, .codings = {&last, 1}, .salt = salt, .rich = true}) && stage_.taken() == 1)
                keep(std::string(run_.plan().types[of.type].name), of.name + "/" + empty.name, {});
        }
}

/// `.l[].x` of `.l[2].x`.
static std::string without_numbers(const std::string& path) {
    std::string made;
    for (const char c : path)
        if (c < '0' || c > '9' || !made.ends_with('[')) made += c;
    return made;
}

/// The last step cut inside the code of the place, as long as that shows another number of bytes that lack.
void suite::add_cuts_inside(const field_path& of, const route& by) {
    constexpr std::size_t most_numbers = 6, most_cuts = 48;
    std::set<std::uint64_t>& lacks = lacks_[of.name];
    tape& t = stage_.current();
    const step& last = t.steps.back();
    const std::size_t size = last.bytes.size();
    std::set<std::string> paths;
    for (const route& r : goals_.routes(static_cast<index>(&of - paths_.all().data()))) {
        if (r.from != by.from) continue;
        std::string steps;
        for (const member_step& s : r.steps) {
            steps += "." + std::string(run_.plan().members[s.member].name);
            for (unsigned d = 0; d < s.depth; ++d) steps += "[]";
        }
        paths.insert(refusal_path(run_, last, steps));
    }
    for (std::size_t cut = last.is == step_kind::packet ? 1 : 0; cut < size && lacks.size() < most_numbers; ++cut) {
        if (size > most_cuts && cut > most_cuts / 2 && cut + most_cuts / 2 < size) continue;
        change what;
        what.is = change_kind::cut;
        what.count = cut;
        if (!add_bad(std::move(what))) continue;
        const interpreter::refusal& told = t.bads.back().refused;
        if (!paths.contains(without_numbers(told.path)) || !lacks.insert(told.more).second) t.bads.pop_back();
    }
}

/// A value or arm that does not live in the version, as a tape writes it.
std::string suite::dead_value(const node& of, unsigned version, std::string_view name) const {
    const layout& plan = run_.plan();
    const tic::type& t = plan.types[of.type];
    interpreter::value v;
    for (index i = 0; i < t.member_count; ++i) {
        const tic::member& m = plan.members[t.first_member + i];
        if (m.name != name) continue;
        v.number = i;
        if (t.kind != type_kind::choice) continue;
        v.items.emplace_back();
        if (m.sample != none) v.items.back() = interpreter::default_of(plan, plan.nodes[m.sample]);
    }
    return write_text(run_, of, version, v);
}

bool suite::add_break(const field_path& of, const break_plan& b) {
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
            what.is = change_kind::set, what.value = dead_value(*of.at, of.last, b.value);
            break;
    }
    return add_bad(std::move(what), b.by_encoder ? b.label : "");
}

}  // namespace tic::conformance
