// Types that contain themselves, through anything: fields, arms, lists, optionals, sealed content.
#include "grammar/schema/checker.hpp"

#include <algorithm>

namespace tic::schema {
namespace {

struct edge {
    index to;
    const place* through;
};

/// Unions first, then structs; enums hold nothing.
struct graph {
    const checker& c;
    std::vector<std::vector<edge>> edges;

    [[nodiscard]] index unions() const { return static_cast<index>(c.made.unions.size()); }
    [[nodiscard]] const std::string& name(index node) const {
        return node < unions() ? c.made.unions[node].name : c.made.structs[node - unions()].name;
    }
    [[nodiscard]] const ast::name& id(index node) const {
        return node < unions() ? c.choices[node]->id : c.structures[node - unions()]->id;
    }

    void add(index from, const place& at) {
        const domain* d = &at.of;
        while (d->kind == base::list) d = &c.made.elements[d->element].of;
        if (is_broken(*d)) return;
        if (d->kind == base::choice)
            edges[from].push_back({d->type, &at});
        else if (d->kind == base::structure)
            edges[from].push_back({unions() + d->type, &at});
        else if (d->kind == base::sealed)
            edges[from].push_back({d->sealed_union ? d->type : unions() + d->type, &at});
    }

    void build() {
        edges.resize(unions() + c.made.structs.size());
        for (index i = 0; i < unions(); ++i)
            for (const place& at : c.made.unions[i].arms) add(i, at);
        for (index i = 0; i < c.made.structs.size(); ++i)
            for (const place& at : c.made.structs[i].fields) add(unions() + i, at);
    }
};

/// Tarjan's components, without recursion; only those that hold a ring are kept.
struct components {
    const graph& g;
    std::vector<index> order, low, component;
    std::vector<index> open;
    std::vector<std::vector<index>> rings;
    index next = 0;

    explicit components(const graph& of)
        : g(of), order(of.edges.size(), none), low(of.edges.size(), none), component(of.edges.size(), none) {
        for (index i = 0; i < g.edges.size(); ++i)
            if (order[i] == none) visit(i);
    }

    void enter(index node, std::vector<std::pair<index, std::size_t>>& path) {
        order[node] = low[node] = next++;
        open.push_back(node);
        path.emplace_back(node, 0);
    }

    void visit(index from) {
        std::vector<std::pair<index, std::size_t>> path;
        enter(from, path);
        while (!path.empty()) {
            auto& [node, at] = path.back();
            if (at < g.edges[node].size()) {
                const index to = g.edges[node][at++].to;
                if (order[to] == none)
                    enter(to, path);
                else if (component[to] == none)
                    low[node] = std::min(low[node], order[to]);
                continue;
            }
            const index done = node;
            path.pop_back();
            if (!path.empty()) low[path.back().first] = std::min(low[path.back().first], low[done]);
            if (low[done] == order[done]) close(done);
        }
    }

    void close(index node) {
        std::vector<index> members;
        index last = none;
        do {
            last = open.back();
            open.pop_back();
            component[last] = node;
            members.push_back(last);
        } while (last != node);
        const bool self =
            std::any_of(g.edges[node].begin(), g.edges[node].end(), [&](const edge& e) { return e.to == node; });
        if (members.size() > 1 || self) rings.push_back(std::move(members));
    }
};

/// The shortest way from a type back to itself.
std::vector<edge> ring_of(const graph& g, const components& parts, index start) {
    std::unordered_map<index, std::pair<index, const place*>> from;
    std::vector<index> queue{start};
    for (std::size_t i = 0; i < queue.size(); ++i) {
        for (const edge& e : g.edges[queue[i]]) {
            if (parts.component[e.to] != parts.component[start]) continue;
            if (e.to == start) {
                std::vector<edge> way{e};
                for (index at = queue[i]; at != start; at = from.at(at).first) way.push_back({at, from.at(at).second});
                std::reverse(way.begin(), way.end());
                return way;
            }
            if (from.emplace(e.to, std::pair{queue[i], e.through}).second) queue.push_back(e.to);
        }
    }
    return {};
}

}  // namespace

void check_recursion(checker& c) {
    graph g{c, {}};
    g.build();
    const components parts(g);
    for (const auto& members : parts.rings) {
        c.recursive = true;
        const index start = *std::min_element(members.begin(), members.end(), [&](index a, index b) {
            const span& left = g.id(a).where;
            const span& right = g.id(b).where;
            return std::pair(left.file, left.begin) < std::pair(right.file, right.begin);
        });
        const auto way = ring_of(g, parts, start);
        constexpr std::size_t most = 12;
        std::string ring = g.name(start);
        for (std::size_t i = 0; i < std::min(most, way.size()); ++i) ring += fmt::format(" -> {}", g.name(way[i].to));
        if (way.size() > most) ring += fmt::format(" -> ... -> {}", g.name(start));
        auto& made =
            c.report(diag::id::recursive_type, g.id(start).where, "`{}` contains itself: {}", g.name(start), ring);
        index holder = start;
        for (std::size_t i = 0; i < std::min(most, way.size()); ++i) {
            add_note(made, way[i].through->where,
                     fmt::format("`{}` contains `{}` here", g.name(holder), g.name(way[i].to)));
            holder = way[i].to;
        }
        made.help = "declare a fixed number of levels, or use a flat list whose elements refer to each other";
    }
}

}  // namespace tic::schema
