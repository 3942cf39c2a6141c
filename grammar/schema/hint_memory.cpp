// Hints that name memory: finds the cell or table, and checks that it has the domain of the field.
#include "grammar/schema/checker.hpp"
#include "grammar/schema/domain.hpp"

#include <algorithm>

namespace tic::schema {
namespace {

template <typename List>
index position_of(const List& list, std::string_view name) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& x) { return x.name == name; });
    return found == list.end() ? none : static_cast<index>(found - list.begin());
}

void report_unknown_memory(checker& c, const ast::name& written) {
    auto& made = c.report(diag::id::unknown_memory, written.where, "memory has no cell or table `{}`", written.text);
    std::vector<std::string_view> known{"last", "same"};
    for (const auto& [name, what] : c.memory) known.push_back(name);
    std::sort(known.begin(), known.end());
    suggest(made, written.where, written.text, known);
    if (!made.help.empty()) return;
    if (written.where.file != c.made.root)
        made.help = "an imported file uses the memory of the root file: declare it there";
    else
        made.help = fmt::format("declare it in `memory {{ {}: ...; }}`, or as a const", written.text);
}

bool find_entry(checker& c, const ast::name& owner, const ast::name& written, index at, hint& into) {
    const table& t = c.made.tables[at];
    into.memory = at;
    into.entry = position_of(t.cells, written.text);
    into.kind = hint_kind::cell;
    if (into.entry != none) return true;
    into.entry = position_of(t.tables, written.text);
    into.kind = hint_kind::table;
    if (into.entry != none) return true;
    auto& made =
        c.report(diag::id::unknown_memory, written.where, "entries of `{}` have no `{}`", owner.text, written.text);
    add_note(made, t.where, fmt::format("`{}` is declared here", owner.text));
    std::vector<std::string_view> known;
    for (const cell& x : t.cells) known.push_back(x.name);
    for (const table& x : t.tables) known.push_back(x.name);
    suggest(made, written.where, written.text, known);
    return false;
}

bool find_memory(checker& c, const ast::dotted& what, hint& into) {
    const auto found = c.memory.find(what.first.text);
    if (found == c.memory.end()) {
        if (!c.failed_memory.contains(what.first.text)) report_unknown_memory(c, what.first);
        return false;
    }
    const memory_symbol& m = found->second;
    if (what.second) {
        if (m.is_table) return find_entry(c, what.first, *what.second, m.at, into);
        auto& made = c.report(diag::id::not_a_table, what.where, "`{}` is a cell, so it has no `{}`", what.first.text,
                              what.second->text);
        add_note(made, c.made.cells[m.at].where, fmt::format("`{}` is declared here", what.first.text));
        made.help = "only the entries of a table have cells and tables: `name: recent(16) of T { ... }`";
        return false;
    }
    into.kind = m.is_table ? hint_kind::table : hint_kind::cell;
    into.memory = m.at;
    return true;
}

struct target {
    const domain* of;
    span where;
};

target target_of(const schema& all, const hint& h) {
    if (h.kind == hint_kind::cell) {
        const cell& x = h.entry == none ? all.cells[h.memory] : all.tables[h.memory].cells[h.entry];
        return {&x.of, x.where};
    }
    const table& x = h.entry == none ? all.tables[h.memory] : all.tables[h.memory].tables[h.entry];
    return {&x.of, x.where};
}

std::vector<index> ids_of(const schema& all, const domain& d) {
    std::vector<index> result;
    std::copy_if(d.aliases.begin(), d.aliases.end(), std::back_inserter(result),
                 [&](index a) { return all.aliases[a].is_id; });
    return result;
}

}  // namespace

bool same_domain(const schema& all, const domain& a, const domain& b) {
    return ids_of(all, a) == ids_of(all, b) && spell(all, a, 0, false) == spell(all, b, 0, false);
}

bool read_memory(checker& c, const ast::hint& written, const ast::dotted& what, const place& at, hint& into) {
    if (!find_memory(c, what, into)) return false;
    const target to = target_of(c.made, into);
    const std::string name = what.second ? what.first.text + "." + what.second->text : what.first.text;
    // An invalid cell or table is already reported.
    if (is_broken(*to.of) || c.failed_memory.contains(what.second ? what.second->text : what.first.text)) return false;
    if (same_domain(c.made, at.of, *to.of)) return true;
    const std::string_view kind = into.kind == hint_kind::cell ? "cell" : "table";
    auto& made = c.report(diag::id::memory_domain, written.where,
                          "{} is `{}`, but its {} `{}` is `{}`: a field and its memory must have the same domain",
                          describe(c, at), spell(c.made, at.of, 0, false), kind, name, spelled(c, *to.of));
    add_note(made, to.where, fmt::format("`{}` is declared here", name));
    made.help = "use one `type` for both";
    return false;
}

}  // namespace tic::schema
