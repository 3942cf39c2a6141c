// Faults of packets as a whole and of memory's beginning, and the list of all faults.
#include "codegen/cpp/faults.hpp"
#include "runtime/layout/memory_use.hpp"
#include "runtime/layout/reached_states.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tic::cpp {
namespace {
constexpr const char* aims[] = {"decoder", "encoder", "both", "end"};

const numbers& once(const model& m, const std::string& topic, const std::string& kind, const std::string& path,
                    const std::vector<unsigned>& versions, bool decodes, bool encodes) {
    const auto [found, fresh] = m.faults->known.try_emplace(fmt::format("{} {} {}", topic, kind, path));
    if (fresh) found->second = m.faults->add(topic, kind, path, versions, decodes, encodes);
    return found->second;
}

unsigned once_both(const model& m, const std::string& topic, const std::string& kind, const std::string& path) {
    const auto [found, fresh] = m.faults->known.try_emplace(fmt::format("{} {} {}", topic, kind, path));
    if (fresh) found->second.both = m.faults->add_both(topic, kind, path);
    return found->second.both;
}

/// What may happen to a packet as a whole.
struct possible {
    bool alone = false;               ///< it may stand alone, so that bytes behind it are wrong
    bool fills = false;               ///< its last byte may have fill
    bool may_end_with_zeros = false;  ///< a whole byte of them, so that zeros in place of what is cut can complete it
    bool may_be_empty = false;
    bool remembers = false;
    bool may_be_refused = false;     ///< after it changed memory
    bool may_be_unwritable = false;  ///< though it changes memory otherwise
};

/// Whether a value of the type can lie outside its domain.
bool may_be_unwritable(const model& m, index type, unsigned version);
bool may_be_unwritable(const model& m, const node& n, unsigned version) {
    switch (n.operation) {
        case op::structure:
        case op::choice:
            return may_be_unwritable(m, n.type, version);
        case op::enumeration:
            return m.plan.at(version, n.type).codes.count < m.plan.types[n.type].member_count;
        default:
            return !print_right(m, n, {"v", "at", version, 0, true}).check.empty();
    }
}
bool may_be_unwritable(const model& m, index type, unsigned version) {
    const auto& t = m.plan.types[type];
    if (t.kind == type_kind::choice && m.plan.at(version, type).codes.count < t.member_count) return true;
    return std::ranges::any_of(m.plan.fields(version, type),
                               [&](const node& n) { return may_be_unwritable(m, n, version); });
}

std::string print_packet_faults(const model& m, const std::string& path, const possible& can) {
    std::string set;
    const auto add = [&](bool wanted, const char* name, bool decodes) {
        if (!wanted) return;
        std::string kind = name;
        std::ranges::replace(kind, '_', '-');
        const numbers& n = once(m, "packet", kind, path, {}, decodes, !decodes);
        set += fmt::format("{}.{} = {}", set.empty() ? "" : ", ", name, decodes ? n.decoder : n.encoder);
    };
    add(can.fills, "final_fill_ignored", true);
    add(can.fills, "final_fill_of_ones", false);
    add(can.alone, "trailing_accepted", true);
    add(can.may_end_with_zeros, "cut_accepted", true);
    add(can.may_be_refused && !can.alone, "refusal_remembered", true);
    add(can.may_be_unwritable && !can.alone, "failure_remembered", false);
    add(can.may_be_empty, "empty_is_nothing", false);
    if (can.remembers) set += fmt::format(", .kept = {}", once_both(m, "memory", "kept-over-connections", path));
    return fmt::format(
        "using course = tic::faulty::course;\nstatic constexpr tic::faulty::packet_faults faults{{{}}};\n", set);
}

}  // namespace

