// Kinds of domains, and the canonical spelling of domains and hints (language page, section 7).
#include "grammar/schema/domain.hpp"

#include "grammar/ast/dump.hpp"

#include "grammar/schema/number.hpp"

#include <fmt/format.h>

namespace tic::schema {
namespace {

constexpr std::uint64_t longest_short = 64;

std::string spell_base(const schema& all, const domain& d, unsigned version) {
    const auto bounds = [&](std::string_view word) { return fmt::format("{}({}..{})", word, d.lo, d.hi); };
    switch (d.kind) {
        case base::boolean:
            return "bool";
        case base::u_bits:
            return fmt::format("u{}", d.width);
        case base::i_bits:
            return fmt::format("i{}", d.width);
        case base::integer:
            return fmt::format("int({}..{})", from_bits(d.lo, d.is_signed).text(), from_bits(d.hi, d.is_signed).text());
        case base::uint:
            return "uint";
        case base::sint:
            return "sint";
        case base::f32:
            return "f32";
        case base::f64:
            return "f64";
        case base::bytes:
            return bounds("bytes");
        case base::utf8:
            return bounds("utf8");
        case base::text:
            return bounds("text");
        case base::list: {
            const place& element = all.elements[d.element];
            return fmt::format("list({}{},{}..{})", spell(all, element.of, version), spell(all, element, version), d.lo,
                               d.hi);
        }
        case base::sealed: {
            const std::string& content = d.sealed_union ? all.unions[d.type].name : all.structs[d.type].name;
            return fmt::format("sealed({},{}..{})", content, d.lo, d.hi);
        }
        case base::enumeration:
            return all.enums[d.type].name;
        case base::choice:
            return all.unions[d.type].name;
        case base::structure:
            return all.structs[d.type].name;
    }
    return {};
}

std::string spell_constant(const schema& all, const hint& h, const domain& d) {
    if (d.kind == base::boolean) return h.number != 0 ? "true" : "false";
    if (d.kind == base::enumeration) return all.enums[d.type].values[h.number].wire_name;
    if (d.kind == base::utf8) return ast::json_string(h.text);
    return from_bits(h.number, d.is_signed).text();
}

std::string spell_place(const schema& all, const hint& h) {
    if (h.kind == hint_kind::last) return "last";
    if (h.kind == hint_kind::cell) {
        if (h.entry == none) return all.cells[h.memory].name;
        return fmt::format("{}.{}", all.tables[h.memory].name, all.tables[h.memory].cells[h.entry].name);
    }
    const table& t = all.tables[h.memory];
    return h.entry == none ? t.name : fmt::format("{}.{}", t.name, t.tables[h.entry].name);
}

}  // namespace

bool is_number(const domain& d) {
    return d.kind == base::u_bits || d.kind == base::i_bits || d.kind == base::integer || d.kind == base::uint ||
           d.kind == base::sint;
}

bool is_scalar(const domain& d) {
    return is_number(d) || d.kind == base::boolean || d.kind == base::f32 || d.kind == base::f64 ||
           d.kind == base::enumeration;
}

bool is_short(const domain& d) {
    return is_scalar(d) || ((d.kind == base::bytes || d.kind == base::utf8) && d.hi <= longest_short);
}

bool is_predictable(const domain& d) {
    if (!is_number(d) || d.hi - d.lo > std::uint64_t{1} << 62U) return false;
    return d.is_signed || natural(d.hi) <= greatest_i64;
}

std::uint64_t nearest_zero(const domain& d) {
    if (!d.is_signed) return d.lo;
    return from_bits(d.hi, true).negative ? d.hi : 0;
}

std::string spell(const schema& all, const domain& d, unsigned version, bool with_optional) {
    std::string result;
    for (const index a : d.aliases)
        if (all.aliases[a].is_id) result += all.aliases[a].wire_name + "=";
    result += spell_base(all, d, version);
    if (d.optional && with_optional) result += '?';
    return result;
}

std::string spell(const schema& all, const place& at, unsigned version) {
    const hint* h = hint_in(at.hints, version);
    if (h == nullptr) return {};
    // Lengths and counts are never signed, and `is_signed` is false for what has them.
    const std::string added = h->expected ? fmt::format("~{}", from_bits(*h->expected, at.of.is_signed).text()) : "";
    switch (h->kind) {
        case hint_kind::expected:
            return added;
        case hint_kind::is:
            return fmt::format("~is:{}{}", spell_constant(all, *h, at.of), added);
        case hint_kind::same:
            return fmt::format("~same{}", added);
        case hint_kind::last:
        case hint_kind::cell:
            return fmt::format("~{}{:+}/{}", spell_place(all, *h), h->delta, h->within);
        case hint_kind::recent:
            return fmt::format("~recent{}{}", h->capacity, added);
        case hint_kind::table:
            return fmt::format("~{}{}", spell_place(all, *h), added);
    }
    return {};
}

}  // namespace tic::schema
