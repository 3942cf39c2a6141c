// Each packet in each version it is spoken in, types alone, sealed contents: as a whole, cut short, with more behind.
#include <algorithm>

#include "conformance/vectors/suite.hpp"

namespace tic::conformance {

void suite::add_roots() {
    for (const root& what : places_.roots()) add_said(what);
}

/// The last step cut behind each of its bytes; of a long one behind the first and the last.
bool suite::add_cuts(const root& what) {
    constexpr std::size_t most_cuts = 48;
    const std::size_t size = stage_.made().steps.back().bytes.size();
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

bool suite::tell(const root& what, const order& wanted) {
    return what.is == root_kind::packet ? stage_.say(what, wanted) : stage_.show(what, wanted);
}

/// The last and the first fill bit of the last step set, if it has some.
bool suite::add_final_fill() {
    change c;
    c.is = change_kind::fill;
    const bool some = add_bad(c);
    c.value = "first";
    std::vector<bad>& all = stage_.made().bads;
    // Of a single bit both are the same.
    if (some && add_bad(std::move(c)) && all[all.size() - 2].bytes == all.back().bytes) all.pop_back();
    return some;
}

void suite::add_said(const root& what) {
    const std::string name = places_.name_of(what);
    stage_.begin(what.version);
    if (!tell(what, {})) return;
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
    order rich;
    rich.rich = true;
    for (rich.salt = 1; rich.salt <= 3; ++rich.salt) {
        if (!tell(what, rich)) break;
        is_cut = is_cut || add_cuts(what);
        is_filled = add_final_fill() || is_filled;
    }
    if (is_cut) items.push_back(name + "/cut");
    if (is_filled) items.push_back(name + "/fill");
    keep(std::string(run_.plan().types[what.type].name), name + "/said", items);
    if (what.is == root_kind::packet)
        add_second_connection(what);
    else if (run_.plan().types[what.type].kind != type_kind::structure)
        add_members(what);
}

/// What one connection remembers is nothing to the next.
void suite::add_second_connection(const root& what) {
    const std::string item = places_.name_of(what) + "/fresh-connection";
    order rich;
    rich.rich = true;
    stage_.begin(what.version);
    const bool once = tell(what, rich);
    stage_.connect(what.version);
    if (once && tell(what, rich) && stage_.reached().contains(item))
        keep(std::string(run_.plan().types[what.type].name), item, {item});
}

/// Each value of an enum alone, each arm of a union.
void suite::add_members(const root& what) {
    const layout& plan = run_.plan();
    const tic::type& type = plan.types[what.type];
    const prefix_table& codes = plan.at(what.version, what.type).codes;
    for (index i = 0; i < codes.count; ++i) {
        const tic::member& member = plan.members[type.first_member + plan.codes[codes.first + i].member];
        const std::string kind = type.kind == type_kind::choice ? "/arm:" : "/value:";
        const std::string wanted = places_.name_of(what) + kind + std::string(member.name);
        constexpr std::uint64_t most_tries = 200;
        order other;
        other.rich = true;
        for (; other.salt < most_tries; ++other.salt) {
            stage_.begin(what.version);
            if (tell(what, other) && stage_.reached().contains(wanted)) break;
        }
        if (stage_.reached().contains(wanted)) keep(std::string(type.name), wanted, {wanted});
    }
}

}  // namespace tic::conformance
