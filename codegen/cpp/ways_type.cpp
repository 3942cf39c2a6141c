// Wrong ways of enums, unions and structs: prefix codes, versions, the order of fields.
#include "codegen/cpp/faults.hpp"

#include "codegen/emit/template.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tic::cpp {
namespace {

/// A version in which the type is coded in another way with no memory that this one does not use; 0 if there is none.
unsigned other_version(const model& m, index type, unsigned version) {
    std::set<index> here;
    m.reach(type, version, here);
    for (const auto& alike : m.variants(type)) {
        if (std::find(alike.versions.begin(), alike.versions.end(), version) != alike.versions.end()) continue;
        if (m.plan.types[type].kind != type_kind::structure && m.plan.at(alike.version, type).codes.count == 0)
            continue;
        std::set<index> there;
        m.reach(type, alike.version, there);
        if (std::includes(here.begin(), here.end(), there.begin(), there.end())) return alike.version;
    }
    return 0;
}

}  // namespace

std::vector<other_codes> wrong_codes(const model& m, const prefix_table& table) {
    std::vector<prefix_code> right;
    for (index i = 0; i < table.count; ++i) right.push_back(m.plan.codes[table.first + i]);
    if (right.size() < 2) return {};
    std::vector<other_codes> made;
    auto swapped = right;
    prefix_code& a = swapped[m.plan.ranks[table.first_rank]];
    prefix_code& b = swapped[m.plan.ranks[table.first_rank + 1]];
    std::swap(a.code, b.code);
    std::swap(a.length, b.length);
    made.push_back({"swapped", swapped});
    if (right.size() == 2) return made;  // the complement is the same
    auto complemented = right;
    for (auto& c : complemented) c.code = static_cast<std::uint16_t>(~c.code & ((1U << c.length) - 1));
    made.push_back({"complemented", complemented});
    return made;
}

std::vector<wrong_way> code_ways(const model& m, const prefix_table& table, const std::string& name,
                                 const texts& right) {
    std::vector<wrong_way> made;
    for (const auto& codes : wrong_codes(m, table)) {
        const auto with = [&](const std::string& text) {
            return replaced(replaced(text, " " + name + "_out,", fmt::format(" {}_{}_out,", name, codes.name)),
                            " " + name + "_in,", fmt::format(" {}_{}_in,", name, codes.name));
        };
        made.push_back({"prefix", "codes-" + codes.name, {right.check, with(right.write), with(right.read)}});
    }
    return made;
}

void add_type_ways(const place& at, std::vector<wrong_way>& to) {
    const node& n = at.n;
    if (n.operation != op::enumeration && n.operation != op::structure && n.operation != op::choice) return;
    if (const unsigned version = other_version(at.m, n.type, at.s.version); version != 0) {
        place other = at;
        other.s.version = version;
        to.push_back(changed(other, "version", "other-version", n));
    }
    if (n.operation != op::enumeration) return;
    const auto& codes = at.m.plan.at(at.s.version, n.type).codes;
    for (auto& way : code_ways(at.m, codes, at.m.variant_name(n.type, at.s.version), at.right))
        to.push_back(std::move(way));
    if (codes.count < at.m.plan.types[n.type].member_count && codes.count != 0)
        to.push_back(
            {"domain",
             "dead-accepted",
             {replaced(at.right.check, "!tic::lives", "false && !tic::lives"), at.right.write, at.right.read}});
}

std::vector<texts> with_other_orders(const model& m, const std::vector<ordered_field>& fields,
                                     const std::vector<unsigned>& versions) {
    std::vector<texts> made;
    std::vector<numbers> swaps(fields.size() + 1);  // of each field with the one before it
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto& f = fields[i];
        const bool swaps_next = i + 1 < fields.size() && f.is_coded && fields[i + 1].is_coded;
        if (swaps_next) swaps[i + 1] = m.faults->add("order", "swapped-with-next", f.path, versions, true, true);
        const numbers lost =
            f.is_coded ? m.faults->add("order", "field-lost", f.path, versions, true, true) : numbers{};
        const auto arrange = [&](const std::string& own, const std::string& next, bool decoding) {
            std::string early;
            if (swaps_next) early = print_switch({{numbers_of(swaps[i + 1], decoding), next}}, "break;\n");
            return early + print_switch({{numbers_of(lost, decoding), ""}, {numbers_of(swaps[i], decoding), ""}}, own);
        };
        const texts none{};
        const texts& next = swaps_next ? fields[i + 1].right : none;
        made.push_back(
            {f.printed.check, arrange(f.printed.write, next.write, false), arrange(f.printed.read, next.read, true)});
    }
    return made;
}

}  // namespace tic::cpp
