// How a node is coded, in the terms of the wire reference.
#include "codegen/docs/codes.hpp"

#include <fmt/format.h>

namespace tic::docs {
namespace {

std::string number(std::uint64_t v, bool is_signed) {
    return is_signed ? std::to_string(static_cast<std::int64_t>(v)) : std::to_string(v);
}

/// The code of a number, length or count: `exp_golomb(5)`.
std::string plain_code(const node& n) {
    switch (n.plain) {
        case code::fixed:
        case code::twos:
            return fmt::format("fixed({})", n.bits);
        case code::truncated_binary:
            return fmt::format("truncated_binary({})",
                               n.span == ~std::uint64_t{0} ? "2^64" : std::to_string(n.span + 1));
        case code::exp_golomb:
            return fmt::format("exp_golomb({})", n.bits);
        case code::zigzag:
            return fmt::format("exp_golomb({}) of zigzag", n.bits);
        case code::huffman:
            return "huffman";
        case code::nothing:
            break;
    }
    return {};
}

std::string link(const layout& plan, index type) {
    return fmt::format("<a href=\"#{0}\">{0}</a>", escape(plan.types[type].name));
}

std::string without_hint(const layout& plan, const node& n) {
    switch (n.operation) {
        case op::bytes:
        case op::utf8:
        case op::text:
            return "length " + plain_code(n) + ", fill, bytes";
        case op::sealed:
            return fmt::format("length {}, fill, bytes of a sealed {}", plain_code(n), link(plan, n.type));
        case op::list:
            return fmt::format("count {}, each: {}", plain_code(n), describe(plan, plan.nodes[n.element]));
        case op::enumeration:
            return link(plan, n.type) + " by huffman";
        case op::choice:
        case op::structure:
            return link(plan, n.type);
        default:
            return plain_code(n);
    }
}

std::string constant(const layout& plan, const node& n) {
    switch (n.operation) {
        case op::boolean:
            return n.constant != 0 ? "true" : "false";
        case op::enumeration:
            return escape(plan.members[plan.types[n.type].first_member + n.constant].name);
        case op::bytes:
        case op::utf8:
            return fmt::format("\"{}\"", escape(plan.constants[n.constant]));
        default:
            return number(n.constant, n.is_signed);
    }
}

/// `v − (chats.seq + 1)`.
std::string step(const node& n, std::string_view place) {
    const std::string from =
        n.delta == 0 ? std::string(place)
                     : fmt::format("({} {} {})", place, n.delta < 0 ? "−" : "+", n.delta < 0 ? -n.delta : n.delta);
    return fmt::format("v − {}{}", from, n.wrap_bits == 0 ? "" : fmt::format(" modulo 2^{}", n.wrap_bits));
}

/// What a hint refers to: a name of `memory`, or the last value of the same field.
std::string place(const slot& s) {
    return s.kind == slot_kind::cell || s.kind == slot_kind::table ? escape(s.name) : "the last";
}

std::string with_hint(const layout& plan, const node& n) {
    const std::string plain = without_hint(plan, n);
    const std::string otherwise = n.two_values ? "" : "; 0 and " + plain;
    switch (n.by) {
        case hint::none:
            return plain;
        case hint::is:
            return fmt::format("1 if {}{}", constant(plan, n), n.two_values ? "; else 0" : otherwise);
        case hint::same:
            return fmt::format("1 if as the last{}; the first: {}", n.two_values ? "; else 0" : otherwise, plain);
        case hint::predict:
            return fmt::format("exp_golomb({}) of zigzag({})", n.hint_bits, step(n, place(plan.slots[n.slot])));
        case hint::table:
            break;
    }
    const slot& s = plan.slots[n.slot];
    return fmt::format("rank in {}: exp_golomb(0); a new one: exp_golomb(0) of their number, {}",
                       s.kind == slot_kind::table ? escape(s.name) : fmt::format("the last {}", s.capacity), plain);
}

}  // namespace

std::string escape(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '&':
                out += "&amp;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string range(std::uint64_t least, std::uint64_t most) {
    return least == most ? std::to_string(least) : fmt::format("{}–{}", least, most);
}

std::string digits(const prefix_code& c) { return c.length == 0 ? "-" : fmt::format("{:0{}b}", c.code, c.length); }

std::string describe(const layout& plan, const node& n) {
    return (n.optional ? "1 if present, then " : "") + with_hint(plan, n);
}

}  // namespace tic::docs
