// The steps of the planner: declare types and memory, order the types, plan each version in which something changes.
#include "codegen/plan/plan.hpp"

#include "codegen/plan/huffman.hpp"
#include "codegen/plan/planner.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tic::plan {

std::string_view planned::keep(std::string text) {
    if (text.empty()) return {};
    if (const auto found = kept_.find(text); found != kept_.end()) return found->second;
    texts_.push_back(std::move(text));
    const std::string_view view = texts_.back();
    kept_.emplace(view, view);
    return view;
}

layout planned::view() const {
    layout result = head;
    result.versions = versions;
    result.types = types;
    result.aliases = aliases;
    result.members = members;
    result.marks = marks;
    result.type_layouts = type_layouts;
    result.nodes = nodes;
    result.codes = codes;
    result.ranks = ranks;
    result.slots = slots;
    result.scoped = scoped;
    result.constants = constants;
    result.packets.client = packets.client;
    result.packets.server = packets.server;
    result.states = states;
    result.rules = rules;
    result.replies = replies;
    result.pushes = pushes;
    return result;
}

namespace {

constexpr unsigned deepest = 256;

/// The declaration as written, on one line, without comments.
std::string one_line(std::string_view text) {
    std::string line;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!in_string && text.substr(i, 2) == "//") {
            i = std::min(text.find('\n', i), text.size()) - 1;
            continue;
        }
        if (c == '"' && (i == 0 || text[i - 1] != '\\')) in_string = !in_string;
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

// A switch without default: the compiler names a mark that is missing here.
mark_kind mark_of(schema::mark_kind kind) {
    switch (kind) {
        case schema::mark_kind::id:
            return mark_kind::id;
        case schema::mark_kind::assigned:
            return mark_kind::assigned;
        case schema::mark_kind::clock:
            return mark_kind::clock;
        case schema::mark_kind::nonce:
            return mark_kind::nonce;
        case schema::mark_kind::echo:
            return mark_kind::echo;
        case schema::mark_kind::secret:
            return mark_kind::secret;
        case schema::mark_kind::unit:
            return mark_kind::unit;
        case schema::mark_kind::deprecated:
            return mark_kind::deprecated;
        case schema::mark_kind::was:
            return mark_kind::was;
    }
    return mark_kind::id;
}

void add_marks(planner& p, const std::vector<schema::mark>& marks, index& first, index& count) {
    first = static_cast<index>(p.made.marks.size());
    count = static_cast<index>(marks.size());
    for (const auto& m : marks) p.made.marks.push_back({mark_of(m.kind), p.made.keep(m.argument)});
}

template <typename Declared>
member make_member(planner& p, const Declared& d) {
    member m;
    m.name = p.made.keep(d.name);
    m.wire_name = p.made.keep(d.wire_name);
    m.doc = p.made.keep(d.doc);
    m.source = p.made.keep(one_line(p.sources.text(d.where)));
    m.line = p.sources.at(d.where).line;
    m.since = d.alive.since;
    m.until = d.alive.until;
    add_marks(p, d.marks, m.first_mark, m.mark_count);
    return m;
}

template <typename Declared, typename Members>
void declare_type(planner& p, type_kind kind, const Declared& d, const Members& members) {
    tic::type t;
    t.kind = kind;
    t.name = p.made.keep(d.name);
    t.doc = p.made.keep(d.doc);
    t.file = p.made.keep(p.sources[d.where.file].name());
    t.line = p.sources.at(d.where).line;
    t.first_member = static_cast<index>(p.made.members.size());
    t.member_count = static_cast<index>(members.size());
    for (const auto& m : members) {
        p.made.members.push_back(make_member(p, m));
        if constexpr (requires { m.of; })
            if (!m.of.aliases.empty())
                p.made.members.back().alias = p.made.keep(p.all.aliases[m.of.aliases.front()].name);
    }
    p.made.types.push_back(t);
}

void note_life(planner& p, const schema::life& alive) {
    p.changes.insert(alive.since);
    if (alive.until != 0) p.changes.insert(alive.until);
}

template <typename Later>
void note_later(planner& p, const std::vector<Later>& list) {
    for (const auto& l : list) p.changes.insert(l.since);
}

void declare_alias(planner& p, const schema::alias& a) {
    tic::alias made;
    made.name = p.made.keep(a.name);
    made.doc = p.made.keep(a.doc);
    made.domain = p.made.keep(schema::spell(p.all, a.of, p.all.version));
    made.is_id = a.is_id;
    made.secret = a.secret;
    add_marks(p, a.marks, made.first_mark, made.mark_count);
    p.made.aliases.push_back(made);
}

void set_head(planner& p) {
    auto& h = p.made.head;
    h.protocol = p.made.keep(p.all.protocol);
    h.doc = p.made.keep(p.all.doc);
    h.edition = p.all.edition;
    h.version = p.all.version;
    h.oldest = p.all.oldest;
    h.datagram = p.all.datagram;
    h.text_model = p.made.keep(p.all.text_model);
    h.limit = p.all.limit;
    h.has_session = p.all.talk.has_value();
    if (!p.all.talk) return;
    h.start = p.all.talk->start;
    h.state_count = static_cast<index>(p.all.talk->states.size());
    for (const side who : sides)
        for (const auto& s : who == side::client ? p.all.talk->client : p.all.talk->server)
            p.made.packets[who].push_back(
                {p.struct_type(s.structure), s.alive.since, s.alive.until, p.made.keep(s.name)});
}

}  // namespace

