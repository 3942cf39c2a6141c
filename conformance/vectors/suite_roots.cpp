// Each packet in each version it is spoken in, types alone, sealed contents: as a whole, cut short, with more behind.
#include <algorithm>

#include "conformance/vectors/suite.hpp"

namespace tic::conformance {

void suite::add_roots() {
    for (const root& what : places_.roots()) add_said(what);
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
    const tape& t = stage_.made();
    const auto last = static_cast<unsigned>(t.steps.size());
    const std::size_t size = t.steps.back().bytes.size();
    constexpr std::size_t most_cuts = 48;
    for (std::size_t cut = what.is == root_kind::packet ? 1 : 0; cut < size; ++cut) {
        if (size > most_cuts && cut > most_cuts / 2 && cut + most_cuts / 2 < size) continue;
        change c;
        c.is = change_kind::cut;
        c.count = cut;
        add_bad(std::move(c), last);
    }
    if (what.is != root_kind::packet) {
        change c;
        c.is = change_kind::pad;
        c.value = std::string(1, '\0');
        add_bad(std::move(c), last);
    }
    if (what.is == root_kind::sealed) {
        change c;
        c.is = change_kind::newer;
        add_bad(std::move(c), last);
    }
    order rich;
    rich.rich = true;
    for (rich.salt = 1; rich.salt <= 3; ++rich.salt)
        if (!tell(rich)) break;
    keep(file, name + "/said", {name + "/said"});
    const type_kind is = run_.plan().types[what.type].kind;
    if (what.is == root_kind::packet || is == type_kind::structure) return;
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
