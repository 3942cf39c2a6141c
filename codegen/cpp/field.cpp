// A node's family, the presence bit around it, and the plain codes that numbers, lengths and counts share.
#include "codegen/cpp/faults.hpp"
#include "codegen/cpp/parts.hpp"
#include "codegen/emit/template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace tic::cpp {
namespace {

const family& family_of(const node& n) {
    switch (n.operation) {
        case op::bytes:
        case op::utf8:
        case op::text:
        case op::sealed:
            return string_family;
        case op::list:
            return list_family;
        case op::structure:
        case op::choice:
            return type_family;
        default:
            return number_family;
    }
}

spot inside(const spot& s) { return {"(*" + s.value + ")", s.at, s.version, s.depth, s.right}; }

std::string right_check(const model& m, const node& n, const spot& s) {
    if (!n.optional) return family_of(n).check(m, n, s);
    const std::string check = family_of(n).check(m, n, inside(s));
    if (check.empty()) return {};
    return emit::fill({{"v", s.value}, {"check", check}}, R"(
        if ($v$.has_value()) {
            $check$
        }
    )");
}

std::string right_write(const model& m, const node& n, const spot& s) {
    if (!n.optional) return family_of(n).write(m, n, s);
    return emit::fill({{"v", s.value}, {"write", family_of(n).write(m, n, inside(s))}}, R"(
        out.put($v$.has_value() ? 1 : 0, 1);
        if ($v$.has_value()) {
            $write$
        }
    )");
}

std::string right_read(const model& m, const node& n, const spot& s) {
    if (!n.optional) return family_of(n).read(m, n, s);
    return emit::fill(
        {{"x", variable("x", s.depth)}, {"at", s.at}, {"v", s.value}, {"read", family_of(n).read(m, n, inside(s))}}, R"(
        if (!in.fixed($x$, 1, $at$)) return false;
        if ($x$ != 0) {
            $v$.emplace();
            $read$
        }
    )");
}

/// Whether the place is printed with faults.
bool has_faults(const model& m, const spot& s) { return m.faults != nullptr && !s.right; }

}  // namespace

bool uses(std::string_view code, std::string_view variable) {
    const auto in_name = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
    while (!code.empty()) {
        const std::string_view line = code.substr(0, code.find('\n'));
        const std::string_view text = line.substr(0, line.find("//"));
        for (std::size_t i = text.find(variable); i != std::string_view::npos; i = text.find(variable, i + 1)) {
            const bool starts = i == 0 || (!in_name(text[i - 1]) && text[i - 1] != '.');
            const std::size_t end = i + variable.size();
            if (starts && (end == text.size() || !in_name(text[end]))) return true;
        }
        code.remove_prefix(std::min(code.size(), line.size() + 1));
    }
    return false;
}

std::string if_used(std::string_view code, std::string_view variable, std::string_view declaration) {
    return std::string(uses(code, variable) ? declaration : std::string_view());
}

std::string parameter(std::string_view code, std::string_view type, std::string_view name) {
    return fmt::format("{}{} {}", uses(code, name) ? "" : "[[maybe_unused]] ", type, name);
}

std::string variable(const char* name, unsigned depth) { return depth == 0 ? name : fmt::format("{}{}", name, depth); }

texts print_right(const model& m, const node& n, const spot& s) {
    return {right_check(m, n, s), right_write(m, n, s), right_read(m, n, s)};
}

std::string check_node(const model& m, const node& n, const spot& s) {
    return has_faults(m, s) ? print_with_faults(m, n, s).check : right_check(m, n, s);
}
std::string write_node(const model& m, const node& n, const spot& s) {
    return has_faults(m, s) ? print_with_faults(m, n, s).write : right_write(m, n, s);
}
std::string read_node(const model& m, const node& n, const spot& s) {
    return has_faults(m, s) ? print_with_faults(m, n, s).read : right_read(m, n, s);
}

std::string write_plain(const model& m, const node& n, const std::string& x, unsigned version) {
    switch (n.plain) {
        case code::fixed:
            return fmt::format("tic::put_fixed(out, {}, {}, {});", x, literal(n.low), n.bits);
        case code::twos:
            return fmt::format("tic::put_twos(out, {}, {});", x, n.bits);
        case code::truncated_binary:
            return fmt::format("tic::put_truncated_binary(out, {}, {}, {});", x, literal(n.low), literal(n.span));
        case code::exp_golomb:
            return fmt::format("tic::put_exp_golomb(out, {}, {}, {}, {});", x, literal(n.low), literal(n.span), n.bits);
        case code::zigzag:
            return fmt::format("tic::put_zigzag(out, {}, {});", x, n.bits);
        default:
            break;
    }
    if (m.plan.at(version, n.type).codes.count == 0) return {};  // nothing is alive: the check lets no value through
    return fmt::format("tic::put_prefix(out, {}_out, {});", m.variant_name(n.type, version), x);
}

std::string read_plain(const model& m, const node& n, const std::string& x, const spot& s) {
    switch (n.plain) {
        case code::fixed:
            return fmt::format("tic::get_fixed(in, {}, {}, {}, {})", x, literal(n.low), n.bits, s.at);
        case code::twos:
            return fmt::format("tic::get_twos(in, {}, {}, {})", x, n.bits, s.at);
        case code::truncated_binary:
            return fmt::format("tic::get_truncated_binary(in, {}, {}, {}, {})", x, literal(n.low), literal(n.span),
                               s.at);
        case code::exp_golomb:
            return fmt::format("tic::get_exp_golomb(in, {}, {}, {}, {}, {})", x, literal(n.low), literal(n.span),
                               n.bits, s.at);
        case code::zigzag:
            return fmt::format("tic::get_zigzag(in, {}, {}, {}, {}, {})", x, literal(n.low), literal(n.span), n.bits,
                               s.at);
        default:
            break;
    }
    if (m.plan.at(s.version, n.type).codes.count == 0)
        return fmt::format("in.refuse(tic::reason::range, in.position(), {})", s.at);
    return fmt::format("in.prefix({}, {}_in, {})", x, m.variant_name(n.type, s.version), s.at);
}

}  // namespace tic::cpp
