// One beyond a domain, one too long, or the value that is written there.
#include "conformance/cases/wrong_value.hpp"

#include "conformance/values/text.hpp"
#include "runtime/interpreter/text.hpp"

namespace tic::conformance {
namespace {

using interpreter::value;

void resize(const layout& plan, const node& at, value& content, std::uint64_t length) {
    if (at.operation == op::list)
        content.items.resize(length, content.items.empty() ? interpreter::default_of(plan, plan.nodes[at.element])
                                                           : content.items.back());
    else
        content.bytes.resize(length, 'a');
}

bool is_text(const node& at) {
    return at.operation == op::bytes || at.operation == op::utf8 || at.operation == op::text;
}

}  // namespace

std::optional<value> changed_value(const interpreter::program& run, index type, unsigned version, value content,
                                   const change& what) {
    if (what.is != change_kind::set) return std::nullopt;
    const auto place = find_place(run, type, version, &content, what.path);
    if (!place.wrong.empty()) return std::nullopt;
    const auto& at = *place.at;
    auto& there = *place.content;
    const std::uint64_t most = at.low + at.span;
    const bool has_length = is_text(at) || at.operation == op::list;
    if (what.value == "range+1" || what.value == "range-1") {
        there.absent = false;
        there.number = what.value == "range+1" ? most + 1 : at.low - 1;
    } else if (has_length && (what.value == "length+1" || what.value == "length-1")) {
        there.absent = false;
        resize(run.plan(), at, there, what.value == "length+1" ? most + 1 : at.low - 1);
    } else {
        cursor from(what.value);
        text_reader reader(run, version, from);
        value read;
        if (!reader.read_place(at, read)) return std::nullopt;
        there = std::move(read);
    }
    return content;
}

}  // namespace tic::conformance
