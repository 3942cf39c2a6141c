// From the layout to the coding part of a header.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ranges>

#include "codegen/cpp/parts.hpp"
#include "codegen/cpp/program.hpp"

namespace tic::cpp {
namespace {

memory_struct build_memory(const model& m, const std::string& name, const std::set<index>& slots) {
    memory_struct made{.name = name};
    for (const index i : slots) {
        const slot& s = m.plan.slots[i];
        const bool is_number = s.kind == slot_kind::last || s.kind == slot_kind::cell;
        made.members.push_back({i, is_number && s.initial != 0 ? " = " + literal(s.initial) : "{}"});
    }
    return made;
}

std::vector<memory_struct> build_entries(const model& m) {
    std::vector<memory_struct> made;
    for (index i = 0; i < m.plan.slots.size(); ++i) {
        const slot& s = m.plan.slots[i];
        if (s.child_count == 0) continue;
        std::set<index> children;
        for (index c = 0; c < s.child_count; ++c) children.insert(s.first_child + c);
        made.push_back(build_memory(m, entry_name(m, i), children));
    }
    return made;
}

/// Packets of small sessions are written and read without a call.
bool is_packet(const model& m, index t) {
    return std::ranges::any_of(sides, [&](side who) {
        const auto packets = m.plan.packets[who];
        return packets.size() <= 16 && std::ranges::find(packets, t, &packet::type) != packets.end();
    });
}

variant_codec build_variant(const model& m, index t, const variant& alike) {
    variant_codec made{.alike = &alike};
    const bool is_union = m.plan.types[t].kind == type_kind::choice;
    if (is_union) {
        if (m.plan.at(alike.version, t).codes.count == 0) return made;
        made.tag = build_tag(m.variant_name(t, alike.version));
    }
    for (const node& n : m.plan.fields(alike.version, t)) {
        const std::string value = is_union ? "arm" : "v." + m.field_name(n.member);
        auto all = build_statements(m, n, {value, fmt::format("at + {}", m.offset(n.member))}, alike.version);
        made.fields.push_back({&n, std::move(all.checked), {std::move(all.written)}, {std::move(all.read)}});
    }
    return made;
}

type_codec build_type(const model& m, index t) {
    type_codec made{.type = t, .is_inline = is_packet(m, t)};
    const auto& type = m.plan.types[t];
    std::set<index> slots;
    for (const auto& alike : m.variants(t)) {
        const auto& codes = m.plan.at(alike.version, t).codes;
        if (codes.count != 0)
            made.codes.push_back(build_codes(m, codes, type.member_count, m.variant_name(t, alike.version)));
        if (type.kind == type_kind::enumeration) continue;
        made.variants.push_back(build_variant(m, t, alike));
        for (const unsigned v : alike.versions) m.reach(t, v, slots);
    }
    made.memory = build_memory(m, m.type_name(t) + "_memory", slots);
    return made;
}

/// Tags and codecs of a side's packets in a version, as one text.
std::string signature(const model& m, side who, unsigned version) {
    std::string made;
    const auto& tags = m.plan.at(version).tags[who];
    for (const auto& c : m.plan.codes.subspan(tags.first, tags.count))
        made += fmt::format("{}:{}:{}:{};", c.member, c.code, c.length,
                            m.variant_name(m.plan.packets[who][c.member].type, version));
    return made;
}

std::vector<tag_group> build_groups(const model& m, side who) {
    std::map<std::string, std::size_t> known;
    std::vector<tag_group> made;
    for (unsigned v = m.plan.oldest; v <= m.plan.version; ++v) {
        const auto [found, is_new] = known.try_emplace(signature(m, who, v), made.size());
        if (is_new) made.push_back({.name = fmt::format("{}_v{}", name_of(who), v)});
        made[found->second].versions.push_back(v);
    }
    if (made.size() == 1) made[0].name = name_of(who);
    for (auto& group : made) {
        group.read.otherwise = group.name;
        if (const auto& tags = m.plan.at(group.versions[0]).tags[who]; tags.count != 0)
            group.codes.push_back(build_codes(m, tags, m.plan.packets[who].size(), group.name));
    }
    return made;
}

packet_codec build_packet(const model& m, side who, index i) {
    packet_codec made{.packet = i};
    for (unsigned v = m.plan.oldest; v <= m.plan.version; ++v) {
        const auto& tags = m.plan.at(v).tags[who];
        for (const auto& tag : m.plan.codes.subspan(tags.first, tags.count))
            if (tag.member == i)
                made.rows.push_back({v, {{tag.code, tag.length}}, m.variant_name(m.plan.packets[who][i].type, v)});
    }
    return made;
}

side_codec build_side(const model& m, side who) {
    side_codec made;
    std::set<index> slots;
    for (const auto& p : m.plan.packets[who])
        for (unsigned v = m.plan.oldest; v <= m.plan.version; ++v) m.reach(p.type, v, slots);
    made.memory = build_memory(m, fmt::format("{}_memory", name_of(who)), slots);
    made.groups = build_groups(m, who);
    for (index i = 0; i < m.plan.packets[who].size(); ++i) made.packets.push_back(build_packet(m, who, i));
    return made;
}

}  // namespace

prefix_codes build_codes(const model& m, const prefix_table& table, std::size_t members, const std::string& name) {
    const auto codes = m.plan.codes.subspan(table.first, table.count);
    return {name, members, {codes.begin(), codes.end()}};
}

program build_program(const model& m) {
    program made;
    made.entries = build_entries(m);
    for (const index t : m.order()) made.types.push_back(build_type(m, t));
    for (const side who : sides) made.sides[who] = build_side(m, who);
    return made;
}

}  // namespace tic::cpp
