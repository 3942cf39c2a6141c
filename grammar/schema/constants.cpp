// Consts and the numbers that are written with them.
#include "grammar/schema/checker.hpp"

#include <algorithm>

namespace tic::schema {
namespace {

std::optional<number> literal(checker& c, const ast::integer& written) {
    if (written.too_large) {
        c.report(diag::id::number_too_large, written.where, "the number does not fit in 64 bits");
        return std::nullopt;
    }
    return signed_number(written.negative, written.magnitude);
}

/// The const of this name; `none`, after a report, if there is none.
index find_constant(checker& c, const ast::integer& written) {
    const symbol* found = c.find(written.constant);
    if (found == nullptr) {
        report_unknown(c, {written.constant, written.where}, "const", {symbol_kind::constant});
        return none;
    }
    if (found->kind == symbol_kind::constant) return found->at;
    auto& made = c.report(diag::id::not_a_constant, written.where, "expected a number, but `{}` is {}",
                          written.constant, word_of(found->kind));
    add_note(made, found->where, fmt::format("`{}` is declared here", written.constant));
    return none;
}

void report_ring(checker& c, const std::vector<index>& path, index first) {
    const auto begin = std::find(path.begin(), path.end(), first);
    const ast::constant& start = *c.constants[first];
    auto& made = c.report(diag::id::constant_cycle, start.id.where, "the const `{}` is defined in terms of itself",
                          start.id.text);
    constexpr std::ptrdiff_t most = 8;
    const auto shown = std::min(most, path.end() - begin);
    for (auto at = begin; at != begin + shown; ++at) {
        const ast::constant& k = *c.constants[*at];
        add_note(made, k.value.where, fmt::format("`{}` is defined as `{}`", k.id.text, k.value.constant));
    }
    made.help = "give one of them a number";
}

enum class progress : std::uint8_t { untouched, open, done };

}  // namespace

void resolve_constants(checker& c) {
    c.values.assign(c.constants.size(), std::nullopt);
    std::vector<progress> seen(c.constants.size(), progress::untouched);
    std::vector<index> path;  // a const names one other at most, so no recursion is needed
    for (index i = 0; i < c.constants.size(); ++i) {
        path.clear();
        std::optional<number> value;
        for (index at = i;;) {
            if (seen[at] == progress::done) {
                value = c.values[at];
                break;
            }
            if (seen[at] == progress::open) {
                report_ring(c, path, at);
                break;
            }
            seen[at] = progress::open;
            path.push_back(at);
            const ast::integer& written = c.constants[at]->value;
            if (written.constant.empty()) {
                value = literal(c, written);
                break;
            }
            at = find_constant(c, written);
            if (at == none) break;
        }
        for (const index at : path) {
            c.values[at] = value;
            seen[at] = progress::done;
        }
    }
}

std::optional<number> value_of(checker& c, const ast::integer& written) {
    if (written.constant.empty()) return literal(c, written);
    const index at = find_constant(c, written);
    return at == none ? std::nullopt : c.values[at];
}

}  // namespace tic::schema
