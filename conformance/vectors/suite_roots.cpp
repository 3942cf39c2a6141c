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

void suite::add_said(const root& what) {
    const std::string name = places_.name_of(what);
    const std::string file(run_.plan().types[what.type].name);
    const auto tell = [&](const order& wanted) {
        return what.is == root_kind::packet ? stage_.say(what, wanted) : stage_.show(what, wanted);
    };
    stage_.begin(what.version);
    order small;
    if (!tell(small)) return;
    std::vector<std::string> items{name + "/said"};
    bool is_cut = add_cuts(what);
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
        if (!tell(rich)) break;
        is_cut = is_cut || add_cuts(what);
    }
    if (is_cut) items.push_back(name + "/cut");
    keep(file, name + "/said", items);
    if (what.is == root_kind::packet) {
        const std::string item = name + "/fresh-connection";
        stage_.begin(what.version);
        const bool once = tell(rich);
        stage_.connect(what.version);
        if (once && tell(rich) && stage_.reached().contains(item)) keep(file, item, {item});
        return;
    }
    const type_kind is = run_.plan().types[what.type].kind;
    if (is == type_kind::structure) return;
    const prefix_table& codes = run_.plan().at(what.version, what.type).codes;
    for (index i = 0; i < codes.count; ++i) {
        order other;
        other.rich = true;
        const std::string wanted =
            name + (is == type_kind::choice ? "/arm:" : "/value:") +
            std::string(
                run_.plan()
                    .members[run_.plan().types[what.type].first_member + run_.plan().codes[codes.first + i].member]
                    .name);
        for (other.salt = 0; other.salt < 200; ++other.salt) {
            stage_.begin(what.version);
            if (tell(other) && stage_.reached().contains(wanted)) break;
        }
        if (stage_.reached().contains(wanted)) keep(file, wanted, {wanted});
    }
}

}  // namespace tic::conformance
