// Carries a set of endings over every field, arm, element and code in wire order, as an encoder would write them.
#include "runtime/layout/alignment.hpp"

#include "runtime/layout/type_facts.hpp"

#include <algorithm>

namespace tic {
namespace {

/// What a walk assumes, and where it records what it comes across; null: nowhere.
struct notes {
    const std::set<index>* fresh = nullptr;  ///< slots that hold nothing yet whenever they are used
    begin_table* nodes = nullptr;            ///< what comes before each node
    std::map<std::pair<index, unsigned>, endings>* types = nullptr;  ///< what comes before each type used inside
};

endings bit(unsigned value) { return endings::digits(1, value, value); }

endings behind_type(const layout& plan, index type, unsigned version, const endings& before, notes to);

/// The prefix codes of all living items, one of them excluded.
endings prefixes(const layout& plan, const prefix_table& codes, std::uint64_t but = none) {
    endings made;
    for (const auto& c : plan.codes.subspan(codes.first, codes.count))
        if (c.member != but) made |= endings::digits(c.length, c.code, c.code);
    return made;
}

/// The codes of the numbers, lengths or counts from `low` to `high` above the least.
endings number_codes(const node& n, std::uint64_t low, std::uint64_t high) {
    if (low > high) return {};
    const std::uint64_t all = ~std::uint64_t{0} >> (64 - std::max<unsigned>(n.bits, 1));
    switch (n.plain) {
        case code::fixed:
            return n.operation == op::number ? endings::digits(n.bits, low, high) : endings::digits(n.bits, 0, all);
        case code::twos:
            return endings::digits(n.bits, 0, all);
        case code::truncated_binary:
            return endings::truncated_binary(n.span, low, high);
        case code::exp_golomb:
            return endings::exp_golomb(n.bits, low, high);
        case code::zigzag:
            return endings::zigzag(n.bits, static_cast<std::int64_t>(n.low + low),
                                   static_cast<std::int64_t>(n.low + high));
        default:
            return endings::nothing();
    }
}

/// The codes of a value, or of a length or count.
endings plain_codes(const layout& plan, const node& n, unsigned version) {
    return n.plain == code::huffman ? prefixes(plan, plan.at(version, n.type).codes) : number_codes(n, 0, n.span);
}

/// How many values a node has besides one of them. Only bits, numbers and enums can have so few that it matters.
std::uint64_t others(const layout& plan, const node& n, unsigned version) {
    switch (n.operation) {
        case op::boolean:
            return 1;
        case op::number:
            return n.span;
        case op::enumeration:
            return plan.at(version, n.type).codes.count - 1;
        default:
            return ~std::uint64_t{0};
    }
}

endings behind_node(const layout& plan, const node& n, unsigned version, endings before, notes noted);

endings behind_list(const layout& plan, const node& n, unsigned version, const endings& before, notes to) {
    // The endings after i elements are a function of those after i - 1, which keeps unions. So once one more element
    // adds nothing to the union, no further one does. A least count over 64 is not walked to: the union then starts at
    // 64 elements, which can only add endings.
    constexpr std::uint64_t many = 64;
    const std::uint64_t most = n.low + n.span;
    endings ends, last = ends_of_length(n, before);
    for (std::uint64_t i = 1; i <= most; ++i) {
        last = behind_node(plan, plan.nodes[n.element], version, last, to);
        if (i < std::min(n.low, many)) continue;
        const endings known = ends;
        ends |= last;
        if (ends == known) break;
    }
    return n.low == 0 ? ends | before.then(number_codes(n, 0, 0)) : ends;
}

endings behind_value(const layout& plan, const node& n, unsigned version, const endings& before, notes to) {
    switch (n.operation) {
        case op::structure:
        case op::choice:
            if (to.types != nullptr) (*to.types)[{n.type, version}] |= before;
            return behind_type(plan, n.type, version, before, {.fresh = to.fresh});
        case op::bytes:
        case op::utf8:
        case op::text:
        case op::sealed: {
            const endings octets = ends_of_length(n, before).filled().then(endings::octets(n.low, n.low + n.span));
            return n.low == 0 ? octets | before.then(number_codes(n, 0, 0)) : octets;
        }
        case op::list:
            return behind_list(plan, n, version, before, to);
        default:
            return before.then(plain_codes(plan, n, version));
    }
}

/// The flag of `is` or `same`, and the value after a miss. A miss of `is` excludes its constant: that value has only
/// one coding.
endings behind_flag(const layout& plan, const node& n, unsigned version, const endings& before, notes to) {
    const endings hit = before.then(bit(1));
    if (others(plan, n, version) == 0) return hit;
    const endings missed = before.then(bit(0));
    if (n.two_values) return hit | missed;
    if (n.by != hint::is) return hit | behind_value(plan, n, version, missed, to);
    if (n.operation == op::enumeration)
        return hit | missed.then(prefixes(plan, plan.at(version, n.type).codes, n.constant));
    if (n.operation != op::number) return hit | behind_value(plan, n, version, missed, to);
    const std::uint64_t spelt = n.constant - n.low;
    endings rest = number_codes(n, spelt + 1, n.span);
    if (spelt == n.span) rest = {};
    if (spelt != 0) rest |= number_codes(n, 0, spelt - 1);
    return hit | missed.then(rest);
}

/// The codes of the difference to a prediction. Fresh memory predicts the slot's initial value, so the range is known.
endings steps(const layout& plan, const node& n, bool is_fresh) {
    const auto span = static_cast<std::int64_t>(n.span);
    if (n.wrap_bits != 0) return endings::zigzag(n.hint_bits, -1 - (span >> 1), span >> 1);
    if (!is_fresh) return endings::zigzag(n.hint_bits, -span - n.delta, span - n.delta);
    const std::int64_t least = static_cast<std::int64_t>(n.low - plan.slots[n.slot].initial) - n.delta;
    return endings::zigzag(n.hint_bits, least, least + span);
}

/// A rank in a table and the value after a miss. An empty table has rank 0 only, a miss.
endings behind_rank(const layout& plan, const node& n, unsigned version, const endings& before, bool is_fresh,
                    notes to) {
    if (is_fresh) return behind_value(plan, n, version, before.then(bit(1)), to);
    const std::uint64_t capacity = plan.slots[n.slot].capacity, more = others(plan, n, version);
    const endings known = before.then(endings::exp_golomb(0, 0, more < capacity ? more : capacity - 1));
    return known | behind_value(plan, n, version, before.then(endings::exp_golomb(0, 0, std::min(more, capacity))), to);
}

endings behind_node(const layout& plan, const node& n, unsigned version, endings before, notes noted) {
    if (noted.nodes != nullptr) (*noted.nodes)[{&n, version}] |= before;
    const endings absent = n.optional ? before.then(bit(0)) : endings{};
    if (n.optional) before = before.then(bit(1));
    const bool is_fresh = noted.fresh != nullptr && noted.fresh->contains(n.slot);
    switch (n.by) {
        case hint::none:
            return absent | behind_value(plan, n, version, before, noted);
        case hint::is:
            return absent | behind_flag(plan, n, version, before, noted);
        case hint::same: {
            const endings first = absent | behind_value(plan, n, version, before, noted);
            return is_fresh ? first : first | behind_flag(plan, n, version, before, noted);
        }
        case hint::predict:
            return absent | before.then(steps(plan, n, is_fresh));
        case hint::table:
            return absent | behind_rank(plan, n, version, before, is_fresh, noted);
    }
    return absent;
}

endings behind_type(const layout& plan, index type, unsigned version, const endings& before, notes to) {
    const auto& codes = plan.at(version, type).codes;
    if (plan.types[type].kind == type_kind::enumeration) return before.then(prefixes(plan, codes));
    if (plan.types[type].kind == type_kind::structure) {
        endings ends = before;
        for (const auto& n : plan.fields(version, type)) ends = behind_node(plan, n, version, ends, to);
        return ends;
    }
    endings ends;
    for (const auto& n : plan.fields(version, type)) {
        const index arm = n.member - plan.types[type].first_member;
        for (const auto& c : plan.codes.subspan(codes.first, codes.count))
            if (c.member == arm)
                ends |= behind_node(plan, n, version, before.then(endings::digits(c.length, c.code, c.code)), to);
    }
    return ends;
}

}  // namespace

endings ends_of(const layout& plan, index type, unsigned version, const endings& before, const std::set<index>* fresh) {
    return behind_type(plan, type, version, before, {.fresh = fresh});
}

endings ends_of(const layout& plan, const node& n, unsigned version, const endings& before) {
    return behind_node(plan, n, version, before, {});
}

endings ends_of_length(const node& n, const endings& before) {
    return before.then(number_codes(n, n.low == 0 ? 1 : 0, n.span));
}

endings before_plain(const layout& plan, const node& n, unsigned version, const endings& before) {
    const endings present = n.optional ? before.then(bit(1)) : before;
    const std::uint64_t more = others(plan, n, version);
    const endings missed = n.two_values || more == 0 ? endings{} : present.then(bit(0));
    switch (n.by) {
        case hint::none:
            return present;
        case hint::is:
            return missed;
        case hint::same:
            return present | missed;
        case hint::predict:
            return {};
        case hint::table:
            return present.then(endings::exp_golomb(0, 0, std::min<std::uint64_t>(more, plan.slots[n.slot].capacity)));
    }
    return present;
}

endings before_alone(const layout& plan, index type, unsigned version) {
    const bool is_sealed =
        std::ranges::any_of(plan.nodes, [&](const node& n) { return n.operation == op::sealed && n.type == type; });
    endings made = version < plan.oldest ? endings{} : endings::nothing();
    if (is_sealed) made |= endings::exp_golomb(0, version - 1, version - 1);
    return made;
}

residues octets_begin(const layout& plan, const begin_table& begins, const node& n, unsigned version) {
    endings before;
    for (const auto& [where, found] : begins)
        if (where.first->member == n.member && where.first->operation == n.operation) before |= found;
    if (n.by != hint::none) return 0xff;
    return (n.optional ? before.then(bit(1)) : before).then(plain_codes(plan, n, version)).lengths();
}

begin_table begins_of(const layout& plan) {
    begin_table nodes;
    const auto order = type_order(plan);
    std::map<std::pair<index, unsigned>, endings> types;
    for (unsigned v = 1; v <= plan.version; ++v) {
        for (index t = 0; t < plan.types.size(); ++t) types[{t, v}] = before_alone(plan, t, v);
        for (const side who : sides) {
            const auto& tags = plan.at(v).tags[who];
            for (const auto& tag : plan.codes.subspan(tags.first, tags.count))
                types[{plan.packets[who][tag.member].type, v}] |= endings::digits(tag.length, tag.code, tag.code);
        }
        // Holders first: when a type is walked, what comes before all its uses is known.
        for (auto t = order.rbegin(); t != order.rend(); ++t)
            if (plan.types[*t].kind != type_kind::enumeration)
                behind_type(plan, *t, v, types[{*t, v}], {nullptr, &nodes, &types});
    }
    return nodes;
}

}  // namespace tic
