// Fields of scalars: bool, numbers, floats, enums, with every hint.
#include "codegen/cpp/parts.hpp"
#include "codegen/emit/template.hpp"

#include <fmt/format.h>

namespace tic::cpp {
namespace {

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

std::string check(const model& m, const node& n, const spot& s) {
    if (n.operation == op::enumeration)
        return m.plan.at(s.version, n.type).codes.count == 0
                   ? fmt::format("return f.in({});\n", s.at)
                   : fmt::format("if (!tic::lives({}_out, tic::pattern({}))) return f.in({});\n",
                                 m.variant_name(n.type, s.version), s.value, s.at);
    if (n.operation != op::number || fills_its_type(n)) return {};
    const std::string low = n.low == 0 ? "" : " - " + literal(n.low);
    return fmt::format("if (tic::pattern({}){} > {}) return f.in({});\n", s.value, low, literal(n.span), s.at);
}

std::string write(const model& m, const node& n, const spot& s) {
    const std::string x = fmt::format("tic::pattern({})", s.value);
    const std::string plain = write_plain(m, n, x, s.version);
    const std::string place = n.slot == none ? "" : m.slot_place(n.slot);
    switch (n.by) {
        case hint::none:
            return plain + "\n";
        case hint::is:
            if (n.two_values) return fmt::format("out.put({} == {} ? 1 : 0, 1);\n", x, literal(n.constant));
            return fmt::format("tic::write_is(out, {}, std::uint64_t{{{}}}, [&] {{ {} }});\n", x, literal(n.constant),
                               plain);
        case hint::same:
            return fmt::format("tic::write_same{}(out, {}, {}, [&] {{ {} }});\n", n.two_values ? "_of_two" : "", x,
                               place, plain);
        case hint::predict:
            return fmt::format("tic::write_step(out, {}, {}, {}, {}, {});\n", x, place, n.delta, n.hint_bits,
                               n.wrap_bits);
        case hint::table:
            break;
    }
    return fmt::format("tic::write_recent(out, {}, {}, [&] {{ {} }});\n", x, place, plain);
}

std::string read_value(const model& m, const node& n, const spot& s, const std::string& x) {
    const std::string plain = read_plain(m, n, x, s);
    const std::string place = n.slot == none ? "" : m.slot_place(n.slot);
    const char* undo = n.slot != none && m.is_local(n.slot) ? "<false>" : "";
    switch (n.by) {
        case hint::none:
            return plain;
        case hint::is:
            if (n.two_values) return fmt::format("in.fixed({}, 1, {})", x, s.at);
            return fmt::format("tic::read_is(in, {}, std::uint64_t{{{}}}, {}, [&] {{ return {}; }})", x,
                               literal(n.constant), s.at, plain);
        case hint::same:
            if (n.two_values)
                return fmt::format("tic::read_same_of_two{}(in, {}, {}, {}, {}, [&] {{ return {}; }})", undo, x, place,
                                   literal(sum_of_two(m, n, s.version)), s.at, plain);
            return fmt::format("tic::read_same{}(in, {}, {}, {}, [&] {{ return {}; }})", undo, x, place, s.at, plain);
        case hint::predict:
            return fmt::format("tic::read_step{}(in, {}, {}, {}, {}, {}, {}, {}, {})", undo, x, place, n.delta,
                               n.hint_bits, n.wrap_bits, literal(n.low), literal(n.span), s.at);
        case hint::table:
            break;
    }
    return fmt::format("tic::read_recent(in, {}, {}, {}, [&] {{ return {}; }})", x, place, s.at, plain);
}

std::string read(const model& m, const node& n, const spot& s) {
    const std::string x = variable("x", s.depth);
    std::string value = x;
    if (n.by == hint::is && n.two_values)
        value =
            fmt::format("{} != 0 ? {} : {}", x, literal(n.constant), literal(sum_of_two(m, n, s.version) - n.constant));
    return fmt::format("if (!{}) return false;\ntic::assign({}, {});\n", read_value(m, n, s, x), s.value, value);
}

}  // namespace

const family number_family{check, write, read};

}  // namespace tic::cpp
