// The namespace of consts and types: declarations, duplicates, reserved names, and suggestions for unknown names.
#include "grammar/schema/checker.hpp"

#include <algorithm>
#include <array>

namespace tic::schema {
namespace {

bool is_domain_word(std::string_view word) {
    static constexpr std::array ranged{std::string_view{"int"},  std::string_view{"bytes"}, std::string_view{"utf8"},
                                       std::string_view{"text"}, std::string_view{"list"},  std::string_view{"sealed"}};
    return builtin(word) || std::find(ranged.begin(), ranged.end(), word) != ranged.end();
}

void declare(checker& c, const ast::name& id, symbol_kind kind, std::size_t at) {
    if (kind != symbol_kind::constant && is_domain_word(id.text)) {
        auto& made =
            c.report(diag::id::reserved_name, id.where,
                     "`{}` is a domain of the language, so it cannot be the name of {}", id.text, word_of(kind));
        made.help = "choose another name; types are written in UpperCamelCase";
        return;
    }
    const auto [found, fresh] = c.names.emplace(id.text, symbol{kind, static_cast<index>(at), id.where});
    if (fresh) return;
    const symbol& first = found->second;
    const bool elsewhere = first.where.file != id.where.file;
    auto& made = c.report(elsewhere ? diag::id::import_clash : diag::id::duplicate_name, id.where,
                          "`{}` is declared {}", id.text, elsewhere ? "in two files" : "twice");
    add_note(made, first.where, fmt::format("`{}` is {} here", id.text, word_of(first.kind)));
    made.help = elsewhere ? "the consts and types of all imported files share one namespace: rename one of them"
                          : "consts and types share one namespace: rename one of them";
}

void declare(checker& c, const ast::item& item) {
    if (const auto* k = std::get_if<ast::constant>(&item)) {
        c.constants.push_back(k);
        declare(c, k->id, symbol_kind::constant, c.constants.size() - 1);
    } else if (const auto* t = std::get_if<ast::type_alias>(&item)) {
        c.aliases.push_back(t);
        declare(c, t->id, symbol_kind::alias, c.aliases.size() - 1);
    } else if (const auto* e = std::get_if<ast::enumeration>(&item)) {
        c.enumerations.push_back(e);
        declare(c, e->id, symbol_kind::enumeration, c.enumerations.size() - 1);
    } else if (const auto* u = std::get_if<ast::choice>(&item)) {
        c.choices.push_back(u);
        declare(c, u->id, symbol_kind::choice, c.choices.size() - 1);
    } else if (const auto* s = std::get_if<ast::structure>(&item)) {
        c.structures.push_back(s);
        declare(c, s->id, symbol_kind::structure, c.structures.size() - 1);
    }
}

/// Type names of other languages, with the domain to use instead.
std::string_view foreign_word(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 22> known{{
        {"string", "a string is `utf8(lo..hi)`, with its minimum and maximum length in bytes"},
        {"str", "a string is `utf8(lo..hi)`, with its minimum and maximum length in bytes"},
        {"String", "a string is `utf8(lo..hi)`, with its minimum and maximum length in bytes"},
        {"boolean", "a Boolean is `bool`"},
        {"byte", "a byte is `u8`, a byte string is `bytes(lo..hi)`"},
        {"float", "floats are `f32` and `f64`"},
        {"double", "floats are `f32` and `f64`"},
        {"float32", "floats are `f32` and `f64`"},
        {"float64", "floats are `f32` and `f64`"},
        {"int8", "a signed number of 8 bits is `i8`"},
        {"int16", "a signed number of 16 bits is `i16`"},
        {"int32", "a signed number of 32 bits is `i32`"},
        {"int64", "a signed number of 64 bits is `i64`"},
        {"uint8", "an unsigned number of 8 bits is `u8`"},
        {"uint16", "an unsigned number of 16 bits is `u16`"},
        {"uint32", "an unsigned number of 32 bits is `u32`"},
        {"uint64", "an unsigned number of 64 bits is `u64`"},
        {"long", "a signed number is `i64`, or `sint` if small numbers are usual"},
        {"short", "a signed number of 16 bits is `i16`"},
        {"char", "a character is `utf8(1..4)`"},
        {"array", "a sequence is `list(T, lo..hi)`"},
        {"vector", "a sequence is `list(T, lo..hi)`"},
    }};
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& k) { return k.first == word; });
    return found == known.end() ? std::string_view{} : found->second;
}

}  // namespace

void suggest(diag::diagnostic& to, span where, std::string_view written,
             const std::vector<std::string_view>& candidates) {
    const std::string_view near = diag::nearest(written, candidates);
    if (near.empty()) return;
    to.help = fmt::format("did you mean `{}`?", near);
    to.fix = diag::edit{where, std::string(near)};
}

std::string_view word_of(symbol_kind kind) {
    switch (kind) {
        case symbol_kind::constant:
            return "a const";
        case symbol_kind::alias:
            return "a type";
        case symbol_kind::enumeration:
            return "an enum";
        case symbol_kind::choice:
            return "a union";
        case symbol_kind::structure:
            return "a struct";
    }
    return {};
}

void declare_names(checker& c) {
    for (const ast::file& file : c.files)
        for (const ast::item& item : file.items) declare(c, item);
}

void report_unknown(checker& c, const ast::name& written, std::string_view wanted,
                    const std::vector<symbol_kind>& kinds) {
    if (c.incomplete) return;
    auto& made = c.report(diag::id::unknown_name, written.where, "there is no {} named `{}`", wanted, written.text);
    constexpr std::size_t enough = 100;  // beyond, nobody reads on, and each search costs as much as there are names
    if (c.out.errors() > enough) return;
    std::vector<std::string_view> candidates;
    for (const auto& [name, what] : c.names)
        if (std::find(kinds.begin(), kinds.end(), what.kind) != kinds.end()) candidates.push_back(name);
    const bool domains = std::find(kinds.begin(), kinds.end(), symbol_kind::alias) != kinds.end();
    if (domains)
        candidates.insert(candidates.end(), {"bool", "uint", "sint", "bytes", "utf8", "text", "list", "sealed"});
    std::sort(candidates.begin(), candidates.end());  // a hash table's order must not choose among equals
    const std::string_view foreign = domains ? foreign_word(written.text) : std::string_view{};
    if (!foreign.empty())
        made.help = foreign;
    else
        suggest(made, written.where, written.text, candidates);
}

bool unique_names::add(const ast::name& id, std::string_view what) {
    const auto [found, fresh] = seen_.emplace(id.text, id.where);
    if (fresh) return true;
    auto& made = c_.report(diag::id::duplicate_name, id.where, "duplicate {} `{}`", what, id.text);
    add_note(made, found->second, "the first is here");
    made.help = "names must be unique, even if the two do not exist in the same version";
    return false;
}

}  // namespace tic::schema
