// Hints one by one: the domains that they fit, their parts, and their numbers.
#include "grammar/schema/checker.hpp"
#include "grammar/schema/domain.hpp"

#include <algorithm>

namespace tic::schema {
namespace {

constexpr std::uint64_t largest_table = 64;
constexpr std::uint64_t largest_offset = std::uint64_t{1} << 32U;

/// The hint's beginning as it is written: `~ last`, `~ chats.seq`; an expected value is `~ N`.
std::string written_word(const ast::hint& written, hint_kind kind) {
    if (kind == hint_kind::expected) return "~ N";
    if (const auto* name = std::get_if<ast::hint_name>(&written.form)) {
        const ast::dotted& what = name->what;
        return fmt::format("~ {}{}{}", what.first.text, what.second ? "." : "", what.second ? what.second->text : "");
    }
    if (kind == hint_kind::is) return "~ is";
    if (kind == hint_kind::same) return "~ same";
    return kind == hint_kind::last ? "~ last" : "~ recent";
}

/// What domain a hint needs, or empty if it has it.
std::string_view lacks(hint_kind kind, const domain& d) {
    switch (kind) {
        case hint_kind::expected:
            if (is_number(d) || (d.kind >= base::bytes && d.kind <= base::sealed)) return {};
            return "an expected value is for numbers, and for the length or count of bytes, utf8, text, sealed and "
                   "lists";
        case hint_kind::is:
            if (is_short(d) && d.kind != base::f32 && d.kind != base::f64 && d.kind != base::bytes) return {};
            return "`~ is` is for numbers, bool, enums and utf8 of at most 64 bytes";
        case hint_kind::last:
        case hint_kind::cell:
            if (is_predictable(d)) return {};
            return is_number(d) ? "it is for signed 64-bit numbers whose range is at most 2^62"
                                : "it is for numbers, whose difference from the prediction is sent";
        case hint_kind::same:
        case hint_kind::recent:
        case hint_kind::table:
            if (is_short(d)) return {};
            return "it is for numbers, bool, floats, enums, and bytes or utf8 of at most 64 bytes";
    }
    return {};
}

bool check_domain(checker& c, const ast::hint& written, const place& at, hint_kind kind) {
    const std::string_view why = lacks(kind, at.of);
    if (why.empty()) return true;
    auto& made = c.report(diag::id::hint_domain, written.where, "`{2}` does not fit {0}, which is `{1}`",
                          describe(c, at), spelled(c, at.of), written_word(written, kind));
    made.help = why;
    return false;
}

/// Reports the parts of a hint that its kind does not have.
bool check_extra(checker& c, const ast::hint& written, hint_kind kind) {
    const bool predicts = kind == hint_kind::last || kind == hint_kind::cell;
    const auto refuse = [&](const ast::integer& what, std::string_view word, std::string_view help) {
        auto& made =
            c.report(diag::id::extra_hint_part, what.where, "`{}` cannot have {}", written_word(written, kind), word);
        made.help = help;
        return false;
    };
    constexpr std::string_view for_predictions = "it is for `~ last` and cells of memory";
    if (written.delta && !predicts) return refuse(*written.delta, "`+` or `-`", for_predictions);
    if (written.within && !predicts) return refuse(*written.within, "`within`", for_predictions);
    if (written.expected && (predicts || kind == hint_kind::expected)) {
        return refuse(*written.expected, "an expected value after it",
                      predicts ? "write `within N` for the usual distance of the value from its prediction"
                               : "write one expected value");
    }
    return true;
}

std::optional<std::uint64_t> read_offset(checker& c, const ast::integer& written) {
    const auto value = value_of(c, written);
    if (!value) return std::nullopt;
    if (!value->negative && *value <= natural(largest_offset)) return value->magnitude;
    auto& made = c.report(diag::id::offset_out_of_range, written.where,
                          "`+`, `-` and `within` must be 0 to {}, but this is {}", largest_offset, value->text());
    if (value->negative) made.help = "to predict less than the last value, write `- N` with a positive N";
    return std::nullopt;
}

bool read_offsets(checker& c, const ast::hint& written, hint& into) {
    if (written.delta) {
        const auto delta = read_offset(c, *written.delta);
        if (!delta) return false;
        const auto value = static_cast<std::int64_t>(*delta);
        into.delta = written.delta_negative ? -value : value;
    }
    if (written.within) {
        const auto within = read_offset(c, *written.within);
        if (!within) return false;
        into.within = *within;
    }
    return true;
}

bool read_recent(checker& c, const ast::hint& written, const ast::hint_recent& form, const owner& of, hint& into) {
    const auto count = value_of(c, form.count);
    if (!count) return false;
    if (of.kind == owner_kind::alias) {
        auto& made = c.report(diag::id::recent_in_type, written.where, "`~ recent` cannot be used inside a `type`");
        made.help = "its table belongs to one field: write the list in the field, or declare a table in `memory`";
        return false;
    }
    if (*count < natural(1) || *count > natural(largest_table)) {
        c.report(diag::id::bad_capacity, form.count.where, "a table must have 1 to 64 entries, but this has {}",
                 count->text());
        return false;
    }
    into.capacity = static_cast<std::uint8_t>(count->magnitude);
    return true;
}

/// Kind and own parts of a hint; false, after a report, if something is wrong.
bool read_form(checker& c, const ast::hint& written, const place& at, const owner& of, hint& into) {
    const auto begin = [&](hint_kind kind) {
        into.kind = kind;
        return check_extra(c, written, kind) && check_domain(c, written, at, kind);
    };
    if (const auto* m = std::get_if<ast::hint_expected>(&written.form)) {
        return begin(hint_kind::expected) && read_expected(c, m->value, at, into);
    }
    if (const auto* is = std::get_if<ast::hint_is>(&written.form))
        return begin(hint_kind::is) && read_is(c, written, *is, at, into);
    if (std::holds_alternative<ast::hint_same>(written.form)) return begin(hint_kind::same);
    if (std::holds_alternative<ast::hint_last>(written.form))
        return begin(hint_kind::last) && read_offsets(c, written, into);
    if (const auto* recent = std::get_if<ast::hint_recent>(&written.form)) {
        return begin(hint_kind::recent) && read_recent(c, written, *recent, of, into);
    }
    const ast::dotted& what = std::get<ast::hint_name>(written.form).what;
    const symbol* constant = what.second ? nullptr : c.find(what.first.text);
    if (constant != nullptr && constant->kind == symbol_kind::constant) {
        ast::integer value;
        value.where = what.where;
        value.constant = what.first.text;
        return begin(hint_kind::expected) && read_expected(c, value, at, into);
    }
    if (!read_memory(c, written, what, at, into)) return false;
    return begin(into.kind) && read_offsets(c, written, into);
}

bool read_added(checker& c, const ast::hint& written, const place& at, hint& into) {
    if (!written.expected || into.kind == hint_kind::expected) return true;
    return check_domain(c, written, at, hint_kind::expected) && read_expected(c, *written.expected, at, into);
}

/// All hints of one place; false if one of them is wrong.
bool read_hints(checker& c, const std::vector<ast::hint>& written, place& at, const owner& of) {
    if (is_broken(at.of)) return written.empty();
    bool good = true;
    at.hints.reserve(written.size());
    for (const ast::hint& h : written) {
        hint made;
        made.where = h.where;
        const auto since = read_since(c, h.since);
        made.since = since.value_or(1);
        if (read_form(c, h, at, of, made) && read_added(c, h, at, made) && since)
            at.hints.push_back(std::move(made));
        else
            good = false;
    }
    return good;
}

}  // namespace

std::string describe(const checker& c, const place& at) {
    (void)c;
    return at.name.empty() ? "the list element" : fmt::format("`{}`", at.name);
}

std::string spelled(const checker& c, const domain& d) { return spell(c.made, d, 0); }

void build_hints(checker& c) {
    for (std::size_t i = 0; i < c.made.elements.size(); ++i) {
        const element_source& from = c.element_sources[i];
        const bool good = read_hints(c, from.syntax->hints, c.made.elements[i], from.of);
        if (!good && from.of.kind == owner_kind::field) c.doubtful[from.of.type] = true;
    }
    for (std::size_t s = 0; s < c.structures.size(); ++s) {
        auto& fields = c.made.structs[s].fields;
        for (std::size_t f = 0; f < fields.size(); ++f) {
            const owner self{owner_kind::field, static_cast<index>(s), static_cast<index>(f)};
            if (!read_hints(c, c.structures[s]->fields[f].hints, fields[f], self)) c.doubtful[s] = true;
        }
    }
}

}  // namespace tic::schema
