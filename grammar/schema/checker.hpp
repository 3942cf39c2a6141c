// The state that the steps of the checker share: files, declared names, and the schema under construction.
#pragma once

#include "grammar/ast/ast.hpp"
#include "grammar/diag/diag.hpp"
#include "grammar/schema/check.hpp"
#include "grammar/schema/number.hpp"

#include <fmt/format.h>

#include <bitset>
#include <deque>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace tic::schema {

enum class symbol_kind : std::uint8_t { constant, alias, enumeration, choice, structure };

/// One name of the space that consts and types share.
struct symbol {
    symbol_kind kind = symbol_kind::constant;
    index at = none;  // into the checker's list of that kind
    span where;
};

/// Where an element of a list is written; hints that need a struct around them ask.
enum class owner_kind : std::uint8_t { field, arm, alias };
struct owner {
    owner_kind kind = owner_kind::alias;
    index type = none;    // of the struct, union or alias
    index member = none;  // of the field or arm
};

/// The element's syntax and its place in the source, beside `schema::elements`.
struct element_source {
    const ast::element* syntax = nullptr;
    owner of;
};

/// What `~ NAME` can mean in memory.
struct memory_symbol {
    bool is_table = false;
    index at = none;
};

struct checker {
    source::files& sources;
    const loader& load;
    diag::sink& out;
    schema& made;

    std::deque<ast::file> files{};  // root first; the syntax stays where it is
    bool incomplete = false;        // an import failed: what is not found may have been in it
    std::unordered_map<std::string_view, symbol> names{};
    std::vector<const ast::constant*> constants{};
    std::vector<std::optional<number>> values{};  // of constants; empty if the declaration failed
    std::vector<const ast::type_alias*> aliases{};
    std::vector<std::uint16_t> alias_depth{};  // levels of nested `type`s and lists
    std::vector<bool> broken_aliases{};
    std::vector<const ast::enumeration*> enumerations{};
    std::vector<const ast::choice*> choices{};
    std::vector<const ast::structure*> structures{};
    std::vector<element_source> element_sources{};
    std::unordered_map<std::string_view, memory_symbol> memory{};
    std::unordered_set<std::string_view> failed_memory{};  // declared, but invalid: not reported again
    std::vector<bool> doubtful{};                          // structs of which a field or hint failed
    bool recursive = false;
    bool version_known = true;
    bool session_sound = true;

    template <typename... Arguments>
    diag::diagnostic& report(diag::id code, span where, fmt::format_string<Arguments...> text,
                             Arguments&&... arguments) {
        return out.report(code, where, fmt::format(text, std::forward<Arguments>(arguments)...));
    }

    [[nodiscard]] const symbol* find(std::string_view name) const {
        const auto found = names.find(name);
        return found == names.end() ? nullptr : &found->second;
    }
};

inline void add_note(diag::diagnostic& to, span where, std::string text) {
    to.notes.push_back({where, std::move(text)});
}
/// "did you mean `x`?" with the edit, if something near was found.
void suggest(diag::diagnostic& to, span where, std::string_view written,
             const std::vector<std::string_view>& candidates);

// load.cpp
[[nodiscard]] bool load_files(checker& c);

// names.cpp
[[nodiscard]] std::string_view word_of(symbol_kind kind);  // "a struct"
void declare_names(checker& c);
/// Tells of a name that is declared nowhere, unless an import failed.
void report_unknown(checker& c, const ast::name& written, std::string_view wanted,
                    const std::vector<symbol_kind>& kinds);
/// Names of one place, in any order: every second one is an error.
class unique_names {
public:
    explicit unique_names(checker& c) : c_(c) {}
    /// False, after a report, if the name is already declared.
    bool add(const ast::name& id, std::string_view what);

private:
    checker& c_;
    std::unordered_map<std::string_view, span> seen_;
};

// constants.cpp
void resolve_constants(checker& c);
/// The value of a literal or of the const that is named; nothing, after a report, if there is none.
[[nodiscard]] std::optional<number> value_of(checker& c, const ast::integer& written);

// header.cpp
void check_headers(checker& c);

// lives.cpp
[[nodiscard]] life read_life(checker& c, const ast::life& written, const ast::name& of);
[[nodiscard]] std::vector<weight> read_weights(checker& c, const std::vector<ast::weight>& written);
/// The version after `since`; nothing, after a report, if it is invalid.
[[nodiscard]] std::optional<std::uint8_t> read_since(checker& c, const std::optional<ast::integer>& written);
/// Versions from..to in which something may differ from the version before, `from` first.
[[nodiscard]] std::vector<unsigned> changing_versions(const schema& all, unsigned from, unsigned to);

// domains.cpp, aliases.cpp, types.cpp
[[nodiscard]] domain resolve(checker& c, const ast::domain& written, const owner& of);
[[nodiscard]] bool is_broken(const domain& d);
[[nodiscard]] domain broken_domain();
[[nodiscard]] std::optional<domain> builtin(std::string_view word);
[[nodiscard]] unsigned depth_of(const checker& c, const domain& d);
inline constexpr unsigned max_depth = 256;
void resolve_aliases(checker& c);
void build_types(checker& c);

// recursion.cpp
void check_recursion(checker& c);

// marks.cpp
enum class mark_target : std::uint8_t { field, element, value, arm, type };
[[nodiscard]] std::vector<mark> read_marks(checker& c, const std::vector<ast::mark>& written, mark_target on);
[[nodiscard]] std::string wire_name(const std::string& name, const std::vector<mark>& marks);
[[nodiscard]] bool has_mark(const std::vector<mark>& marks, mark_kind kind);
void check_echoes(checker& c);

// memory.cpp
void build_memory(checker& c);

// hints.cpp
void build_hints(checker& c);
// hint_constants.cpp
[[nodiscard]] bool read_is(checker& c, const ast::hint& written, const ast::hint_is& form, const place& at, hint& into);
[[nodiscard]] bool read_expected(checker& c, const ast::integer& written, const place& at, hint& into);
void check_living_constants(checker& c);
// hint_memory.cpp
[[nodiscard]] bool read_memory(checker& c, const ast::hint& written, const ast::dotted& what, const place& at,
                               hint& into);
[[nodiscard]] bool same_domain(const schema& all, const domain& a, const domain& b);
[[nodiscard]] std::string describe(const checker& c, const place& at);
[[nodiscard]] std::string spelled(const checker& c, const domain& d);

// selection.cpp, datagram.cpp
void check_selection(checker& c);
void check_datagram(checker& c);

// session.cpp, session_states.cpp, session_rules.cpp
void build_session(checker& c);
void build_states(checker& c, const ast::session& written);
void check_session_rules(checker& c, const ast::session& written);

// lints.cpp
void lint(checker& c);

}  // namespace tic::schema
