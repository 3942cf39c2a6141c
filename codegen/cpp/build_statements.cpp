// From a node of the layout to its statements.
#include <fmt/format.h>

#include <algorithm>

#include "codegen/cpp/parts.hpp"
#include "codegen/cpp/statements.hpp"

namespace tic::cpp {
namespace {

shape shape_of(const node& n) {
    switch (n.operation) {
        case op::bytes:
        case op::utf8:
        case op::text:
        case op::sealed:
            return shape::string;
        case op::list:
            return shape::list;
        case op::structure:
        case op::choice:
            return shape::call;
        default:
            return shape::number;
    }
}

bool is_text(const node& n) { return n.operation == op::utf8 || n.operation == op::text; }

bool fills_its_type(const node& n) {
    const auto full = [&](std::uint64_t span) { return n.span == span; };
    const std::uint64_t high = n.low + n.span;
    if (!n.is_signed) return n.low == 0 && (full(0xff) || full(0xffff) || full(0xffffffff) || full(~std::uint64_t{0}));
    return (full(0xff) && high == 0x7f) || (full(0xffff) && high == 0x7fff) ||
           (full(0xffffffff) && high == 0x7fffffff) || (full(~std::uint64_t{0}) && high == 0x7fffffffffffffff);
}

/// The sum of the two values of a domain of two.
std::uint64_t sum_of_two(const model& m, const node& n, unsigned version) {
    if (n.operation != op::enumeration) return 2 * n.low + 1;
    const auto& codes = m.plan.at(version, n.type).codes;
    return std::uint64_t{m.plan.codes[codes.first].member} + m.plan.codes[codes.first + 1].member;
}

/// The name of the prefix codes of a node's type, if a member lives.
std::string codes_of(const model& m, const node& n, unsigned version) {
    return m.plan.at(version, n.type).codes.count == 0 ? "" : m.variant_name(n.type, version);
}

spot element_spot(const spot& s) { return {variable("each", s.depth), s.at, s.depth + 1}; }

check build_check(const model& m, const node& n, const spot& s, unsigned version) {
    check made{.kind = shape_of(n), .where = s, .is_optional = n.optional};
    const auto set_bounds = [&] { made.low = n.low, made.span = n.span; };
    switch (made.kind) {
        case shape::number:
            made.is_enum = n.operation == op::enumeration;
            if (made.is_enum)
                made.name = codes_of(m, n, version);
            else if (n.operation == op::number && !fills_its_type(n))
                set_bounds();
            else
                return {};
            break;
        case shape::string:
            made.is_text = is_text(n);
            set_bounds();
            break;
        case shape::list: {
            set_bounds();
            check each = build_check(m, m.plan.nodes[n.element], element_spot(s), version);
            if (each.kind != shape::nothing) made.element.push_back({std::move(each)});
            break;
        }
        default:
            made.name = m.variant_name(n.type, version);
            break;
    }
    return made;
}

plain_code build_plain(const model& m, const node& n, unsigned version, bool reads) {
    plain_code made{.kind = n.plain};
    if (n.plain == code::huffman || n.plain == code::nothing) {
        made.kind = code::huffman;
        made.codes = codes_of(m, n, version);
        return made;
    }
    if (n.plain != code::twos && (n.plain != code::zigzag || reads)) made.low = n.low;
    if (n.plain == code::truncated_binary || n.plain == code::exp_golomb || (n.plain == code::zigzag && reads))
        made.span = n.span;
    if (n.plain != code::truncated_binary) made.bits = n.bits;
    return made;
}

hint_code build_hint(const model& m, const node& n, unsigned version, bool reads) {
    hint_code made{.kind = n.by};
    const bool is_number = shape_of(n) == shape::number;
    made.has_two_values = is_number && n.two_values && (n.by == hint::is || n.by == hint::same);
    if (n.by == hint::is) {
        const auto text = is_number ? std::string_view() : m.plan.constants[n.constant];
        made.constant = is_number ? literal(n.constant)
                                  : fmt::format("tic::octets(std::string_view({}, {}))", quoted(text), text.size());
        if (made.has_two_values && reads) made.rest = sum_of_two(m, n, version) - n.constant;
        return made;
    }
    if (n.by == hint::none) return made;
    made.slot = m.slot_place(n.slot);
    if (reads) made.is_local = n.by != hint::table && m.is_local(n.slot);
    if (made.has_two_values && reads) made.rest = sum_of_two(m, n, version);
    if (n.by != hint::predict) return made;
    made.delta = n.delta;
    made.bits = n.hint_bits;
    made.wrap_bits = n.wrap_bits;
    if (reads) made.low = n.low, made.span = n.span;
    return made;
}

std::vector<scoped_slot> build_scope(const model& m, const node& n) {
    std::vector<scoped_slot> made;
    const index own = m.plan.nodes[n.element].slot;
    if (own != none && m.is_local(own)) made.push_back({m.slot_name(own), "", m.slot_type(own), fresh_slot(m, own)});
    for (const index slot : m.plan.scoped.subspan(n.first_scoped, n.scoped_count))
        if (!m.is_local(slot)) made.push_back({m.slot_name(slot), m.slot_place(slot), "", fresh_slot(m, slot)});
    return made;
}

coding build_coding(const model& m, const node& n, const spot& s, unsigned version, bool reads) {
    coding made{.kind = shape_of(n), .where = s, .is_optional = n.optional};
    switch (made.kind) {
        case shape::string:
            made.is_text = reads && is_text(n);
            [[fallthrough]];
        case shape::number:
            made.hint = build_hint(m, n, version, reads);
            if (n.by != hint::predict && !(n.by == hint::is && made.hint.has_two_values))
                made.plain = build_plain(m, n, version, reads);
            break;
        case shape::list: {
            const node& element = m.plan.nodes[n.element];
            made.plain = build_plain(m, n, version, reads);
            made.scope = build_scope(m, n);
            made.element.push_back({build_coding(m, element, element_spot(s), version, reads)});
            if (!reads) break;
            made.type = m.cpp_type(element);
            made.least_bits = std::max<std::uint64_t>(1, element.min_bits);
            break;
        }
        default:
            made.type = m.variant_name(n.type, version);
            break;
    }
    return made;
}

}  // namespace

statements build_statements(const model& m, const node& n, const spot& where, unsigned version) {
    return {{build_check(m, n, where, version)},
            {build_coding(m, n, where, version, false)},
            {build_coding(m, n, where, version, true)}};
}

statements build_tag(const std::string& codes) {
    const plain_code plain{.kind = code::huffman, .codes = codes};
    const check lives{.kind = shape::number, .where = {"v.kind()", "at"}, .is_enum = true, .name = codes};
    return {{lives},
            {coding{.kind = shape::number, .where = {"v.kind()", "at"}, .plain = plain}},
            {coding{.kind = shape::number, .where = {"", "at"}, .plain = plain}}};
}

}  // namespace tic::cpp
