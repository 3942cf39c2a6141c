// The constants in hints: expected values that must fit their code, and the C of `~ is C`.
#include "grammar/schema/checker.hpp"
#include "grammar/schema/domain.hpp"

#include <algorithm>
#include <bit>

namespace tic::schema {
namespace {

/// Whether exp_golomb(k) can code every x up to `greatest`: the largest x + 2^k must be below 2^64.
bool exp_golomb_fits(std::uint64_t greatest, unsigned k) {
    return k < 64 && greatest <= ~std::uint64_t{0} - (std::uint64_t{1} << k);
}

std::uint64_t zigzag(const number& n) { return n.negative ? 2 * (n.magnitude - 1) + 1 : 2 * n.magnitude; }

bool code_fits(const domain& d, const number& about) {
    if (!d.is_signed) {
        return exp_golomb_fits(d.hi - d.lo, static_cast<unsigned>(std::bit_width(about.magnitude - d.lo)));
    }
    const number low = from_bits(d.lo, true);
    const number high = from_bits(d.hi, true);
    const unsigned k = about.magnitude == 0 ? 0U : static_cast<unsigned>(std::bit_width(about.magnitude)) + 1;
    return exp_golomb_fits(std::max(zigzag(low), zigzag(high)), k);
}

void report_outside(checker& c, span where, const std::string& what, const place& at) {
    const std::string_view part = is_number(at.of) ? "value" : at.of.kind == base::list ? "count" : "length";
    c.report(diag::id::constant_out_of_domain, where, "{} is not a valid {} of {}, which is `{}`", what, part,
             describe(c, at), spelled(c, at.of));
}

std::string_view wanted_literal(const domain& d) {
    switch (d.kind) {
        case base::boolean:
            return "write `true` or `false`";
        case base::enumeration:
            return "write a value of the enum";
        case base::utf8:
            return "write a string in double quotes";
        default:
            return "write a number";
    }
}

bool wrong_literal(checker& c, span where, const place& at) {
    auto& made = c.report(diag::id::wrong_constant, where, "`{}` is not a valid value of {}, which is `{}`",
                          c.sources.text(where), describe(c, at), spelled(c, at.of));
    made.help = wanted_literal(at.of);
    return false;
}

bool read_number(checker& c, const ast::integer& written, const place& at, hint& into) {
    const auto value = value_of(c, written);
    if (!value) return false;
    if (!holds(at.of, *value)) {
        report_outside(c, written.where, value->text(), at);
        return false;
    }
    into.number = value->bits();
    return true;
}

bool read_enum_value(checker& c, const ast::name& written, const place& at, hint& into) {
    const enumeration& e = c.made.enums[at.of.type];
    const auto found =
        std::find_if(e.values.begin(), e.values.end(), [&](const value& v) { return v.name == written.text; });
    if (found != e.values.end()) {
        into.number = static_cast<std::uint64_t>(found - e.values.begin());
        return true;
    }
    auto& made =
        c.report(diag::id::wrong_constant, written.where, "the enum `{}` has no value `{}`", e.name, written.text);
    add_note(made, c.enumerations[at.of.type]->id.where, fmt::format("`{}` is declared here", e.name));
    std::vector<std::string_view> known;
    for (const value& v : e.values) known.push_back(v.name);
    suggest(made, written.where, written.text, known);
    return false;
}

bool read_named(checker& c, const ast::name& written, const place& at, hint& into) {
    if (at.of.kind == base::enumeration) return read_enum_value(c, written, at, into);
    if (at.of.kind == base::boolean) {
        if (written.text != "true" && written.text != "false") return wrong_literal(c, written.where, at);
        into.number = written.text == "true" ? 1 : 0;
        return true;
    }
    if (at.of.kind == base::utf8) return wrong_literal(c, written.where, at);
    ast::integer value;
    value.where = written.where;
    value.constant = written.text;
    return read_number(c, value, at, into);
}

/// Versions in which the elements of lists are coded: a type's where any field or arm that uses it lives.
std::vector<std::bitset<256>> element_lives(const checker& c) {
    std::vector<std::bitset<256>> result(c.made.elements.size());
    const auto mark = [&](const place& at) {
        for (const domain* d = &at.of; d->kind == base::list; d = &c.made.elements[d->element].of)
            for (unsigned v = 1; v <= c.made.version; ++v)
                if (at.alive.holds(v)) result[d->element].set(v);
    };
    for (const auto& u : c.made.unions) std::for_each(u.arms.begin(), u.arms.end(), mark);
    for (const auto& s : c.made.structs) std::for_each(s.fields.begin(), s.fields.end(), mark);
    return result;
}

template <typename Lives>
void check_living(checker& c, const place& at, const Lives& lives) {
    if (at.of.kind != base::enumeration || is_broken(at.of)) return;
    std::vector<const hint*> told;
    for (unsigned v = 1; v <= c.made.version; ++v) {
        const hint* h = lives(v) ? hint_in(at.hints, v) : nullptr;
        if (h == nullptr || h->kind != hint_kind::is || std::find(told.begin(), told.end(), h) != told.end()) continue;
        const value& constant = c.made.enums[at.of.type].values[h->number];
        if (constant.alive.holds(v)) continue;
        told.push_back(h);
        auto& made = c.report(diag::id::constant_not_alive, h->where,
                              "`{}` does not exist in version {}, in which this hint applies", constant.name, v);
        add_note(made, constant.where, fmt::format("`{}` is declared here", constant.name));
        made.help = "use another hint for that version: `~ is a, ~ is b since 2`";
    }
}

}  // namespace

bool read_expected(checker& c, const ast::integer& written, const place& at, hint& into) {
    const auto about = value_of(c, written);
    if (!about) return false;
    const domain& d = at.of;
    if (d.is_signed && from_bits(d.hi, true).negative) {
        auto& made =
            c.report(diag::id::expected_too_wide, written.where,
                     "{} is `{}`: negative numbers cannot have an expected value", describe(c, at), spelled(c, d));
        made.help = "remove the hint, or store the values with the opposite sign";
        return false;
    }
    if (!holds(d, *about)) {
        report_outside(c, written.where, about->text(), at);
        return false;
    }
    if (!code_fits(d, *about)) {
        auto& made = c.report(diag::id::expected_too_wide, written.where,
                              "{} is `{}`, which is too wide for an expected value of {}", describe(c, at),
                              spelled(c, d), about->text());
        made.help = "narrow the domain: its code would need more than 64 bits";
        return false;
    }
    into.expected = about->bits();
    return true;
}

bool read_is(checker& c, const ast::hint& written, const ast::hint_is& form, const place& at, hint& into) {
    (void)written;
    if (const auto* name = std::get_if<ast::name>(&form.literal)) return read_named(c, *name, at, into);
    if (const auto* text = std::get_if<ast::text_literal>(&form.literal)) {
        if (at.of.kind != base::utf8) return wrong_literal(c, text->where, at);
        if (source::find_bad_utf8(text->value) != std::string::npos) return wrong_literal(c, text->where, at);
        if (text->value.size() < at.of.lo || text->value.size() > at.of.hi) {
            report_outside(c, text->where, fmt::format("{}", text->value.size()), at);
            return false;
        }
        into.text = text->value;
        return true;
    }
    const auto& number = std::get<ast::integer>(form.literal);
    if (!number.constant.empty()) return read_named(c, {number.constant, number.where}, at, into);
    return is_number(at.of) ? read_number(c, number, at, into) : wrong_literal(c, number.where, at);
}

void check_living_constants(checker& c) {
    for (const auto& s : c.made.structs)
        for (const place& at : s.fields) check_living(c, at, [&](unsigned v) { return at.alive.holds(v); });
    bool any = false;
    for (const place& e : c.made.elements) any = any || (e.of.kind == base::enumeration && !e.hints.empty());
    if (!any) return;
    const auto lives = element_lives(c);
    for (std::size_t i = 0; i < lives.size(); ++i)
        check_living(c, c.made.elements[i], [&](unsigned v) { return lives[i].test(v); });
}

}  // namespace tic::schema
