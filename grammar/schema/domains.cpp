// One written domain becomes a checked one: words, bounds, lists, sealed content, optional.
#include "grammar/schema/checker.hpp"
#include "grammar/schema/domain.hpp"

#include <algorithm>
#include <charconv>

namespace tic::schema {
namespace {

constexpr std::uint64_t longest = 0xffffffffU;

/// The digits behind the letter of `u40`, or nothing if the word is no letter and digits.
std::optional<unsigned> width_of(std::string_view word) {
    if (word.size() < 2 || word.size() > 6 || (word[0] != 'u' && word[0] != 'i') || word[1] < '0' || word[1] > '9')
        return {};
    unsigned width = 0;
    const auto [end, error] = std::from_chars(word.data() + 1, word.data() + word.size(), width);
    if (error != std::errc{} || end != word.data() + word.size()) return {};
    return width;
}

domain bits_domain(bool is_signed, unsigned width) {
    domain d;
    d.kind = is_signed ? base::i_bits : base::u_bits;
    d.is_signed = is_signed;
    d.width = static_cast<std::uint8_t>(width);
    const std::uint64_t all_ones = ~std::uint64_t{0};
    d.hi = is_signed ? (std::uint64_t{1} << (width - 1)) - 1 : all_ones >> (64 - width);
    d.lo = is_signed ? ~d.hi : 0;
    return d;
}

bool takes_bounds(std::string_view word) {
    return word == "int" || word == "bytes" || word == "utf8" || word == "text";
}

struct range {
    number low, high;
};

std::optional<range> read_bounds(checker& c, const ast::bounds& written) {
    const auto low = value_of(c, written.low);
    const auto high = written.high ? value_of(c, *written.high) : low;
    if (!low || !high) return std::nullopt;
    if (*low <= *high) return range{*low, *high};
    auto& made = c.report(diag::id::empty_range, written.where,
                          "the range {}..{} is empty: the lower bound comes first", low->text(), high->text());
    made.help = "swap the bounds";
    made.fix = diag::edit{
        written.where, fmt::format("{}..{}", c.sources.text(written.high->where), c.sources.text(written.low.where))};
    return std::nullopt;
}

/// Bounds of a length or count.
bool read_length(checker& c, const ast::bounds& written, domain& into) {
    const auto bounds = read_bounds(c, written);
    if (!bounds) return false;
    if (bounds->low.negative) {
        c.report(diag::id::bound_out_of_range, written.low.where, "a length or count cannot be negative: {}",
                 bounds->low.text());
        return false;
    }
    if (bounds->high > natural(longest)) {
        auto& made = c.report(diag::id::bound_out_of_range, (written.high ? *written.high : written.low).where,
                              "a length or count of {} exceeds the largest packet", bounds->high.text());
        made.help = fmt::format("the maximum is {}", longest);
        return false;
    }
    into.lo = bounds->low.magnitude;
    into.hi = bounds->high.magnitude;
    return true;
}

bool read_int(checker& c, const ast::bounds& written, domain& into) {
    const auto bounds = read_bounds(c, written);
    if (!bounds) return false;
    const bool within_u64 = !bounds->low.negative;
    const bool within_i64 = bounds->low >= least_i64 && bounds->high <= greatest_i64;
    if (!within_u64 && !within_i64) {
        auto& made = c.report(diag::id::bound_out_of_range, written.where,
                              "`int({}..{})` fits neither signed nor unsigned 64-bit integers", bounds->low.text(),
                              bounds->high.text());
        made.help = fmt::format("the bounds must be within {}..{} (signed) or 0..{} (unsigned)", least_i64.text(),
                                greatest_i64.text(), ~std::uint64_t{0});
        return false;
    }
    into.is_signed = bounds->low.negative;
    into.lo = bounds->low.bits();
    into.hi = bounds->high.bits();
    return true;
}

domain ranged(checker& c, const ast::domain& written) {
    const std::string& word = written.word.text;
    domain d;
    if (!takes_bounds(word)) {
        const bool known = builtin(word) || c.find(word) != nullptr;
        if (!known) {
            report_unknown(c, written.word, "domain or type",
                           {symbol_kind::alias, symbol_kind::enumeration, symbol_kind::choice, symbol_kind::structure});
            return broken_domain();
        }
        auto& made = c.report(diag::id::unexpected_bounds, written.range->where, "`{}` cannot have bounds", word);
        made.help = "`int`, `bytes`, `utf8`, `text`, `list` and `sealed` have bounds";
        return broken_domain();
    }
    if (word == "int")
        d.kind = base::integer;
    else
        d.kind = word == "bytes" ? base::bytes : word == "utf8" ? base::utf8 : base::text;
    const bool good = d.kind == base::integer ? read_int(c, *written.range, d) : read_length(c, *written.range, d);
    return good ? d : broken_domain();
}

void report_unknown_domain(checker& c, const ast::name& word) {
    if (takes_bounds(word.text)) {
        auto& made = c.report(diag::id::missing_bounds, word.where, "`{}` needs bounds", word.text);
        made.help = word.text == "int"
                        ? "write the minimum and the maximum value: `int(0..100)`"
                        : fmt::format("write the minimum and the maximum length in bytes: `{}(0..100)`", word.text);
        return;
    }
    if (width_of(word.text)) {
        auto& made = c.report(diag::id::unknown_width, word.where, "there is no domain `{}`", word.text);
        made.help = word.text[0] == 'u' ? "unsigned numbers are `u1` to `u64`" : "signed numbers are `i2` to `i64`";
        return;
    }
    report_unknown(c, word, "domain or type",
                   {symbol_kind::alias, symbol_kind::enumeration, symbol_kind::choice, symbol_kind::structure});
}

domain named(checker& c, const ast::name& word) {
    if (const auto known = builtin(word.text)) return *known;
    const symbol* found = c.find(word.text);
    if (found == nullptr || takes_bounds(word.text)) {
        report_unknown_domain(c, word);
        return broken_domain();
    }
    domain d;
    d.type = found->at;
    switch (found->kind) {
        case symbol_kind::enumeration:
            d.kind = base::enumeration;
            return d;
        case symbol_kind::choice:
            d.kind = base::choice;
            return d;
        case symbol_kind::structure:
            d.kind = base::structure;
            return d;
        case symbol_kind::alias:
            if (c.broken_aliases[found->at]) return broken_domain();
            d = c.made.aliases[found->at].of;
            d.aliases.insert(d.aliases.begin(), found->at);
            return d;
        case symbol_kind::constant:
            break;
    }
    auto& made = c.report(diag::id::not_a_type, word.where, "expected a domain, but `{}` is a const", word.text);
    add_note(made, found->where, fmt::format("`{}` is declared here", word.text));
    return broken_domain();
}

domain sealed(checker& c, const ast::domain& written) {
    const domain content = named(c, written.word);
    domain d;
    d.kind = base::sealed;
    const bool bounded = read_length(c, *written.range, d);
    if (is_broken(content)) return broken_domain();
    if (content.optional || (content.kind != base::structure && content.kind != base::choice)) {
        const symbol* found = c.find(written.word.text);
        const std::string what = found == nullptr                    ? "a domain of the language"
                                 : found->kind == symbol_kind::alias ? fmt::format("`{}`", spelled(c, content))
                                                                     : std::string(word_of(found->kind));
        auto& made =
            c.report(diag::id::bad_sealed_content, written.word.where,
                     "the content of `sealed` must be a struct or a union, but `{}` is {}", written.word.text, what);
        made.help = "put the value into a struct and seal the struct";
        return broken_domain();
    }
    d.type = content.type;
    d.sealed_union = content.kind == base::choice;
    return bounded ? d : broken_domain();
}

domain list(checker& c, const ast::domain& written, const owner& of) {
    domain d;
    d.kind = base::list;
    const bool bounded = read_length(c, *written.range, d);
    const ast::element& syntax = written.item.front();
    place element;
    element.where = syntax.of.where;
    element.of = resolve(c, syntax.of, of);
    element.marks = read_marks(c, syntax.marks, mark_target::element);
    element.secret = has_mark(element.marks, mark_kind::secret);
    for (const index a : element.of.aliases) element.secret = element.secret || c.made.aliases[a].secret;
    if (!bounded || is_broken(element.of)) return broken_domain();
    if (depth_of(c, element.of) >= max_depth) {
        c.report(diag::id::domain_too_deep, written.where, "more than {} levels of nested lists and types", max_depth);
        return broken_domain();
    }
    d.element = static_cast<index>(c.made.elements.size());
    c.made.elements.push_back(std::move(element));
    c.element_sources.push_back({&syntax, of});
    return d;
}

}  // namespace

domain broken_domain() {
    domain d;
    d.kind = base::structure;
    return d;
}

bool is_broken(const domain& d) { return d.kind == base::structure && d.type == none; }

std::optional<domain> builtin(std::string_view word) {
    domain d;
    if (word == "bool") {
        d.hi = 1;
        return d;
    }
    if (word == "uint" || word == "sint") {
        d.kind = word == "uint" ? base::uint : base::sint;
        d.is_signed = word == "sint";
        d.hi = (std::uint64_t{1} << (d.is_signed ? 61U : 62U)) - 1;
        d.lo = d.is_signed ? ~d.hi : 0;
        return d;
    }
    if (word == "f32" || word == "f64") {
        d.kind = word == "f32" ? base::f32 : base::f64;
        return d;
    }
    const auto width = width_of(word);
    const bool is_signed = word.starts_with('i');
    if (!width || word[1] == '0' || *width > 64 || *width < (is_signed ? 2U : 1U)) return std::nullopt;
    return bits_domain(is_signed, *width);
}

unsigned depth_of(const checker& c, const domain& d) {
    const unsigned named_depth = d.aliases.empty() ? 0U : c.alias_depth[d.aliases.front()];
    if (d.kind != base::list || !d.aliases.empty()) return named_depth;
    return 1 + depth_of(c, c.made.elements[d.element].of);
}

domain resolve(checker& c, const ast::domain& written, const owner& of) {
    domain d;
    switch (written.kind) {
        case ast::domain::form::named:
            d = named(c, written.word);
            break;
        case ast::domain::form::ranged:
            d = ranged(c, written);
            break;
        case ast::domain::form::list:
            d = list(c, written, of);
            break;
        case ast::domain::form::sealed:
            d = sealed(c, written);
            break;
    }
    if (written.optional_marks == 0 || is_broken(d)) return d;
    if (d.optional || written.optional_marks > 1) {
        auto& made =
            c.report(diag::id::double_optional, written.where, "`{}` is optional twice", c.sources.text(written.where));
        if (d.optional && !d.aliases.empty()) {
            const ast::type_alias& through = *c.aliases[d.aliases.front()];
            add_note(made, through.where, fmt::format("`{}` is already optional", through.id.text));
        }
        made.help = "remove one `?`";
    }
    d.optional = true;
    return d;
}

}  // namespace tic::schema
