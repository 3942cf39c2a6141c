// Each packet in each version, types alone, sealed contents: as a whole, cut short, and with octets appended.
#include <algorithm>

#include "conformance/derive/prove.hpp"
#include "conformance/values/members.hpp"
#include "conformance/vectors/suite.hpp"

namespace tic::conformance {

void suite::add_roots() {
    for (const root& what : paths_.roots()) add_sent(what);
}

/// The last step cut after each of its bytes; a long one only after the first and last ones.
bool suite::add_cuts(const root& what) {
    constexpr std::size_t most_cuts = 48;
    const std::size_t size = stage_.current().steps.back().bytes.size();
    bool some = false;
    for (std::size_t cut = what.is == root_kind::packet ? 1 : 0; cut < size; ++cut) {
        if (size > most_cuts && cut > most_cuts / 2 && cut + most_cuts / 2 < size) continue;
        change c;
        c.is = change_kind::cut;
        c.count = cut;
        some = add_bad(std::move(c)) || some;
    }
    return some;
}

bool suite::perform(const root& what, const order& wanted) {
    return what.is == root_kind::packet ? stage_.send(what, wanted) : stage_.show(what, wanted);
}

/// The last and the first fill bit of the last step set, if it has some.
bool suite::add_final_fill() {
    change c;
    c.is = change_kind::fill;
    const bool some = add_bad(c);
    c.value = "first";
    std::vector<bad>& all = stage_.current().bads;
    // Of a single bit both are the same.
    if (some && add_bad(std::move(c)) && all[all.size() - 2].bytes == all.back().bytes) all.pop_back();
    return some;
}

void suite::add_sent(const root& what) {
    const std::string name = paths_.name_of(what);
    stage_.begin(what.version);
    if (!perform(what, {})) return;
    std::vector<std::string> items{name + "/said"};
    bool is_cut = add_cuts(what);
    bool is_filled = add_final_fill();
    change more;
    more.is = change_kind::pad;
    more.value = "x\"00\"";
    if (what.is != root_kind::packet && add_bad(std::move(more))) items.push_back(name + "/trailing");
    change newer;
    newer.is = change_kind::newer;
    if (what.is == root_kind::sealed && add_bad(std::move(newer))) items.push_back(name + "/newer");
    if (what.is != root_kind::packet) add_dead_members(what);
    order rich;
    rich.rich = true;
    for (rich.salt = 1; rich.salt <= 3; ++rich.salt) {
        if (!perform(what, rich)) break;
        if (!is_cut || rich.salt == 1) is_cut = add_cuts(what) || is_cut;
        is_filled = add_final_fill() || is_filled;
    }
    if (is_cut) items.push_back(name + "/cut");
    if (is_filled) items.push_back(name + "/fill");
    keep(std::string(run_.plan().types[what.type].name), name + "/said", items);
    if (!is_filled) find_final_fill(what);
    add_from_paths(what);
    if (what.is == root_kind::packet)
        add_second_connection(what);
    else if (run_.plan().types[what.type].kind != type_kind::structure)
        add_members(what);
}

bool suite::send_until(const root& what, std::uint64_t first_salt, std::uint64_t most_tries,
                       const std::function<bool()>& is_good) {
    order rich;
    rich.rich = true;
    for (rich.salt = first_salt; rich.salt < most_tries; ++rich.salt) {
        stage_.begin(what.version);
        if (!perform(what, rich)) return false;
        if (is_good()) return true;
    }
    return false;
}

/// Other values until one ends inside a byte.
void suite::find_final_fill(const root& what) {
    if (!send_until(what, 4, 200, [&] { return add_final_fill(); })) return;
    const std::string item = paths_.name_of(what) + "/fill";
    keep(std::string(run_.plan().types[what.type].name), item, {item});
}

/// Goals of places are tried in the packet that suits them best. Here each packet and each type alone fails once to be
/// written, and is once cut where zeros in place of what lacks would do.
void suite::add_from_paths(const root& what) {
    if (what.is == root_kind::sealed) return;
    const std::string name = paths_.name_of(what);
    bool is_cut = false, has_places = false;
    // Some of what cannot be written cannot even be held by a program's types, which then fails before it encodes.
    unsigned failures = what.is != root_kind::packet ? 0 : 3;
    for (index at = static_cast<index>(paths_.all().size()); at-- > 0 && !(is_cut && failures == 0);) {
        const auto& routes = goals_.routes(at);
        const auto by = std::ranges::find(routes, what, &route::from);
        if (by == routes.end()) continue;
        has_places = true;
        for (const goal& g : goals_.of(at)) {
            const auto fails = std::ranges::find(g.breaks, true, &break_plan::by_encoder);
            if (is_cut && (failures == 0 || fails == g.breaks.end())) continue;
            coding last = g.codings.back();
            last.by = &*by;
            stage_.begin(what.version);
            if (!perform(what, {.by = &*by, .codings = {&last, 1}})) continue;
            const bool cut_now = !is_cut && add_cut_of_zeros(what);
            const bool failed_now = failures != 0 && fails != g.breaks.end() && add_break(paths_.all()[at], *fails);
            if (cut_now || failed_now) keep(std::string(run_.plan().types[what.type].name), name + "/hard", {});
            is_cut = is_cut || cut_now;
            failures -= failed_now ? 1 : 0;
        }
    }
    if (!is_cut && has_places) find_cut_of_zeros(what);
}

/// Other values until one is cut so, if it can be.
void suite::find_cut_of_zeros(const root& what) {
    if (send_until(what, 1, 300, [&] { return add_cut_of_zeros(what); }))
        keep(std::string(run_.plan().types[what.type].name), paths_.name_of(what) + "/hard", {});
}

/// The last step cut so that it could be read if zeros followed.
bool suite::add_cut_of_zeros(const root& what) {
    const step last = stage_.current().steps.back();
    constexpr std::size_t most_size = 256;
    for (std::size_t cut = last.bytes.size();
         last.bytes.size() <= most_size && cut-- > (what.is == root_kind::packet ? 1 : 0);) {
        std::vector<std::uint8_t> filled = last.bytes;
        std::fill(filled.begin() + static_cast<std::ptrdiff_t>(cut), filled.end(), std::uint8_t{0});
        if (read_in_place(run_, stage_.before(), last, filled).index() != 0) continue;
        change c;
        c.is = change_kind::cut;
        c.count = cut;
        return add_bad(std::move(c));
    }
    return false;
}

/// What one connection remembers is nothing to the next.
void suite::add_second_connection(const root& what) {
    const std::string item = paths_.name_of(what) + "/fresh-connection";
    order rich;
    rich.rich = true;
    stage_.begin(what.version);
    const bool once = perform(what, rich);
    stage_.connect(what.version);
    if (once && perform(what, rich) && stage_.reached().contains(item))
        keep(std::string(run_.plan().types[what.type].name), item, {item});
}

/// What does not live in the version cannot be written.
void suite::add_dead_members(const root& what) {
    const layout& plan = run_.plan();
    const tic::type& type = plan.types[what.type];
    if (type.kind == type_kind::structure) return;
    for (const member& m : plan.members.subspan(type.first_member, type.member_count)) {
        if (m.since <= what.version && (m.until == 0 || what.version < m.until)) continue;
        change dead;
        dead.path = ".";
        dead.value = dead_value(node_of(plan, what.type), what.version, m.name);
        add_bad(std::move(dead), "error:dead:" + std::string(m.name));
    }
}

/// Each value of an enum alone, each arm of a union.
void suite::add_members(const root& what) {
    const layout& plan = run_.plan();
    const tic::type& type = plan.types[what.type];
    const prefix_table& codes = plan.at(what.version, what.type).codes;
    for (index i = 0; i < codes.count; ++i) {
        const tic::member& member = plan.members[type.first_member + plan.codes[codes.first + i].member];
        const std::string kind = type.kind == type_kind::choice ? "/arm:" : "/value:";
        const std::string wanted = paths_.name_of(what) + kind + std::string(member.name);
        constexpr std::uint64_t most_tries = 200;
        order other;
        other.rich = true;
        for (; other.salt < most_tries; ++other.salt) {
            stage_.begin(what.version);
            if (perform(what, other) && stage_.reached().contains(wanted)) break;
        }
        if (stage_.reached().contains(wanted)) keep(std::string(type.name), wanted, {wanted});
    }
}

}  // namespace tic::conformance