std::string packet_faults_of_side(const model& m, side who) {
    if (m.faults == nullptr) return {};
    possible can;
    for (unsigned v = m.plan.oldest; v <= m.plan.version; ++v) {
        const auto& tags = m.plan.at(v).tags[who];
        for (index i = 0; i < tags.count; ++i) {
            const auto& tag = m.plan.codes[tags.first + i];
            if (!may_be_sent(m.plan, who, tag.member, v)) continue;
            const index type = m.plan.packets[who][tag.member].type;
            const endings ends = ends_of(m.plan, type, v, endings::digits(tag.length, tag.code, tag.code));
            can.fills = can.fills || (ends.lengths() & ~residue(0)) != 0;
            can.may_end_with_zeros =
                can.may_end_with_zeros || ends.may_end_with_zero_byte(2);  // no packet is cut to nothing
            can.may_be_empty = can.may_be_empty || tag.length + m.plan.at(v, type).min_bits == 0;
            if (!leaves_memory(m.plan, type, v)) continue;
            can.remembers = true;
            can.may_be_refused = can.may_be_refused || may_fail_behind_memory(m.plan, m.faults->used, type, v);
            can.may_be_unwritable = can.may_be_unwritable || may_be_unwritable(m, type, v);
        }
    }
    return print_packet_faults(m, std::string(name_of(who)), can);
}

std::string packet_faults_of_type(const model& m, index type) {
    if (m.faults == nullptr) return {};
    possible can{.alone = true};
    for (unsigned v = 1; v <= m.plan.version; ++v) {
        const std::set<index> fresh = used_once(m.plan, type, v);
        const endings ends = ends_of(m.plan, type, v, before_alone(m.plan, type, v), &fresh);
        can.fills = can.fills || (ends.lengths() & ~residue(0)) != 0;
        can.may_end_with_zeros = can.may_end_with_zeros || ends.may_end_with_zero_byte(1);
        if (v < m.plan.oldest) continue;
        can.may_be_empty = can.may_be_empty || m.plan.at(v, type).min_bits == 0;
        can.remembers = can.remembers || leaves_memory(m.plan, type, v);
    }
    return print_packet_faults(m, std::string(m.plan.types[type].name), can);
}

/// Whether what the path names, a side or a type, has memory that outlives a packet.
static bool keeps_memory(const model& m, const std::string& path) {
    for (unsigned v = 1; v <= m.plan.version; ++v) {
        for (index t = 0; t < m.plan.types.size(); ++t)
            if (m.plan.types[t].name == path && leaves_memory(m.plan, t, v)) return true;
        for (const side who : sides) {
            const auto& tags = m.plan.at(v).tags[who];
            for (const auto& tag : m.plan.codes.subspan(tags.first, tags.count))
                if (v >= m.plan.oldest && path == name_of(who) &&
                    leaves_memory(m.plan, m.plan.packets[who][tag.member].type, v))
                    return true;
        }
    }
    return false;
}

std::string kept_memory(const model& m, const std::string& name, const std::string& path,
                        const std::vector<unsigned>&) {
    if (m.faults == nullptr || !keeps_memory(m, path)) return {};
    return fmt::format(
        "{0}() {{\n    if (tic::faulty::is_on({1}) && tic::faulty::kept<{0}>) *this = *tic::faulty::kept<{0}>;\n}}\n",
        name, once_both(m, "memory", "kept-over-connections", path));
}

unsigned wrong_start(const model& m, index slot) {
    const auto& s = m.plan.slots[slot];
    return once_both(m, "memory", s.kind == slot_kind::same ? "known-at-first" : "starts-elsewhere",
                     fmt::format("{}{}", s.name, s.kind == slot_kind::last ? ":last" : ""));
}

numbers wrong_tags(const model& m, side who, const std::string& group, const std::string& codes,
                   const std::vector<unsigned>& versions) {
    const auto [found, fresh] = m.faults->known.try_emplace(fmt::format("tag {} {}", group, codes));
    if (fresh)
        found->second = m.faults->add("prefix", "codes-" + codes, std::string(name_of(who)), versions, true, true);
    return found->second;
}

std::string print_list(const fault_book& book, std::string_view schema_file) {
    std::string text =
        fmt::format("# Faults of {}: number, class, kind, place, versions, who goes wrong.\n", schema_file);
    for (std::size_t i = 0; i < book.all().size(); ++i) {
        const fault& f = book.all()[i];
        text += fmt::format("{} {} {} {} {} {}\n", i + 1, f.topic, f.kind, f.path,
                            f.versions.empty() ? "all" : fmt::format("{}", fmt::join(f.versions, ",")),
                            aims[static_cast<int>(f.who)]);
    }
    return text;
}

}  // namespace tic::cpp
