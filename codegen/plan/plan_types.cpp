// Types, members and nodes: how each living field, arm and element is coded (language page, sections 3 to 6).
#include "codegen/plan/cost.hpp"
#include "codegen/plan/huffman.hpp"
#include "codegen/plan/planner.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runtime/tic/codes.hpp"

namespace tic::plan {
namespace {

void set_number(node& n, const schema::domain& d) {
    n.operation = op::number;
    n.is_signed = d.is_signed;
    n.low = d.lo;
    n.span = d.hi - d.lo;
    switch (d.kind) {
        case schema::base::u_bits:
            n.plain = code::fixed, n.bits = d.width;
            break;
        case schema::base::i_bits:
            n.plain = code::twos, n.bits = d.width;
            break;
        case schema::base::uint:
            n.plain = code::exp_golomb, n.bits = 4;
            break;
        case schema::base::sint:
            n.plain = code::zigzag, n.bits = 4;
            break;
        default:
            n.plain = n.span == ~std::uint64_t{0} ? code::fixed : code::truncated_binary;
            n.bits = n.plain == code::fixed ? 64 : 0;
    }
}

void set_length(node& n, op operation, const schema::domain& d) {
    n.operation = operation;
    n.plain = code::truncated_binary;
    n.low = d.lo;
    n.span = d.hi - d.lo;
}

void set_plain(const planner& p, node& n, const schema::domain& d) {
    n.type = p.type_of(d);
    const auto fixed = [&n](op operation, std::uint8_t bits, std::uint64_t span) {
        n.operation = operation, n.plain = code::fixed, n.bits = bits, n.span = span;
    };
    switch (d.kind) {
        case schema::base::boolean:
            return fixed(op::boolean, 1, 1);
        case schema::base::f32:
            return fixed(op::f32, 32, 0xffffffffU);
        case schema::base::f64:
            return fixed(op::f64, 64, ~std::uint64_t{0});
        case schema::base::bytes:
            return set_length(n, op::bytes, d);
        case schema::base::utf8:
            return set_length(n, op::utf8, d);
        case schema::base::text:
            return set_length(n, op::text, d);
        case schema::base::sealed:
            return set_length(n, op::sealed, d);
        case schema::base::list:
            return set_length(n, op::list, d);
        case schema::base::enumeration:
            n.operation = op::enumeration, n.plain = code::huffman;
            return;
        case schema::base::choice:
            n.operation = op::choice, n.plain = code::huffman;
            return;
        case schema::base::structure:
            n.operation = op::structure, n.plain = code::nothing;
            return;
        default:
            return set_number(n, d);
    }
}

/// `~ N`, an expected value: an Exp-Golomb code of the order that suits N replaces the code of the domain.
void set_expected(node& n, std::uint64_t about) {
    if (n.is_signed) {
        const auto v = static_cast<std::int64_t>(about);
        const std::uint64_t size = v < 0 ? ~about + 1 : about;
        n.plain = code::zigzag;
        n.bits = static_cast<std::uint8_t>(digits(2 * size));
    } else {
        n.plain = code::exp_golomb;
        n.bits = static_cast<std::uint8_t>(digits(about - n.low));
    }
}

bool has_two_values(const planner& p, const node& n, unsigned version) {
    if (n.operation == op::boolean || n.operation == op::number) return n.span == 1;
    return n.operation == op::enumeration && p.made.view().at(version, n.type).codes.count == 2;
}

void set_hint(planner& p, node& n, const schema::place& at, unsigned version) {
    const schema::hint* h = schema::hint_in(at.hints, version);
    if (h == nullptr) return;
    if (h->expected) set_expected(n, *h->expected);
    n.slot = slot_of(p, at, *h);
    switch (h->kind) {
        case schema::hint_kind::expected:
            break;
        case schema::hint_kind::is:
            n.by = hint::is;
            n.constant = h->number;
            if (n.operation == op::utf8) {
                n.constant = p.made.constants.size();
                const auto text = p.made.keep(h->text);
                const auto found = std::find(p.made.constants.begin(), p.made.constants.end(), text);
                n.constant = static_cast<std::uint64_t>(found - p.made.constants.begin());
                if (found == p.made.constants.end()) p.made.constants.push_back(text);
            }
            break;
        case schema::hint_kind::same:
            n.by = hint::same;
            break;
        case schema::hint_kind::last:
        case schema::hint_kind::cell:
            n.by = hint::predict;
            n.delta = h->delta;
            n.hint_bits = static_cast<std::uint8_t>(digits(2 * h->within));
            if (at.of.kind == schema::base::u_bits) n.wrap_bits = at.of.width;
            if (at.of.kind == schema::base::uint) n.wrap_bits = 62;
            break;
        case schema::hint_kind::recent:
        case schema::hint_kind::table:
            n.by = hint::table;
            break;
    }
    if (n.by == hint::is || n.by == hint::same) n.two_values = has_two_values(p, n, version);
}

/// The `last` and `same` slots of everything that a list's element holds, each once.
std::vector<index> scoped_slots(planner& p, const schema::place& element, unsigned version) {
    std::vector<index> found;
    std::vector<bool> seen(p.made.types.size());
    std::vector<index> open;
    const auto visit = [&](const schema::place& at) {
        for_each_element(p.all, at, [&](const schema::place& inner) {
            const schema::hint* h = schema::hint_in(inner.hints, version);
            if (h != nullptr && (h->kind == schema::hint_kind::last || h->kind == schema::hint_kind::same))
                found.push_back(slot_of(p, inner, *h));
            if (inner.of.kind == schema::base::choice || inner.of.kind == schema::base::structure)
                open.push_back(p.type_of(inner.of));
        });
    };
    visit(element);
    while (!open.empty()) {
        const index t = open.back();
        open.pop_back();
        if (seen[t]) continue;
        seen[t] = true;
        const auto unions = p.union_type(0);
        const auto structs = p.struct_type(0);
        for (const auto& at : t < structs ? p.all.unions[t - unions].arms : p.all.structs[t - structs].fields)
            if (at.alive.holds(version)) visit(at);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

index id_of(const schema::schema& all, const schema::domain& d) {
    const auto found = std::ranges::find_if(d.aliases, [&](index a) { return all.aliases[a].is_id; });
    return found == d.aliases.end() ? none : *found;
}

node make_node(planner& p, const schema::place& at, unsigned version, index member) {
    node n;
    n.member = member;
    n.optional = at.of.optional;
    n.secret = at.secret;
    n.domain = p.made.keep(schema::spell(p.all, at.of, version));
    n.hints = p.made.keep(schema::spell(p.all, at, version));
    n.id = id_of(p.all, at.of);
    set_plain(p, n, at.of);
    n.domain_code = n.plain;
    n.domain_bits = n.bits;
    set_hint(p, n, at, version);
    bit_range inner;
    if (n.operation == op::list) {
        const auto& element = p.all.elements[at.of.element];
        const node e = make_node(p, element, version, member);
        inner = {e.min_bits, e.max_bits};
        n.element = static_cast<index>(p.made.nodes.size());
        p.made.nodes.push_back(e);
        const auto scoped = scoped_slots(p, element, version);
        n.first_scoped = static_cast<index>(p.made.scoped.size());
        n.scoped_count = static_cast<index>(scoped.size());
        p.made.scoped.insert(p.made.scoped.end(), scoped.begin(), scoped.end());
    } else if (n.type != none && n.operation != op::sealed) {
        const auto& t = p.made.type_layouts[p.made.versions[version - 1].first_type + n.type];
        inner = {t.min_bits, t.max_bits};
    }
    set_bits(n, inner, n.slot == none ? 0 : p.made.slots[n.slot].capacity);
    return n;
}

bool same_node(const planned& made, node a, node b) {
    if (a.operation == op::list && b.operation == op::list) {
        if (!same_node(made, made.nodes[a.element], made.nodes[b.element])) return false;
        const auto from = [&](const node& n) {
            return made.scoped.begin() + static_cast<std::ptrdiff_t>(n.first_scoped);
        };
        if (!std::equal(from(a), from(a) + a.scoped_count, from(b), from(b) + b.scoped_count)) return false;
    }
    a.element = b.element = none;
    a.first_scoped = b.first_scoped = 0;
    return a == b;
}

bool node_remembers(const planner& p, const node& n, unsigned version) {
    if (n.slot != none) return true;
    if (n.operation == op::list) return node_remembers(p, p.made.nodes[n.element], version);
    if (n.operation != op::choice && n.operation != op::structure) return false;
    return p.made.type_layouts[p.made.versions[version - 1].first_type + n.type].remembers;
}

bool is_uninhabited(const planner& p, const schema::domain& d) {
    if (d.optional || d.kind == schema::base::sealed) return false;
    if (d.kind == schema::base::list) return d.lo > 0 && is_uninhabited(p, p.all.elements[d.element].of);
    const index t = p.type_of(d);
    return t != none && p.uninhabited[t];
}

prefix_table codes_of(planner& p, index type, const std::string& name, source::span where,
                      std::vector<prefix_code> items, unsigned version) {
    if (!assign_codes(items)) {
        if (p.once(diag::id::code_too_long, &p.made.types[type])) {
            auto& d = p.out.report(diag::id::code_too_long, where,
                                   fmt::format("`{}` needs a prefix code of more than {} bits in version {}", name,
                                               longest_code, version));
            d.help = "choose weights closer together: halving a weight makes its code about one bit longer";
        }
        items.clear();
    }
    return add_codes(p, std::move(items));
}

/// The living members of a struct or union as consecutive nodes, shared with the version before if none differs.
void plan_places(planner& p, unsigned version, index type, const std::vector<schema::place>& places, type_layout& t) {
    const auto kept_nodes = p.made.nodes.size();
    const auto kept_scoped = p.made.scoped.size();
    const bool is_struct = p.made.types[type].kind == type_kind::structure;
    std::vector<node> nodes;
    bool empty = !is_struct;
    for (index i = 0; i < places.size(); ++i) {
        if (!places[i].alive.holds(version)) continue;
        nodes.push_back(make_node(p, places[i], version, p.made.types[type].first_member + i));
        const node& n = nodes.back();
        t.remembers = t.remembers || node_remembers(p, n, version);
        const bool missing = is_uninhabited(p, places[i].of);
        if (is_struct) {
            t.min_bits = add(t.min_bits, n.min_bits);
            t.max_bits = add(t.max_bits, n.max_bits);
            empty = empty || missing;
        } else {
            const auto length = p.made.codes[t.codes.first + static_cast<index>(nodes.size()) - 1].length;
            const std::uint64_t least = add(length, n.min_bits);
            t.min_bits = nodes.size() == 1 ? least : std::min(t.min_bits, least);
            t.max_bits = std::max(t.max_bits, n.max_bits);
            empty = empty && missing;
        }
    }
    p.uninhabited[type] = empty;
    t.count = static_cast<index>(nodes.size());
    if (version > 1) {
        const auto& before = p.made.type_layouts[p.made.versions[version - 2].first_type + type];
        const auto old = p.made.nodes.begin() + static_cast<std::ptrdiff_t>(before.first_node);
        if (std::equal(old, old + before.count, nodes.begin(), nodes.end(),
                       [&](const node& a, const node& b) { return same_node(p.made, a, b); })) {
            p.made.nodes.resize(kept_nodes);
            p.made.scoped.resize(kept_scoped);
            t.first_node = before.first_node;
            return;
        }
    }
    t.first_node = static_cast<index>(p.made.nodes.size());
    p.made.nodes.insert(p.made.nodes.end(), nodes.begin(), nodes.end());
    for (index i = 0; i < t.count; ++i) {
        auto& m = p.made.members[nodes[i].member];
        if (m.sample == none) m.sample = t.first_node + i;
    }
}

void plan_type(planner& p, unsigned version, index type) {
    type_layout t;
    std::vector<prefix_code> items;
    const auto item = [&](index member, const std::vector<schema::weight>& weights) {
        items.push_back({member, schema::weight_in(weights, version), 0, 0});
    };
    if (type < p.union_type(0)) {
        const auto& e = p.all.enums[type];
        for (index i = 0; i < e.values.size(); ++i)
            if (e.values[i].alive.holds(version)) item(i, e.values[i].weights);
        t.count = static_cast<index>(items.size());
        t.codes = codes_of(p, type, e.name, e.where, std::move(items), version);
        p.uninhabited[type] = t.count == 0;
    } else if (type < p.struct_type(0)) {
        const auto& u = p.all.unions[type - p.union_type(0)];
        for (index i = 0; i < u.arms.size(); ++i)
            if (u.arms[i].alive.holds(version)) item(i, u.arms[i].weights);
        const auto alive = items.size();
        t.codes = codes_of(p, type, u.name, u.where, std::move(items), version);
        if (t.codes.count == alive) plan_places(p, version, type, u.arms, t);
    } else {
        plan_places(p, version, type, p.all.structs[type - p.struct_type(0)].fields, t);
    }
    std::uint64_t longest = 0;
    std::uint64_t shortest = t.codes.count == 0 ? 0 : longest_code;
    for (index i = 0; i < t.codes.count; ++i) {
        longest = std::max<std::uint64_t>(longest, p.made.codes[t.codes.first + i].length);
        shortest = std::min<std::uint64_t>(shortest, p.made.codes[t.codes.first + i].length);
    }
    t.max_bits = add(t.max_bits, longest);
    if (type < p.union_type(0)) t.min_bits = shortest;
    p.made.type_layouts[p.made.versions[version - 1].first_type + type] = t;
}

}  // namespace

index planner::type_of(const schema::domain& d) const {
    switch (d.kind) {
        case schema::base::enumeration:
            return enum_type(d.type);
        case schema::base::choice:
            return union_type(d.type);
        case schema::base::structure:
            return struct_type(d.type);
        case schema::base::sealed:
            return d.sealed_union ? union_type(d.type) : struct_type(d.type);
        default:
            return none;
    }
}

prefix_table add_codes(planner& p, std::vector<prefix_code> items) {
    auto& codes = p.made.codes;
    auto& ranks = p.made.ranks;
    const auto size = static_cast<std::ptrdiff_t>(items.size());
    prefix_table t{static_cast<index>(codes.size()), static_cast<index>(items.size()),
                   static_cast<index>(ranks.size())};
    const auto order = canonical_order(items);
    codes.insert(codes.end(), items.begin(), items.begin() + size);
    ranks.insert(ranks.end(), order.begin(), order.end());
    return t;
}

void plan_types(planner& p, unsigned version) {
    auto& v = p.made.versions[version - 1];
    v.first_type = static_cast<index>(p.made.type_layouts.size());
    p.made.type_layouts.resize(p.made.type_layouts.size() + p.made.types.size());
    p.uninhabited.assign(p.made.types.size(), false);
    for (const index type : p.order) plan_type(p, version, type);
}

void plan_alias_sample(planner& p, index alias) {
    schema::place at;
    at.of = p.all.aliases[alias].of;
    const node n = make_node(p, at, p.all.version, none);
    p.made.aliases[alias].sample = static_cast<index>(p.made.nodes.size());
    p.made.nodes.push_back(n);
}

}  // namespace tic::plan
