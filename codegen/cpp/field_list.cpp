// Lists: a count, then the elements, with a scope of their own for `last` and `same`.
#include "codegen/cpp/parts.hpp"
#include "codegen/emit/template.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tic::cpp {
namespace {

/// The scope's variables: those of the element itself are made here; slots of memory are put aside and come back.
struct scope {
    std::string open_writing, open_reading, close;
};

scope scope_of(const model& m, const node& n, unsigned depth) {
    scope made;
    const node& element = m.plan.nodes[n.element];
    if (element.slot != none && m.is_local(element.slot)) {
        made.open_writing += fmt::format("{} {} = {};\n", slot_type(m, element.slot), m.slot_name(element.slot),
                                         fresh_slot(m, element.slot));
        made.open_reading = made.open_writing;
    }
    for (index i = 0; i < n.scoped_count; ++i) {
        const index slot = m.plan.scoped[n.first_scoped + i];
        if (m.is_local(slot)) continue;
        const std::string place = m.slot_place(slot);
        const std::string kept = fmt::format("{}_outside{}", m.slot_name(slot), depth);
        const std::string fresh =
            fmt::format("const auto {} = {};\n{} = {};\n", kept, place, place, fresh_slot(m, slot));
        made.open_writing += fresh;
        made.open_reading += fmt::format("if (!in.save({})) return false;\n", place) + fresh;
        made.close += fmt::format("{} = {};\n", place, kept);
    }
    return made;
}

/// The statements of a list with a scope stand in a block: another list beside it may have variables of the same names.
std::string within(const scope& kept, std::string statements) {
    if (kept.open_writing.empty()) return statements;
    return emit::fill({{"statements", statements}}, R"(
        {
            $statements$
        }
    )");
}

spot element_spot(const spot& s) { return {variable("each", s.depth), s.at, s.version, s.depth + 1, s.right}; }

std::string check(const model& m, const node& n, const spot& s) {
    const std::string low = n.low == 0 ? "" : " - " + literal(n.low);
    const std::string each = check_node(m, m.plan.nodes[n.element], element_spot(s));
    std::string out = fmt::format("if ({}.size(){} > {}) return f.in({});\n", s.value, low, literal(n.span), s.at);
    if (each.empty()) return out;
    return out + emit::fill({{"i", variable("i", s.depth)},
                             {"v", s.value},
                             {"each", variable("each", s.depth)},
                             {"check", variable("check", s.depth)},
                             {"body", each}},
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

std::string write(const model& m, const node& n, const spot& s) {
    const scope kept = scope_of(m, n, s.depth);
    return within(kept, emit::fill({{"count", write_plain(m, n, s.value + ".size()", s.version)},
                                    {"open", kept.open_writing},
                                    {"each", variable("each", s.depth)},
                                    {"v", s.value},
                                    {"body", write_node(m, m.plan.nodes[n.element], element_spot(s))},
                                    {"close", kept.close}},
                                   R"(
        $count$
        $open$
        for (const auto& $each$ : $v$) {
            $body$
        }
        $close$
    )"));
}

std::string read(const model& m, const node& n, const spot& s) {
    const scope kept = scope_of(m, n, s.depth);
    const node& element = m.plan.nodes[n.element];
    const std::string body = read_node(m, element, element_spot(s));
    const std::string x = variable("x", s.depth + 1);
    const std::string data = variable("data", s.depth + 1);
    return within(kept, emit::fill({{"count", read_plain(m, n, variable("x", s.depth), s)},
                                    {"open", kept.open_reading},
                                    {"v", s.value},
                                    {"x", variable("x", s.depth)},
                                    {"least", literal(std::max<std::uint64_t>(1, element.min_bits))},
                                    {"at", s.at},
                                    {"type", m.cpp_type(element)},
                                    {"each", variable("each", s.depth)},
                                    {"x_inside", if_used(body, x, fmt::format("std::uint64_t {} = 0;", x))},
                                    {"data_inside", if_used(body, data, fmt::format("tic::bytes {};", data))},
                                    {"body", body},
                                    {"close", kept.close}},
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

}  // namespace

const family list_family{check, write, read};

}  // namespace tic::cpp
