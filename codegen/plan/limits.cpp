// The rules that need sizes, for each version from `oldest` on: enums and unions with a living value, list elements of
// at least one bit, numbers of elements, the packet limit (language page, section 3).
#include "codegen/plan/cost.hpp"
#include "codegen/plan/planner.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tic::plan {
namespace {

constexpr std::uint64_t most_elements = 65536;

struct counter {
    planner& p;
    unsigned version;
    std::vector<std::uint64_t> elements;  // by type, saturated

    std::uint64_t count(const schema::place& at) const {
        if (at.of.kind == schema::base::sealed) return 0;
        if (at.of.kind == schema::base::list) return multiply(at.of.hi, add(1, count(p.all.elements[at.of.element])));
        const index t = p.type_of(at.of);
        return t == none ? 0 : elements[t];
    }
    void run() {
        elements.assign(p.made.types.size(), 0);
        for (const index t : p.order) {
            if (t < p.union_type(0)) continue;
            const bool is_union = t < p.struct_type(0);
            for (const auto& at :
                 is_union ? p.all.unions[t - p.union_type(0)].arms : p.all.structs[t - p.struct_type(0)].fields)
                if (at.alive.holds(version))
                    elements[t] = is_union ? std::max(elements[t], count(at)) : add(elements[t], count(at));
        }
    }
};

void check_nothing_alive(planner& p, unsigned version, const std::vector<bool>& reached) {
    for (index t = 0; t < p.struct_type(0); ++t) {
        if (!reached[t] || p.made.type_layouts[p.made.versions[version - 1].first_type + t].codes.count != 0) continue;
        const bool is_enum = t < p.union_type(0);
        const auto alive = [version](const auto& m) { return m.alive.holds(version); };
        const bool any = is_enum ? std::any_of(p.all.enums[t].values.begin(), p.all.enums[t].values.end(), alive)
                                 : std::any_of(p.all.unions[t - p.union_type(0)].arms.begin(),
                                               p.all.unions[t - p.union_type(0)].arms.end(), alive);
        if (any || !p.once(diag::id::nothing_alive, &p.made.types[t]))
            continue;  // any: its code was too long, which is reported already
        const auto where = is_enum ? p.all.enums[t].where : p.all.unions[t - p.union_type(0)].where;
        auto& d = p.out.report(
            diag::id::nothing_alive, where,
            fmt::format("{} `{}` has no {} in version {}, where packets use it", is_enum ? "enum" : "union",
                        p.made.types[t].name, is_enum ? "value" : "arm", version));
        d.help = fmt::format("make one of its {} available in version {}, or give the fields that use it a `since`",
                             is_enum ? "values" : "arms", version);
    }
}

/// Reports elements that can take 0 bits, unless they have no value at all.
void check_list(planner& p, unsigned version, const schema::place& outer, const node& list) {
    const node& element = p.made.nodes[list.element];
    const schema::place& at = p.all.elements[outer.of.element];
    if (element.operation == op::list) check_list(p, version, at, element);
    const bool unwritable =
        !at.of.optional && element.type != none && element.operation != op::sealed && p.uninhabited[element.type];
    if (element.min_bits != 0 || unwritable || !p.once(diag::id::empty_list_element, &at)) return;
    auto& d = p.out.report(
        diag::id::empty_list_element, at.where,
        fmt::format("an element of this list, `{}`, can take 0 bits in version {}", element.domain, version));
    d.help =
        "a few bytes could then claim any number of elements: send the count alone as an `int(lo..hi)`, or give the "
        "element a field of at least one bit";
}

void check_lists(planner& p, unsigned version) {
    for (const index t : p.order) {
        if (t < p.union_type(0)) continue;
        const auto& places =
            t < p.struct_type(0) ? p.all.unions[t - p.union_type(0)].arms : p.all.structs[t - p.struct_type(0)].fields;
        const auto& made = p.made.type_layouts[p.made.versions[version - 1].first_type + t];
        for (index i = 0; i < made.count; ++i) {
            const node& n = p.made.nodes[made.first_node + i];
            if (n.operation == op::list) check_list(p, version, places[n.member - p.made.types[t].first_member], n);
        }
    }
}

void check_elements(planner& p, unsigned version, const counter& c, index type, source::span where, const char* what) {
    if (c.elements[type] <= most_elements || !p.once(diag::id::too_many_elements, &p.made.types[type])) return;
    auto& d =
        p.out.report(diag::id::too_many_elements, where,
                     fmt::format("the lists of {} `{}` can hold {} elements in total in version {}; the limit is {}",
                                 what, p.made.types[type].name,
                                 c.elements[type] >= saturated ? "2^62 or more" : std::to_string(c.elements[type]),
                                 version, most_elements));
    d.help = "lower the bounds: the bounds of nested lists multiply";
}

void check_packets(planner& p, unsigned version, const counter& c, side who) {
    const auto& v = p.made.versions[version - 1];
    const auto& says = who == side::client ? p.all.talk->client : p.all.talk->server;
    for (index i = 0; i < v.tags[who].count; ++i) {
        const auto& tag = p.made.codes[v.tags[who].first + i];
        const auto& packet = says[tag.member];
        const index type = p.struct_type(packet.structure);
        check_elements(p, version, c, type, p.all.structs[packet.structure].where, "packet");
        const std::uint64_t bits = add(tag.length, p.made.type_layouts[v.first_type + type].max_bits);
        const std::uint64_t bytes = (bits + 7) / 8;
        if (bytes <= p.all.limit || !p.once(diag::id::packet_too_large, &packet)) continue;
        auto& d =
            p.out.report(diag::id::packet_too_large, p.all.structs[packet.structure].where,
                         fmt::format("packet `{}` can take {} bytes in version {}; the limit is {}", packet.name,
                                     bits >= saturated ? "2^59 or more" : std::to_string(bytes), version, p.all.limit));
        d.help =
            p.all.limit == 65536
                ? "lower the bounds of its strings and lists, or raise the limit with `limit INT;` after the version"
                : "lower the bounds of its strings and lists, or raise `limit`";
    }
}

void check_sealed(planner& p, unsigned version, const counter& c, const schema::place& at) {
    if (at.of.kind != schema::base::sealed) return;
    check_elements(p, version, c, p.type_of(at.of), at.where, "sealed");
}

}  // namespace

void check_version(planner& p, unsigned version) {
    if (version < p.all.oldest) return;
    if (p.all.talk) check_nothing_alive(p, version, reached_types(p.all, version));
    check_lists(p, version);
    counter c{p, version, {}};
    c.run();
    const auto each = [&](const std::vector<schema::place>& places) {
        for (const auto& at : places)
            if (at.alive.holds(version)) check_sealed(p, version, c, at);
    };
    for (const auto& s : p.all.structs) each(s.fields);
    for (const auto& u : p.all.unions) each(u.arms);
    each(p.all.elements);
    if (!p.all.talk) return;
    check_packets(p, version, c, side::client);
    check_packets(p, version, c, side::server);
}

}  // namespace tic::plan
