// Fields of bytes, utf8, text and sealed content: a length, fill, bytes.
#include "codegen/cpp/parts.hpp"
#include "codegen/emit/template.hpp"

#include <fmt/format.h>

namespace tic::cpp {
namespace {

std::string constant(const model& m, const node& n) {
    const auto text = m.plan.constants[n.constant];
    return fmt::format("tic::octets(std::string_view({}, {}))", quoted(text), text.size());
}

std::string check(const model&, const node& n, const spot& s) {
    const bool is_text = n.operation == op::utf8 || n.operation == op::text;
    return fmt::format("if (!tic::fits_{}(tic::octets({}), {}, {})) return f.in({});\n", is_text ? "text" : "octets",
                       s.value, literal(n.low), literal(n.span), s.at);
}

std::string write(const model& m, const node& n, const spot& s) {
    const std::string x = fmt::format("tic::octets({})", s.value);
    const std::string plain = fmt::format("{} out.put_bytes({});", write_plain(m, n, x + ".size()", s.version), x);
    const std::string place = n.slot == none ? "" : m.slot_place(n.slot);
    switch (n.by) {
        case hint::is:
            return fmt::format("tic::write_is(out, {}, {}, [&] {{ {} }});\n", x, constant(m, n), plain);
        case hint::same:
            return fmt::format("tic::write_same(out, {}, {}, [&] {{ {} }});\n", x, place, plain);
        case hint::table:
            return fmt::format("tic::write_recent(out, {}, {}, [&] {{ {} }});\n", x, place, plain);
        default:
            break;
    }
    std::string lines = plain;
    lines.replace(lines.find("; out.") + 1, 1, "\n");
    return lines + "\n";
}

std::string read(const model& m, const node& n, const spot& s) {
    const std::string x = variable("x", s.depth);
    const std::string data = variable("data", s.depth);
    const bool is_text = n.operation == op::utf8 || n.operation == op::text;
    const std::string plain =
        fmt::format("{} && in.{}({}, {}, {})", read_plain(m, n, x, s), is_text ? "utf8" : "octets", data, x, s.at);
    const std::string place = n.slot == none ? "" : m.slot_place(n.slot);
    const char* undo = n.slot != none && m.is_local(n.slot) ? "<false>" : "";
    std::string all = "(" + plain + ")";
    if (n.by == hint::is)
        all = fmt::format("tic::read_is(in, {}, {}, {}, [&] {{ return {}; }})", data, constant(m, n), s.at, plain);
    if (n.by == hint::same)
        all = fmt::format("tic::read_same{}(in, {}, {}, {}, [&] {{ return {}; }})", undo, data, place, s.at, plain);
    if (n.by == hint::table)
        all = fmt::format("tic::read_recent(in, {}, {}, {}, [&] {{ return {}; }})", data, place, s.at, plain);
    return fmt::format("if (!{}) return false;\ntic::assign({}, {});\n", all, s.value, data);
}

}  // namespace

const family string_family{check, write, read};

}  // namespace tic::cpp
