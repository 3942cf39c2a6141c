// `type` declarations, in an order in which each comes after those it names.
#include "grammar/schema/checker.hpp"
#include "grammar/schema/domain.hpp"

#include <algorithm>

namespace tic::schema {
namespace {

struct named_alias {
    index at;
    span where;  // of the name, in the domain that names it
};

void collect(const checker& c, const ast::domain& written, std::vector<named_alias>& into) {
    if (written.kind == ast::domain::form::list) return collect(c, written.item.front().of, into);
    const symbol* found = c.find(written.word.text);
    if (found != nullptr && found->kind == symbol_kind::alias) into.push_back({found->at, written.word.where});
}

void finish(checker& c, index at) {
    const ast::type_alias& written = *c.aliases[at];
    alias& into = c.made.aliases[at];
    into.of = resolve(c, written.of, {owner_kind::alias, at, none});
    into.marks = read_marks(c, written.marks, mark_target::type);
    into.wire_name = wire_name(into.name, into.marks);
    into.is_id = has_mark(into.marks, mark_kind::id);
    into.secret = has_mark(into.marks, mark_kind::secret);
    for (const index inner : into.of.aliases) into.secret = into.secret || c.made.aliases[inner].secret;
    if (is_broken(into.of)) {
        c.broken_aliases[at] = true;
        return;
    }
    const unsigned depth = 1 + depth_of(c, into.of);
    c.alias_depth[at] = static_cast<std::uint16_t>(depth);
    if (depth > max_depth) {
        c.broken_aliases[at] = true;
        c.report(diag::id::domain_too_deep, written.id.where, "more than {} levels of nested lists and types",
                 max_depth);
        return;
    }
    if (!into.is_id || (is_short(into.of) && !into.of.optional)) return;
    into.is_id = false;
    const auto mark =
        std::find_if(into.marks.begin(), into.marks.end(), [](const auto& m) { return m.kind == mark_kind::id; });
    auto& made = c.report(diag::id::id_domain, mark->where, "`{}` cannot be an identifier: its domain is `{}`",
                          into.name, spelled(c, into.of));
    made.help = into.of.optional
                    ? "write `?` where the type is used"
                    : "an `@id` type must be a number, a bool, a float, an enum, or bytes or utf8 of at most 64 bytes";
}

enum class progress : std::uint8_t { untouched, open, done };

struct walker {
    struct frame {
        index at;
        std::vector<named_alias> names;
        std::size_t next = 0;
    };

    checker& c;
    std::vector<progress> seen;
    std::vector<frame> path;  // explicit, so that a long chain of types needs no deep stack

    void enter(index at) {
        seen[at] = progress::open;
        frame f{at, {}, 0};
        collect(c, c.aliases[at]->of, f.names);
        path.push_back(std::move(f));
    }

    void report_ring(index first) {
        const auto begin = std::find_if(path.begin(), path.end(), [&](const frame& f) { return f.at == first; });
        c.recursive = true;
        std::string ring;
        constexpr std::ptrdiff_t most = 12;
        const auto length = path.end() - begin;
        for (auto f = begin; f != begin + std::min(most, length); ++f) ring += c.aliases[f->at]->id.text + " -> ";
        if (length > most) ring += "... -> ";
        const ast::type_alias& start = *c.aliases[first];
        auto& made = c.report(diag::id::recursive_type, start.id.where, "`{}` contains itself: {}{}", start.id.text,
                              ring, start.id.text);
        for (auto f = begin; f != path.end(); ++f) {
            c.broken_aliases[f->at] = true;
            if (f - begin >= most) continue;
            const named_alias& through = f->names[f->next - 1];
            add_note(made, through.where,
                     fmt::format("`{}` contains `{}`", c.aliases[f->at]->id.text, c.aliases[through.at]->id.text));
        }
        made.help = "remove one of these uses: a value of the type would never end";
    }

    void run(index from) {
        enter(from);
        while (!path.empty()) {
            frame& top = path.back();
            if (top.next < top.names.size()) {
                const index next = top.names[top.next++].at;
                if (seen[next] == progress::untouched)
                    enter(next);
                else if (seen[next] == progress::open)
                    report_ring(next);
                continue;
            }
            const index at = top.at;
            path.pop_back();
            seen[at] = progress::done;
            if (!c.broken_aliases[at]) finish(c, at);
        }
    }
};

}  // namespace

void resolve_aliases(checker& c) {
    const std::size_t count = c.aliases.size();
    c.alias_depth.assign(count, 0);
    c.broken_aliases.assign(count, false);
    c.made.aliases.resize(count);
    // Domains spell the names of types that are built only later.
    c.made.enums.resize(c.enumerations.size());
    c.made.unions.resize(c.choices.size());
    c.made.structs.resize(c.structures.size());
    const auto head = [](auto& into, const auto& written) {
        into.name = written.id.text;
        into.doc = written.doc;
        into.where = written.where;
    };
    for (std::size_t i = 0; i < count; ++i) head(c.made.aliases[i], *c.aliases[i]);
    for (std::size_t i = 0; i < c.enumerations.size(); ++i) head(c.made.enums[i], *c.enumerations[i]);
    for (std::size_t i = 0; i < c.choices.size(); ++i) head(c.made.unions[i], *c.choices[i]);
    for (std::size_t i = 0; i < c.structures.size(); ++i) head(c.made.structs[i], *c.structures[i]);
    walker w{c, std::vector<progress>(count, progress::untouched), {}};
    for (index i = 0; i < count; ++i)
        if (w.seen[i] == progress::untouched) w.run(i);
}

}  // namespace tic::schema
