// From statements to C++.
#include <fmt/format.h>

#include "codegen/cpp/parts.hpp"
#include "codegen/cpp/statements.hpp"
#include "codegen/emit/template.hpp"

namespace tic::cpp {
namespace {

std::string inner(const spot& s, bool is_optional) { return is_optional ? "(*" + s.value + ")" : s.value; }

std::string less(std::uint64_t low) { return low == 0 ? "" : " - " + literal(low); }

// Checks.

std::string print_loop(const check& c, const std::string& v) {
    const unsigned depth = c.where.depth;
    return emit::fill({{"i", variable("i", depth)},
                       {"v", v},
                       {"each", variable("each", depth)},
                       {"check", variable("check", depth)},
                       {"body", print_check(c.element.front())}},
                      R"(
        for (std::size_t $i$ = 0; $i$ < $v$.size(); ++$i$) {
            const auto& $each$ = $v$[$i$];
            const auto $check$ = [&]() -> bool {
                $body$
                return true;
            };
            if (!$check$()) return f.in_element($i$);
        }
    )");
}

std::string print_inner(const check& c) {
    const std::string v = inner(c.where, c.is_optional);
    const std::string fails = fmt::format("return f.in({});\n", c.where.at);
    switch (c.kind) {
        case shape::nothing:
            return {};
        case shape::number:
            if (c.is_enum && c.name.empty()) return fails;
            if (c.is_enum) return fmt::format("if (!tic::lives({}_out, tic::pattern({}))) {}", c.name, v, fails);
            return fmt::format("if (tic::pattern({}){} > {}) {}", v, less(c.low), literal(c.span), fails);
        case shape::string:
            return fmt::format("if (!tic::fits_{}(tic::octets({}), {}, {})) {}", c.is_text ? "text" : "octets", v,
                               literal(c.low), literal(c.span), fails);
        case shape::list: {
            const std::string size = fmt::format("if ({}.size(){} > {}) {}", v, less(c.low), literal(c.span), fails);
            return (c.looks_at_size ? size : "") + (c.element.empty() ? "" : print_loop(c, v));
        }
        default:
            return fmt::format("if (!check_{}({}, f, {})) return false;\n", c.name, v, c.where.at);
    }
}

std::string print_one(const check& c) {
    const std::string made = print_inner(c);
    if (!c.is_optional || c.kind == shape::nothing) return made;
    return emit::fill({{"v", c.where.value}, {"check", made}}, R"(
        if ($v$.has_value()) {
            $check$
        }
    )");
}

// Plain codes.

const char* plain_name(code kind) {
    switch (kind) {
        case code::fixed:
            return "fixed";
        case code::twos:
            return "twos";
        case code::truncated_binary:
            return "truncated_binary";
        case code::exp_golomb:
            return "exp_golomb";
        default:
            return "zigzag";
    }
}

/// The arguments of a code's primitive behind the value.
std::string plain_arguments(const coding& c, bool reads) {
    const plain_code& p = c.plain;
    const bool has_low = p.kind != code::twos && (reads || p.kind != code::zigzag);
    std::string made = has_low ? literal(p.low) : "";
    if (has_low && p.kind != code::fixed) made += ", " + literal(p.span);
    if (p.kind != code::truncated_binary) made += fmt::format("{}{}", made.empty() ? "" : ", ", p.bits);
    return made;
}

// Writing.

std::string write_plain(const coding& c, const std::string& x) {
    if (c.plain.kind != code::huffman)
        return fmt::format("{}::put_{}(out, {}, {});", c.library, plain_name(c.plain.kind), x,
                           plain_arguments(c, false));
    // Where no member lives the check lets no value through.
    return c.plain.codes.empty() ? "" : fmt::format("tic::put_prefix(out, {}_out, {});", c.plain.codes, x);
}

std::string write_hinted(const coding& c, const std::string& x, const std::string& constant, const std::string& plain) {
    const hint_code& h = c.hint;
    switch (h.kind) {
        case hint::none:
            return plain;
        case hint::is:
            if (h.has_two_values)
                return fmt::format("out.put({} == {} ? {}, 1);", x, h.constant, h.is_inverted ? "0 : 1" : "1 : 0");
            return fmt::format("{}::write_is(out, {}, {}, [&] {{ {} }});", c.library, x, constant, plain);
        case hint::same:
            return fmt::format("{}::write_same{}(out, {}, {}, [&] {{ {} }});", c.library,
                               h.has_two_values ? "_of_two" : "", x, h.slot, plain);
        case hint::predict:
            return fmt::format("{}::write_step(out, {}, {}, {}, {}, {});", c.library, x, h.slot, h.delta, h.bits,
                               h.wrap_bits);
        default:
            return fmt::format("{}::write_recent(out, {}, {}, [&] {{ {} }});", c.library, x, h.slot, plain);
    }
}

/// What a list does with its scope's memory before its elements, or behind them.
std::string print_scope(const coding& c, bool opens, bool reads) {
    std::string made;
    for (const auto& slot : c.scope) {
        const std::string copy = fmt::format("{}_outside{}", slot.name, c.where.depth);
        if (slot.place.empty()) {
            if (opens) made += fmt::format("{} {} = {};\n", slot.type, slot.name, slot.fresh);
        } else if (!opens) {
            if (slot.is_restored) made += fmt::format("{} = {};\n", slot.place, copy);
        } else {
            if (reads) made += fmt::format("if (!in.save({})) return false;\n", slot.place);
            if (slot.is_restored) made += fmt::format("const auto {} = {};\n", copy, slot.place);
            made += fmt::format("{} = {};\n", slot.place, slot.fresh);
        }
    }
    return made;
}

/// A list with a scope is a block: another list beside it may have variables of the same names.
std::string within_block(const coding& c, std::string statements) {
    if (c.scope.empty()) return statements;
    return emit::fill({{"statements", statements}}, R"(
        {
            $statements$
        }
    )");
}

std::string write_list(const coding& c, const std::string& v) {
    return within_block(c, emit::fill({{"count", write_plain(c, v + ".size()")},
                                       {"open", print_scope(c, true, false)},
                                       {"each", variable("each", c.where.depth)},
                                       {"v", v},
                                       {"body", print_write(c.element.front())},
                                       {"close", print_scope(c, false, false)}},
                                      R"(
        $count$
        $open$
        for (const auto& $each$ : $v$) {
            $body$
        }
        $close$
    )"));
}

std::string write_inner(const coding& c) {
    const std::string v = inner(c.where, c.is_optional);
    switch (c.kind) {
        case shape::nothing:
            return {};
        case shape::number: {
            const std::string x = fmt::format("tic::pattern({})", v);
            const std::string constant = fmt::format("std::uint64_t{{{}}}", c.hint.constant);
            return write_hinted(c, x, constant, write_plain(c, x)) + "\n";
        }
        case shape::string: {
            const std::string x = fmt::format("tic::octets({})", v);
            return write_hinted(c, x, c.hint.constant,
                                fmt::format("{}{}out.put_bytes({});", write_plain(c, x + ".size()"),
                                            c.hint.kind == hint::none ? "\n" : " ", x)) +
                   "\n";
        }
        case shape::list:
            return write_list(c, v);
        default:
            return fmt::format("write_{}(out, {}, m);\n", c.type, v);
    }
}

std::string write_one(const coding& c) {
    std::string made = write_inner(c);
    if (c.is_optional)
        made = emit::fill({{"v", c.where.value}, {"bits", c.is_presence_inverted ? "0 : 1" : "1 : 0"}, {"write", made}},
                          R"(
        out.put($v$.has_value() ? $bits$, 1);
        if ($v$.has_value()) {
            $write$
        }
    )");
    return c.before + made;
}

// Reading.

std::string read_plain(const coding& c, const std::string& x) {
    const std::string &codes = c.plain.codes, &at = c.where.at;
    if (c.plain.kind != code::huffman)
        return fmt::format("{}::get_{}(in, {}, {}, {})", c.library, plain_name(c.plain.kind), x,
                           plain_arguments(c, true), at);
    if (codes.empty()) return fmt::format("in.refuse(tic::reason::range, in.position(), {})", at);
    return fmt::format("in.prefix({}, {}_in, {})", x, codes, at);
}

std::string read_hinted(const coding& c, const std::string& x, const std::string& constant, const std::string& plain) {
    const hint_code& h = c.hint;
    const char* undo = h.is_local ? "<false>" : "";
    const std::string& at = c.where.at;
    switch (h.kind) {
        case hint::none:
            return plain;
        case hint::is:
            if (h.has_two_values) return fmt::format("in.fixed({}, 1, {})", x, at);
            return fmt::format("{}::read_is(in, {}, {}, {}, [&] {{ return {}; }})", c.library, x, constant, at, plain);
        case hint::same:
            if (h.has_two_values)
                return fmt::format("{}::read_same_of_two{}(in, {}, {}, {}, {}, [&] {{ return {}; }})", c.library, undo,
                                   x, h.slot, literal(h.rest), at, plain);
            return fmt::format("{}::read_same{}(in, {}, {}, {}, [&] {{ return {}; }})", c.library, undo, x, h.slot, at,
                               plain);
        case hint::predict:
            return fmt::format("{}::read_step{}(in, {}, {}, {}, {}, {}, {}, {}, {})", c.library, undo, x, h.slot,
                               h.delta, h.bits, h.wrap_bits, literal(h.low), literal(h.span), at);
        default:
            return fmt::format("{}::read_recent(in, {}, {}, {}, [&] {{ return {}; }})", c.library, x, h.slot, at,
                               plain);
    }
}

std::string read_number(const coding& c, const std::string& v) {
    const std::string x = variable("x", c.where.depth);
    const std::string constant = fmt::format("std::uint64_t{{{}}}", c.hint.constant);
    std::string value = x;
    if (c.hint.kind == hint::is && c.hint.has_two_values)
        value =
            fmt::format("{} {}= 0 ? {} : {}", x, c.hint.is_inverted ? "=" : "!", c.hint.constant, literal(c.hint.rest));
    return fmt::format("if (!{}) return false;\n", read_hinted(c, x, constant, read_plain(c, x))) +
           (v.empty() ? "" : fmt::format("tic::assign({}, {});\n", v, value));
}

std::string read_string(const coding& c, const std::string& v) {
    const std::string x = variable("x", c.where.depth);
    const std::string data = variable("data", c.where.depth);
    const std::string plain =
        fmt::format("{} && in.{}({}, {}, {})", read_plain(c, x), c.is_text ? "utf8" : "octets", data, x, c.where.at);
    const std::string all =
        c.hint.kind == hint::none ? "(" + plain + ")" : read_hinted(c, data, c.hint.constant, plain);
    return fmt::format("if (!{}) return false;\ntic::assign({}, {});\n", all, v, data);
}

std::string read_list(const coding& c, const std::string& v) {
    const std::string body = print_read(c.element.front());
    const std::string x = variable("x", c.where.depth + 1);
    const std::string data = variable("data", c.where.depth + 1);
    return within_block(c, emit::fill({{"count", read_plain(c, variable("x", c.where.depth))},
                                       {"open", print_scope(c, true, true)},
                                       {"v", v},
                                       {"x", variable("x", c.where.depth)},
                                       {"least", literal(c.least_bits)},
                                       {"at", c.where.at},
                                       {"type", c.type},
                                       {"each", variable("each", c.where.depth)},
                                       {"x_inside", if_used(body, x, fmt::format("std::uint64_t {} = 0;", x))},
                                       {"data_inside", if_used(body, data, fmt::format("tic::bytes {};", data))},
                                       {"body", body},
                                       {"close", print_scope(c, false, true)}},
                                      R"(
        if (!$count$) return false;
        $open$
        if (!tic::read_list(in, $v$, $x$, $least$, $at$, [&]($type$& $each$) -> bool {
                $x_inside$
                $data_inside$
                $body$
                return true;
            })) {
            return false;
        }
        $close$
    )"));
}

std::string read_inner(const coding& c) {
    const std::string v = inner(c.where, c.is_optional);
    switch (c.kind) {
        case shape::nothing:
            return {};
        case shape::number:
            return read_number(c, v);
        case shape::string:
            return read_string(c, v);
        case shape::list:
            return read_list(c, v);
        default:
            return fmt::format("if (!read_{}(in, {}, m, {})) return false;\n", c.type, v, c.where.at);
    }
}

std::string read_one(const coding& c) {
    std::string made = read_inner(c);
    if (c.is_optional)
        made = emit::fill({{"x", variable("x", c.where.depth)},
                           {"at", c.where.at},
                           {"is", c.is_presence_inverted ? "==" : "!="},
                           {"v", c.where.value},
                           {"read", made}},
                          R"(
        if (!in.fixed($x$, 1, $at$)) return false;
        if ($x$ $is$ 0) {
            $v$.emplace();
            $read$
        }
    )");
    return c.before + made;
}

}  // namespace

std::string print_check(const selection<check>& from) { return print_selection(from, print_one); }
std::string print_write(const selection<coding>& from) { return print_selection(from, write_one); }
std::string print_read(const selection<coding>& from) { return print_selection(from, read_one); }

std::string print_switch(const std::string& selector,
                         const std::vector<std::pair<std::vector<unsigned>, std::string>>& cases,
                         const std::string& otherwise) {
    if (cases.empty()) return otherwise;
    std::string printed;
    for (const auto& [numbers, statement] : cases) {
        std::string labels;
        for (const unsigned number : numbers) labels += fmt::format("case {}: ", number);
        printed += emit::fill({{"labels", labels}, {"statement", statement}}, R"(
            $labels${
                $statement$
                break;
            }
        )");
    }
    return emit::fill({{"selector", selector}, {"cases", printed}, {"otherwise", otherwise}}, R"(
        switch ($selector$) {
            $cases$
            default: {
                $otherwise$
            }
        }
    )");
}

}  // namespace tic::cpp
