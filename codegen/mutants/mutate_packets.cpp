// Mutates packets as a whole (fill, length, memory kept after a failure), their tags, and how memory begins.
#include <fmt/format.h>

#include <algorithm>

#include "codegen/mutants/catalogue.hpp"
#include "runtime/layout/memory_use.hpp"
#include "runtime/layout/reached_states.hpp"

namespace tic::mutation {
namespace {

/// What may happen to a packet as a whole.
struct possible {
    bool stands_alone = false;        ///< so that bytes behind it are wrong
    bool has_fill = false;            ///< in its last byte
    bool may_end_with_zeros = false;  ///< a whole byte of them, so that zeros can replace what is cut
    bool may_be_empty = false;
    bool remembers = false;
    bool may_be_refused = false;     ///< after it changed memory
    bool may_be_unwritable = false;  ///< though it changes memory otherwise
};

/// Whether a value of the type can lie outside its domain.
bool may_be_unwritable(const cpp::model& m, index type, unsigned version) {
    const auto& t = m.plan.types[type];
    if (t.kind == type_kind::choice && m.plan.at(version, type).codes.count < t.member_count) return true;
    return std::ranges::any_of(m.plan.fields(version, type), [&](const node& n) {
        if (n.operation == op::structure || n.operation == op::choice) return may_be_unwritable(m, n.type, version);
        if (n.operation == op::enumeration)
            return m.plan.at(version, n.type).codes.count < m.plan.types[n.type].member_count;
        return cpp::build_statements(m, n, {}, version).checked.otherwise.kind != cpp::shape::nothing;
    });
}

constexpr const char* kept = "kept-over-connections";

std::string print_policy(catalogue& to, const std::string& path, const possible& can) {
    std::string set;
    const auto add = [&](bool applies, const char* kind, const char* member, role who) {
        if (!applies) return;
        const unsigned number = to.add_once("packet", kind, path, who);
        set += fmt::format("{}.{} = {}", set.empty() ? "" : ", ", member, number);
    };
    add(can.has_fill, "final-fill-ignored", "final_fill_ignored", role::decoder);
    add(can.has_fill, "final-fill-of-ones", "final_fill_of_ones", role::encoder);
    add(can.stands_alone, "trailing-accepted", "trailing_accepted", role::decoder);
    add(can.may_end_with_zeros, "cut-accepted", "cut_accepted", role::decoder);
    add(can.may_be_refused && !can.stands_alone, "refusal-remembered", "refusal_remembered", role::decoder);
    add(can.may_be_unwritable && !can.stands_alone, "failure-remembered", "failure_remembered", role::encoder);
    add(can.may_be_empty, "empty-is-nothing", "empty_is_nothing", role::encoder);
    if (can.remembers) set += fmt::format(", .kept = {}", to.add_once("memory", kept, path, role::both));
    return fmt::format(
        "using policy = tic::mutants::packet_policy;\nstatic constexpr tic::mutants::packet_mutants mutants{{{}}};\n",
        set);
}

possible possible_of_side(const catalogue& known, side who) {
    const layout& plan = known.m.plan;
    possible can;
    for (unsigned v = plan.oldest; v <= plan.version; ++v) {
        const auto& tags = plan.at(v).tags[who];
        for (const auto& tag : plan.codes.subspan(tags.first, tags.count)) {
            if (!may_be_sent(plan, who, tag.member, v)) continue;
            const index type = plan.packets[who][tag.member].type;
            const endings ends = ends_of(plan, type, v, endings::digits(tag.length, tag.code, tag.code));
            can.has_fill |= (ends.lengths() & ~residue(0)) != 0;
            can.may_end_with_zeros |= ends.may_end_with_zero_byte(2);  // no packet is cut to nothing
            can.may_be_empty |= tag.length + plan.at(v, type).min_bits == 0;
            if (!leaves_memory(plan, type, v)) continue;
            can.remembers = true;
            can.may_be_refused |= may_fail_behind_memory(plan, known.used, type, v);
            can.may_be_unwritable |= may_be_unwritable(known.m, type, v);
        }
    }
    return can;
}

possible possible_of_type(const layout& plan, index type) {
    possible can{.stands_alone = true};
    for (unsigned v = 1; v <= plan.version; ++v) {
        const std::set<index> fresh = used_once(plan, type, v);
        const endings ends = ends_of(plan, type, v, before_alone(plan, type, v), &fresh);
        can.has_fill |= (ends.lengths() & ~residue(0)) != 0;
        can.may_end_with_zeros |= ends.may_end_with_zero_byte(1);
        if (v < plan.oldest) continue;
        can.may_be_empty |= plan.at(v, type).min_bits == 0;
        can.remembers |= leaves_memory(plan, type, v);
    }
    return can;
}

/// Whether a side's or type's memory outlives a packet.
bool keeps_memory(const layout& plan, std::string_view owner) {
    for (unsigned v = 1; v <= plan.version; ++v) {
        for (index t = 0; t < plan.types.size(); ++t)
            if (plan.types[t].name == owner && leaves_memory(plan, t, v)) return true;
        for (const side who : sides) {
            const auto& tags = plan.at(v).tags[who];
            if (v < plan.oldest || owner != name_of(who)) continue;
            for (const auto& tag : plan.codes.subspan(tags.first, tags.count))
                if (leaves_memory(plan, plan.packets[who][tag.member].type, v)) return true;
        }
    }
    return false;
}

/// A side's tags with other codes, in the versions of a group.
numbers add_tags(catalogue& to, side who, const cpp::tag_group& group, const cpp::prefix_codes& other) {
    const std::string kind = other.name.ends_with("_swapped") ? "codes-swapped" : "codes-complemented";
    return to.add_once("tag " + other.name, "prefix", kind, std::string(name_of(who)), group.versions, true, true);
}

}  // namespace

void mutate_memory(catalogue& to, cpp::memory_struct& memory, std::string_view owner) {
    if (!memory.members.empty() && !owner.empty() && keeps_memory(to.m.plan, owner))
        memory.constructor = fmt::format(
            "{0}() {{\n    if (tic::mutants::is_active({1}) && tic::mutants::kept<{0}>) *this = "
            "*tic::mutants::kept<{0}>;\n}}\n",
            memory.name, to.add_once("memory", kept, std::string(owner), role::both));
    for (auto& member : memory.members) {
        const slot& s = to.m.plan.slots[member.slot];
        const bool is_number = s.kind == slot_kind::last || s.kind == slot_kind::cell;
        if (!is_number && s.kind != slot_kind::same) continue;
        const unsigned number =
            to.add_once("memory", is_number ? "starts-elsewhere" : "known-at-first",
                        fmt::format("{}{}", s.name, s.kind == slot_kind::last ? ":last" : ""), role::both);
        member.start = is_number ? fmt::format(" = tic::mutants::is_active({}) ? {} : {}", number,
                                               cpp::literal(s.initial + 1), cpp::literal(s.initial))
                                 : fmt::format("{{{{}}, tic::mutants::is_active({})}}", number);
    }
}

void mutate_content(catalogue& to, cpp::type_codec& codec) {
    const std::string name(to.m.plan.types[codec.type].name);
    mutate_memory(to, codec.memory, name);
    codec.policy = print_policy(to, name, possible_of_type(to.m.plan, codec.type));
}

void mutate_side(catalogue& to, side who, cpp::side_codec& codec) {
    const layout& plan = to.m.plan;
    std::map<unsigned, std::pair<const cpp::tag_group*, std::vector<cpp::prefix_codes>>> others;  // by version
    for (const auto& group : codec.groups)
        for (const unsigned v : group.versions)
            others[v] = {&group, other_codes(to.m, plan.at(v).tags[who], plan.packets[who].size(), group.name)};
    for (auto& packet : codec.packets) {
        for (auto& row : packet.rows) {
            const cpp::tag_bits right = row.tag.otherwise;
            for (const auto& other : others[row.version].second) {
                const auto& c = *std::ranges::find(other.codes, packet.packet, &prefix_code::member);
                const cpp::tag_bits changed{c.code, c.length};
                if (changed != right)
                    add_case(row.tag, add_tags(to, who, *others[row.version].first, other), false, changed);
            }
        }
        packet.policy = print_policy(to, std::string(name_of(who)), possible_of_side(to, who));
    }
    for (auto& group : codec.groups) {
        for (auto& other : others[group.versions.front()].second) {
            add_case(group.read, add_tags(to, who, group, other), true, other.name);
            group.codes.push_back(std::move(other));
        }
    }
    codec.is_inline = false;
    codec.policy = print_policy(to, std::string(name_of(who)), possible_of_side(to, who));
}

}  // namespace tic::mutation
