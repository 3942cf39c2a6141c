// Where in a byte a value can end, by going through all that it may be made of.
#include "codegen/cpp/alignment.hpp"

#include <algorithm>
#include <bit>

namespace tic::cpp {
namespace {

/// What is noted on the way.
struct notes {
    const std::set<index>* fresh = nullptr;  ///< memory that holds nothing yet wherever it is used
    begin_table* nodes = nullptr;
    std::map<std::pair<index, unsigned>, residues>* types = nullptr;
};

residues type_ends(const model& m, index type, unsigned version, residues starts, notes to);

residues moved(residues from, std::uint64_t bits) {
    const unsigned by = bits % 8;
    return ((from << by) | (from >> (8 - by))) & 0xff;
}

/// Exp-Golomb of order k of 0…most: k + 1, k + 3, … bits.
residues after_skew(residues from, unsigned k, std::uint64_t most) {
    const std::uint64_t y = most + (std::uint64_t{1} << k);
    const unsigned longest = y < most ? 64 : static_cast<unsigned>(std::bit_width(y));
    residues to = 0;
    for (unsigned n = k + 1; n <= longest; ++n) to |= moved(from, 2 * n - 1 - k);
    return to;
}

residues after_codes(const model& m, residues from, const prefix_table& codes) {
    residues to = 0;
    for (index i = 0; i < codes.count; ++i) to |= moved(from, m.plan.codes[codes.first + i].length);
    return to;
}

residues after_plain(const model& m, const node& n, unsigned version, residues from) {
    switch (n.plain) {
        case code::fixed:
        case code::twos: return moved(from, n.bits);
        case code::uniform: {
            const auto shorter = static_cast<unsigned>(std::bit_width(n.span + 1)) - 1;
            return moved(from, shorter) | (std::has_single_bit(n.span + 1) ? 0 : moved(from, shorter + 1));
        }
        case code::skew: return after_skew(from, n.bits, n.span);
        case code::zigzag: return after_skew(from, n.bits, ~std::uint64_t{0} >> 1);
        case code::huffman: return after_codes(m, from, m.plan.at(version, n.type).codes);
        default: return from;
    }
}

/// After the length or count 0.
residues after_nothing(const model& m, const node& n, unsigned version, residues from) {
    node least = n;
    if (n.plain == code::uniform) return moved(from, static_cast<std::uint64_t>(std::bit_width(n.span + 1)) - 1);
    least.span = 0;
    return after_plain(m, least, version, from);
}

residues after_node(const model& m, const node& n, unsigned version, residues from, notes to);

residues after_value(const model& m, const node& n, unsigned version, residues from, notes to) {
    switch (n.operation) {
        case op::structure:
        case op::choice:
            if (to.types != nullptr) (*to.types)[{n.type, version}] |= from;
            return type_ends(m, n.type, version, from, {.fresh = to.fresh});
        case op::bytes:
        case op::utf8:
        case op::text:
        case op::sealed: return (n.low == 0 ? after_nothing(m, n, version, from) : 0) | (n.low + n.span != 0 ? residue(0) : 0);
        case op::list: {
            residues all = after_plain(m, n, version, from);
            residues ends = n.low == 0 ? after_nothing(m, n, version, from) : 0;
            for (std::uint64_t i = 1, most = std::min<std::uint64_t>(n.low + n.span, n.low + 8); i <= most; ++i) {
                all = after_node(m, m.plan.nodes[n.element], version, all, to);
                if (i >= n.low) ends |= all;
                if (i > 64) return 0xff;
            }
            return ends;
        }
        default: return after_plain(m, n, version, from);
    }
}

residues after_node(const model& m, const node& n, unsigned version, residues from, notes noted) {
    if (noted.nodes != nullptr) (*noted.nodes)[{&n, version}] |= from;
    const residues absent = n.optional ? moved(from, 1) : 0;
    if (n.optional) from = moved(from, 1);
    residues to = 0;
    const bool is_fresh = noted.fresh != nullptr && noted.fresh->contains(n.slot);
    switch (n.by) {
        case hint::none: to = after_value(m, n, version, from, noted); break;
        case hint::is: to = moved(from, 1) | (n.two_values ? 0 : after_value(m, n, version, moved(from, 1), noted)); break;
        case hint::same:
            to = after_value(m, n, version, from, noted);
            if (!is_fresh) to |= moved(from, 1) | (n.two_values ? 0 : after_value(m, n, version, moved(from, 1), noted));
            break;
        case hint::predict: to = after_skew(from, n.hint_bits, ~std::uint64_t{0} >> 2); break;
        case hint::table: {
            const residues ranks = is_fresh ? moved(from, 1) : after_skew(from, 0, m.plan.slots[n.slot].capacity);
            to = (is_fresh ? 0 : ranks) | after_value(m, n, version, ranks, noted);
            break;
        }
    }
    return absent | to;
}

residues type_ends(const model& m, index type, unsigned version, residues starts, notes to) {
    const auto& layout = m.plan.at(version, type);
    if (m.plan.types[type].kind == type_kind::structure) {
        for (const auto& n : m.plan.fields(version, type)) starts = after_node(m, n, version, starts, to);
        return starts;
    }
    residues ends = 0;
    for (const auto& n : m.plan.fields(version, type)) {
        const index arm = n.member - m.plan.types[type].first_member;
        for (index i = 0; i < layout.codes.count; ++i)
            if (m.plan.codes[layout.codes.first + i].member == arm) ends |= after_node(m, n, version, moved(starts, m.plan.codes[layout.codes.first + i].length), to);
    }
    return ends;
}

}  // namespace

residues ends_of(const model& m, index type, unsigned version, residues starts, const std::set<index>* fresh) {
    return type_ends(m, type, version, starts, {.fresh = fresh});
}

residues octets_begin(const model& m, const begin_table& begins, const node& n, unsigned version) {
    residues starts = 0;
    for (const auto& [where, found] : begins)
        if (where.first->member == n.member && where.first->operation == n.operation) starts |= found;
    if (n.by != hint::none) return 0xff;
    return after_plain(m, n, version, n.optional ? moved(starts, 1) : starts);
}

begin_table begins_of(const model& m) {
    begin_table nodes;
    std::map<std::pair<index, unsigned>, residues> types;
    for (unsigned v = 1; v <= m.plan.version; ++v) {
        // Alone, in a version that is spoken, and sealed behind the version's code.
        for (index t = 0; t < m.plan.types.size(); ++t) types[{t, v}] = v < m.plan.oldest ? 0 : residue(0);
        for (const auto& n : m.plan.nodes)
            if (n.operation == op::sealed) types[{n.type, v}] |= residue(2 * std::bit_width(v) - 1);
        for (const int side : {0, 1}) {
            const auto& tags = m.plan.at(v).tags[side];
            for (const auto& tag : m.plan.codes.subspan(tags.first, tags.count)) types[{m.plan.packets[side][tag.member].type, v}] |= residue(tag.length);
        }
        for (auto t = m.order().rbegin(); t != m.order().rend(); ++t)  // whatever holds a type stands before it
            if (m.plan.types[*t].kind != type_kind::enumeration) type_ends(m, *t, v, types[{*t, v}], {nullptr, &nodes, &types});
    }
    return nodes;
}

}  // namespace tic::cpp
