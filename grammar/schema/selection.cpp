// `~ table.name` refers to the entry that an earlier field selects: finds that field in every version (section 6).
#include "grammar/schema/checker.hpp"

#include <algorithm>
#include <map>

namespace tic::schema {
namespace {

/// Unions first, then structs.
struct reaching {
    const checker& c;
    unsigned version;
    std::vector<std::vector<index>> holders;   // by type: the types that hold it, living, not sealed
    std::vector<std::vector<index>> users;     // by table: the types in which it is a hint
    std::map<index, std::vector<bool>> known;  // by table: the types that can use it

    reaching(const checker& checked, unsigned v) : c(checked), version(v) {
        const schema& all = c.made;
        holders.resize(all.unions.size() + all.structs.size());
        users.resize(all.tables.size());
        for (index u = 0; u < all.unions.size(); ++u) add(u, all.unions[u].arms);
        for (index s = 0; s < all.structs.size(); ++s) add(node_of_struct(s), all.structs[s].fields);
    }

    [[nodiscard]] std::string in_version() const {
        return c.made.version == 1 ? std::string{} : fmt::format(" (version {})", version);
    }
    [[nodiscard]] index node_of_struct(index s) const { return static_cast<index>(c.made.unions.size()) + s; }
    [[nodiscard]] index node_of(const domain& d) const {
        if (d.kind == base::choice) return d.type;
        return d.kind == base::structure ? node_of_struct(d.type) : none;
    }

    /// The table that a place itself is hinted with, or none.
    [[nodiscard]] index table_of(const place& at) const {
        const hint* h = hint_in(at.hints, version);
        return h != nullptr && h->kind == hint_kind::table && h->entry == none ? h->memory : none;
    }

    void add(index type, const std::vector<place>& places) {
        for (const place& at : places) {
            if (!at.alive.holds(version)) continue;
            for (const place* inner = &at; inner != nullptr; inner = inner_of(*inner)) {
                if (const index t = table_of(*inner); t != none) users[t].push_back(type);
                if (const index n = node_of(inner->of); n != none) holders[n].push_back(type);
            }
        }
    }

    [[nodiscard]] const place* inner_of(const place& at) const {
        return at.of.kind == base::list && at.of.element != none ? &c.made.elements[at.of.element] : nullptr;
    }

    const std::vector<bool>& types_using(index table) {
        auto [found, fresh] = known.try_emplace(table);
        if (!fresh) return found->second;
        std::vector<bool>& result = found->second;
        result.resize(holders.size());
        std::vector<index> open = users[table];
        while (!open.empty()) {
            const index type = open.back();
            open.pop_back();
            if (result[type]) continue;
            result[type] = true;
            open.insert(open.end(), holders[type].begin(), holders[type].end());
        }
        return result;
    }

    bool can_use(const place& at, index table) {
        for (const place* inner = &at; inner != nullptr; inner = inner_of(*inner)) {
            if (table_of(*inner) == table) return true;
            if (const index n = node_of(inner->of); n != none && types_using(table)[n]) return true;
        }
        return false;
    }
};

struct told {
    checker& c;
    std::unordered_set<const hint*> done;

    diag::diagnostic* once(diag::id code, const hint& h, std::string text) {
        if (!done.insert(&h).second) return nullptr;
        return &c.out.report(code, h.where, std::move(text));
    }
};

bool is_entry(const hint* h) { return h != nullptr && h->entry != none; }

std::string entry_name(const schema& all, const hint& h) {
    const table& t = all.tables[h.memory];
    return fmt::format("{}.{}", t.name, h.kind == hint_kind::cell ? t.cells[h.entry].name : t.tables[h.entry].name);
}

/// The hint of the place or of what its lists hold, as far as it is written in the struct itself.
void check_use(told& t, reaching& r, const structure& in, std::size_t at, const hint& h) {
    const std::string& table = r.c.made.tables[h.memory].name;
    const std::string name = entry_name(r.c.made, h);
    std::size_t by = at;
    const place* selector = nullptr;
    while (by > 0 && selector == nullptr) {
        --by;
        if (in.fields[by].alive.holds(r.version) && r.table_of(in.fields[by]) == h.memory) selector = &in.fields[by];
    }
    if (selector == nullptr) {
        auto* made =
            t.once(diag::id::no_selector, h,
                   fmt::format("`{}` belongs to an entry of `{}`, but no earlier field of `{}` has the hint `~ {}`{}",
                               name, table, in.name, table, r.in_version()));
        if (made != nullptr)
            made->help = fmt::format(
                "put a field with the hint `~ {}` before it in the same struct: that field selects the entry", table);
        return;
    }
    if (selector->of.optional) {
        auto* made =
            t.once(diag::id::optional_selector, h,
                   fmt::format("the entry of `{}` is selected by `{}`, which is optional", table, selector->name));
        if (made == nullptr) return;
        add_note(*made, selector->where, fmt::format("`{}` is declared here", selector->name));
        made->help = fmt::format("make `{}` mandatory, or use a hint without `{}` here", selector->name, table);
        return;
    }
    for (std::size_t between = by + 1; between < at; ++between) {
        const place& other = in.fields[between];
        if (!other.alive.holds(r.version) || !r.can_use(other, h.memory)) continue;
        auto* made =
            t.once(diag::id::selector_lost, h,
                   fmt::format("`{}` selects an entry of `{}`, but `{}`, which is between them, may use `{}` too{}",
                               selector->name, table, other.name, table, r.in_version()));
        if (made == nullptr) return;
        add_note(*made, other.where, fmt::format("`{}` is declared here", other.name));
        made->help = fmt::format("move `{}` after the fields that use the entry", other.name);
        return;
    }
}

void check_struct(told& t, reaching& r, const structure& in) {
    for (std::size_t at = 0; at < in.fields.size(); ++at) {
        if (!in.fields[at].alive.holds(r.version)) continue;
        for (const place* inner = &in.fields[at]; inner != nullptr; inner = r.inner_of(*inner)) {
            if (inner != &in.fields[at] &&
                r.c.element_sources[static_cast<std::size_t>(inner - r.c.made.elements.data())].of.kind ==
                    owner_kind::alias)
                break;
            const hint* h = hint_in(inner->hints, r.version);
            if (is_entry(h)) check_use(t, r, in, at, *h);
        }
    }
}

/// Elements written in an arm or a `type` have no struct around them.
void check_homeless(told& t) {
    const checker& c = t.c;
    for (std::size_t i = 0; i < c.made.elements.size(); ++i) {
        if (c.element_sources[i].of.kind == owner_kind::field) continue;
        const bool arm = c.element_sources[i].of.kind == owner_kind::arm;
        for (const hint& h : c.made.elements[i].hints) {
            if (!is_entry(&h)) continue;
            auto* made = t.once(diag::id::no_selector, h,
                                fmt::format("`{}` belongs to an entry, but no field inside {} selects one",
                                            entry_name(c.made, h), arm ? "a union arm" : "a `type`"));
            if (made != nullptr) made->help = "an entry can only be used in the struct whose field selects it";
        }
    }
}

}  // namespace

void check_selection(checker& c) {
    if (c.made.tables.empty()) return;
    told t{c, {}};
    check_homeless(t);
    if (c.recursive) return;
    for (const unsigned version : changing_versions(c.made, 1, c.made.version)) {
        reaching r(c, version);
        for (std::size_t s = 0; s < c.made.structs.size(); ++s)
            if (!c.doubtful[s]) check_struct(t, r, c.made.structs[s]);
    }
}

}  // namespace tic::schema
