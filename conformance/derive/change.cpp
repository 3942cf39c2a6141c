// The value of a step after `set` or `bytes`.
#include "conformance/derive/derive.hpp"
#include "conformance/tape/play.hpp"
#include "conformance/values/members.hpp"
#include "conformance/values/text.hpp"
#include "runtime/interpreter/text.hpp"

namespace tic::conformance {

using interpreter::value;

namespace {

/// A number one beyond its domain; empty, or why there is none.
std::string go_beyond(const node& n, bool is_above, value& v) {
    if (n.operation != op::number) return "`range+1` and `range-1` are for numbers";
    const std::uint64_t high = n.low + n.span;
    const std::uint64_t beyond = is_above ? high + 1 : n.low - 1;
    const bool fits_signed = is_above ? high != (~std::uint64_t{0} >> 1) : n.low != std::uint64_t{1} << 63;
    if (beyond - n.low <= n.span || (n.is_signed && !fits_signed))
        return "no 64-bit number is beyond " + interpreter::range_text(n);
    v.number = beyond;
    return {};
}

/// A length or count one beyond its domain; empty, or why there is none.
std::string grow(const layout& plan, const node& n, bool is_above, value& v) {
    const bool is_list = n.operation == op::list;
    const bool is_string =
        n.operation == op::bytes || n.operation == op::utf8 || n.operation == op::text || n.operation == op::sealed;
    if (!is_list && !is_string) return "`length+1` and `length-1` are for strings and lists";
    if (!is_above && n.low == 0) return "there is no length below 0";
    const auto count = static_cast<std::size_t>(is_above ? n.low + n.span + 1 : n.low - 1);
    if (is_list) {
        const value element = v.items.empty() ? interpreter::default_of(plan, plan.nodes[n.element]) : v.items.back();
        v.items.resize(count, element);
        return {};
    }
    // Letters are whole characters, wherever the text is cut.
    v = {.bytes = std::string(count, n.operation == op::utf8 || n.operation == op::text ? 'a' : '\0')};
    return {};
}

std::string set_field(const interpreter::program& run, unsigned version, const node& n, const std::string& text,
                      value& v) {
    if (v.absent && (text == "range+1" || text == "range-1" || text == "length+1" || text == "length-1"))
        v.absent = false;
    if (text == "range+1" || text == "range-1") return go_beyond(n, text == "range+1", v);
    if (text == "length+1" || text == "length-1") return grow(run.plan(), n, text == "length+1", v);
    cursor from(text);
    text_reader reader(run, version, from);
    v = {};
    if (!reader.read_node(n, v)) return reader.wrong.text;
    if (!from.ended()) return "`" + text + "` is more than a value";
    return reader.bound.empty() ? "" : "nothing can be bound in a change";
}

}  // namespace

std::variant<value, std::string> changed_value(const interpreter::program& run, const step& good, const change& what) {
    if (what.is != change_kind::set && what.is != change_kind::bytes) return "only `set` and `bytes` change a value";
    value changed = *good.content;
    const auto target = resolve_path(run, type_of(run, good), good.version, &changed, what.path);
    if (!target.at) return target.wrong;
    std::string wrong;
    if (what.is == change_kind::set) {
        wrong = set_field(run, good.version, *target.at, what.value, *target.content);
    } else if (target.at->operation != op::utf8 && target.at->operation != op::text) {
        wrong = "only the octets of a text can be wrong";
    } else {
        const std::string_view text = what.value;
        const auto bytes = text.size() >= 3 ? parse_hex(text.substr(2, text.size() - 3)) : std::nullopt;
        if (bytes)
            *target.content = {.bytes = *bytes};
        else
            wrong = "expected bytes, like `x\"0aff\"`";
    }
    if (!wrong.empty()) return "`" + what.path + "`: " + wrong;
    return changed;
}

}  // namespace tic::conformance
