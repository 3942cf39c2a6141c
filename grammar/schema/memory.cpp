// The root's memory: cells and tables, and what each entry of a table holds.
#include "grammar/schema/checker.hpp"
#include "grammar/schema/domain.hpp"

#include <algorithm>
#include <array>

namespace tic::schema {
namespace {

constexpr std::uint64_t largest_table = 64;

bool check_name(checker& c, const ast::name& id) {
    static constexpr std::array<std::string_view, 4> words{"last", "same", "is", "recent"};
    if (std::find(words.begin(), words.end(), id.text) == words.end()) return true;
    auto& made = c.report(diag::id::reserved_memory_name, id.where,
                          "`{}` is a hint of the language, so it cannot be a name in memory", id.text);
    made.help = "choose another name";
    return false;
}

/// A cell holds one number that a residual can be taken from.
bool check_cell(checker& c, const ast::memory_entry& written, const domain& d) {
    if (is_broken(d)) return false;
    std::string why;
    if (d.optional)
        why = "a cell cannot be optional";
    else if (!is_number(d))
        why = "a cell must be a number";
    else if (!is_predictable(d))
        why = "a cell must be a signed 64-bit number whose range is at most 2^62";
    if (why.empty()) return true;
    auto& made = c.report(diag::id::bad_cell_domain, written.of.where, "the cell `{}` cannot hold `{}`",
                          written.id.text, spelled(c, d));
    made.help = std::move(why);
    return false;
}

bool check_table(checker& c, const ast::memory_entry& written, const domain& d) {
    if (is_broken(d)) return false;
    if (is_short(d) && !d.optional) return true;
    auto& made = c.report(diag::id::bad_table_domain, written.of.where, "the table `{}` cannot hold `{}`",
                          written.id.text, spelled(c, d));
    made.help = d.optional ? "remove the `?`: optional fields can use the table, which stores their present values"
                           : "a table can hold numbers, bools, floats, enums, or bytes or utf8 of at most 64 bytes";
    return false;
}

std::optional<std::uint8_t> read_count(checker& c, const ast::integer& written) {
    const auto count = value_of(c, written);
    if (!count) return std::nullopt;
    if (*count >= natural(1) && *count <= natural(largest_table)) return static_cast<std::uint8_t>(count->magnitude);
    c.report(diag::id::bad_capacity, written.where, "a table must have 1 to 64 entries, but this has {}",
             count->text());
    return std::nullopt;
}

template <typename Made>
Made head(checker& c, const ast::memory_entry& written) {
    Made made;
    made.name = written.id.text;
    made.doc = written.doc;
    made.where = written.where;
    made.of = resolve(c, written.of, {owner_kind::alias, none, none});
    return made;
}

/// Adds a cell or table to its list; false if it is wrong (it is added all the same, so that its name is known).
bool add(checker& c, const ast::memory_entry& written, std::vector<cell>& cells, std::vector<table>& tables,
         bool nested) {
    bool good = check_name(c, written.id);
    if (!written.count) {
        cells.push_back(head<cell>(c, written));
        return check_cell(c, written, cells.back().of) && good;
    }
    table made = head<table>(c, written);
    const auto count = read_count(c, *written.count);
    made.capacity = count.value_or(1);
    good = check_table(c, written, made.of) && count && good;
    if (!nested) {  // the syntax knows entries one level deep
        unique_names names(c);
        for (const ast::memory_entry& inner : written.entry) {
            const bool fresh = names.add(inner.id, "cell or table");
            if (!add(c, inner, made.cells, made.tables, true) || !fresh) c.failed_memory.insert(inner.id.text);
        }
    }
    tables.push_back(std::move(made));
    return good;
}

}  // namespace

void build_memory(checker& c) {
    for (const ast::item& item : c.files.front().items) {
        const auto* written = std::get_if<ast::memory>(&item);
        if (written == nullptr) continue;
        unique_names names(c);
        for (const ast::memory_entry& entry : written->entries) {
            const bool fresh = names.add(entry.id, "cell or table");
            const bool is_table = entry.count.has_value();
            if (!add(c, entry, c.made.cells, c.made.tables, false) || !fresh) c.failed_memory.insert(entry.id.text);
            const std::size_t at = (is_table ? c.made.tables.size() : c.made.cells.size()) - 1;
            if (fresh) c.memory.emplace(entry.id.text, memory_symbol{is_table, static_cast<index>(at)});
        }
    }
}

}  // namespace tic::schema