void declare_types(planner& p) {
    for (const auto& e : p.all.enums) declare_type(p, type_kind::enumeration, e, e.values);
    for (const auto& u : p.all.unions) declare_type(p, type_kind::choice, u, u.arms);
    for (const auto& s : p.all.structs) declare_type(p, type_kind::structure, s, s.fields);
    for (const auto& a : p.all.aliases) declare_alias(p, a);
}

bool order_types(planner& p) {
    const std::size_t count = p.made.types.size();
    std::vector<std::vector<index>> below(count);
    const auto edges = [&](index type, const std::vector<schema::place>& places) {
        for (const auto& at : places)
            for_each_element(p.all, at, [&](const schema::place& inner) {
                if (const index t = p.type_of(inner.of); t != none) below[type].push_back(t);
            });
        std::sort(below[type].begin(), below[type].end());
        below[type].erase(std::unique(below[type].begin(), below[type].end()), below[type].end());
    };
    for (index i = 0; i < p.all.unions.size(); ++i) edges(p.union_type(i), p.all.unions[i].arms);
    for (index i = 0; i < p.all.structs.size(); ++i) edges(p.struct_type(i), p.all.structs[i].fields);

    std::vector<unsigned> depth(count, 0);
    std::vector<std::size_t> next(count, 0);
    std::vector<index> open;
    for (index root = 0; root < count; ++root) {
        if (depth[root] != 0) continue;
        open.push_back(root);
        while (!open.empty()) {
            const index t = open.back();
            if (next[t] < below[t].size()) {
                const index inner = below[t][next[t]++];
                if (depth[inner] == 0) open.push_back(inner);
                continue;
            }
            open.pop_back();
            if (depth[t] != 0) continue;
            for (const index inner : below[t]) depth[t] = std::max(depth[t], depth[inner]);
            ++depth[t];
            p.order.push_back(t);
            if (depth[t] == deepest + 1) {
                const auto& where = t < p.struct_type(0) ? p.all.unions[t - p.union_type(0)].where
                                                         : p.all.structs[t - p.struct_type(0)].where;
                p.out.report(diag::id::types_too_deep, where,
                             fmt::format("`{}` nests types deeper than {}", p.made.types[t].name, deepest));
                return false;
            }
        }
    }
    return true;
}

void find_changes(planner& p) {
    p.changes.insert(1);
    p.changes.insert(p.all.oldest);
    const auto places = [&p](const std::vector<schema::place>& list) {
        for (const auto& at : list) {
            note_life(p, at.alive);
            note_later(p, at.hints);
            note_later(p, at.weights);
        }
    };
    for (const auto& e : p.all.enums)
        for (const auto& v : e.values) note_life(p, v.alive), note_later(p, v.weights);
    for (const auto& u : p.all.unions) places(u.arms);
    for (const auto& s : p.all.structs) places(s.fields);
    places(p.all.elements);
    if (p.all.talk)
        for (const auto* side : {&p.all.talk->client, &p.all.talk->server})
            for (const auto& s : *side) note_life(p, s.alive), note_later(p, s.weights);
}

std::unique_ptr<const planned> plan(const schema::schema& all, const source::files& sources, diag::sink& out) {
    auto made = std::make_unique<planned>();
    planner p{all, sources, out, *made, {}, {}, {}, {}, {}, {}, {}};
    set_head(p);
    declare_types(p);
    if (!order_types(p)) return nullptr;
    plan_slots(p);
    find_changes(p);
    for (unsigned v = 1; v <= all.version; ++v) {
        version_layout layout;
        if (v > 1 && !p.changes.contains(v)) layout = made->versions.back();
        layout.version = static_cast<std::uint8_t>(v);
        layout.spoken = v >= all.oldest;
        made->versions.push_back(layout);
        if (p.changes.contains(v)) {
            plan_types(p, v);
            plan_session(p, v);
            check_version(p, v);
        }
        if (all.talk && made->versions.back().spoken)
            made->versions.back().fingerprint = fingerprint(canonical(all, v));
    }
    for (index i = 0; i < all.aliases.size(); ++i) plan_alias_sample(p, i);
    if (out.has_errors()) return nullptr;
    lint_fill(p);
    return made;
}

}  // namespace tic::plan
