// Places by version, roots, and the shortest ways between them.
#include "conformance/classes/paths.hpp"

#include <algorithm>
#include <deque>
#include <tuple>

#include "conformance/classes/talk.hpp"

namespace tic::conformance {

namespace {

bool same_codes(const layout& plan, index type, unsigned a, unsigned b) {
    const auto of = [&](unsigned v) {
        return plan.codes.subspan(plan.at(v, type).codes.first, plan.at(v, type).codes.count);
    };
    return std::ranges::equal(of(a), of(b), [](const prefix_code& x, const prefix_code& y) {
        return x.member == y.member && x.code == y.code && x.length == y.length;
    });
}

/// Whether a node itself is coded alike in two versions; what it holds has paths of its own.
bool same_code(const layout& plan, node a, unsigned version_of_a, const node& b, unsigned version_of_b) {
    const bool has_codes = a.operation == op::enumeration || a.operation == op::choice;
    if (has_codes && a.type == b.type && !same_codes(plan, a.type, version_of_a, version_of_b)) return false;
    a.element = b.element;
    a.first_scoped = b.first_scoped;
    a.scoped_count = b.scoped_count;
    a.min_bits = b.min_bits;
    a.max_bits = b.max_bits;
    return a == b;
}

/// Whether a type is coded alike in two versions, with all that it holds. Where it is not, an implementation may well
/// have code for each, so each of its places is tried in each.
bool same_type(const layout& plan, index type, unsigned a, unsigned b) {
    if (plan.types[type].kind != type_kind::structure && !same_codes(plan, type, a, b)) return false;
    if (plan.types[type].kind == type_kind::enumeration) return true;
    return std::ranges::equal(plan.fields(a, type), plan.fields(b, type), [&](const node& x, const node& y) {
        const node* left = &x;
        const node* right = &y;
        if (left->member != right->member) return false;
        for (;; left = &plan.nodes[left->element], right = &plan.nodes[right->element]) {
            if (!same_code(plan, *left, a, *right, b)) return false;
            if (left->operation != op::list) break;
        }
        const bool holds = left->operation == op::structure || left->operation == op::choice;
        return !holds || same_type(plan, left->type, a, b);
    });
}

const node* living(const layout& plan, unsigned version, index type, index member) {
    if (plan.types[type].kind == type_kind::enumeration) return nullptr;
    for (const node& n : plan.fields(version, type))
        if (n.member == member) return &n;
    return nullptr;
}

}  // namespace

path_table::path_table(const interpreter::program& run) : run_(run), by_member_(run.plan().members.size()) {
    const layout& plan = run.plan();
    for (index t = 0; t < plan.types.size(); ++t)
        for (index i = 0; i < plan.types[t].member_count; ++i) add_member(t, plan.types[t].first_member + i);
    add_roots();
}

void path_table::add_member(index type, index member) {
    const layout& plan = run_.plan();
    const std::string name = std::string(plan.types[type].name) + "." + std::string(plan.members[member].name);
    for (unsigned depth = 0;; ++depth) {
        bool found = false;
        index open = none;
        for (unsigned v = 1; v <= plan.version; ++v) {
            const node* n = living(plan, v, type, member);
            bool is_there = n != nullptr;
            for (unsigned d = 0; is_there && d < depth; ++d) {
                is_there = n->operation == op::list;
                if (is_there) n = &plan.nodes[n->element];
            }
            if (!is_there) continue;
            found = true;
            if (open != none && same_type(plan, type, paths_[open].last, v)) {
                paths_[open].last = v;
                paths_[open].at = n;
                continue;
            }
            field_path p{name, type, {member, depth}, v, v, n};
            for (unsigned d = 0; d < depth; ++d) p.name += "[]";
            if (open != none) p.name += "@" + std::to_string(v);
            open = static_cast<index>(paths_.size());
            by_member_[member].push_back(open);
            paths_.push_back(std::move(p));
        }
        if (!found) return;
    }
}

index path_table::find(unsigned version, member_step step) const {
    for (const index i : by_member_[step.member]) {
        const field_path& p = paths_[i];
        if (p.step == step && p.first <= version && version <= p.last) return i;
    }
    return none;
}

bool path_table::is_inhabited(index type, unsigned version) const {
    const layout& plan = run_.plan();
    if (plan.types[type].kind != type_kind::structure && plan.at(version, type).codes.count == 0) return false;
    if (plan.types[type].kind == type_kind::enumeration) return true;
    bool some = false;
    bool each = true;
    for (const node& n : plan.fields(version, type)) {
        bool holds = true;
        if (!n.optional) {
            const node* inner = &n;
            bool may_be_empty = false;
            while (inner->operation == op::list && !may_be_empty) {
                may_be_empty = inner->low == 0;
                inner = &plan.nodes[inner->element];
            }
            if (!may_be_empty && inner->type != none && inner->operation != op::sealed)
                holds = is_inhabited(inner->type, version);
        }
        some = some || holds;
        each = each && holds;
    }
    return plan.types[type].kind == type_kind::structure ? each : some;
}

void path_table::add_roots() {
    const layout& plan = run_.plan();
    for (unsigned v = plan.version; plan.has_session && v >= plan.oldest; --v)
        for (const side who : {side::client, side::server}) {
            const prefix_table& tags = plan.at(v).tags[who];
            for (const prefix_code& c : plan.codes.subspan(tags.first, tags.count)) {
                const index type = plan.packets[who][c.member].type;
                interpreter::session_states states(run_, v);
                std::vector<sent> talk;
                if (!is_inhabited(type, v) || !find_conversation(run_, v, states, {who, c.member}, talk)) continue;
                const bool is_first = std::ranges::none_of(talk, [&](const sent& p) { return p.who == who; });
                for (const sent& p : talk) states.on_sent(p.who, p.packet);
                states.on_sent(who, c.member);
                const bool again = !states.is_closed() && find_conversation(run_, v, states, {who, c.member}, talk);
                roots_.push_back({root_kind::packet, who, c.member, type, v, !again, is_first});
            }
        }
    std::vector<bool> is_sealed(plan.types.size());
    for (const field_path& p : paths_)
        if (p.at->operation == op::sealed) is_sealed[p.at->type] = true;
    for (unsigned v = plan.version; v >= 1; --v)
        for (index t = 0; t < plan.types.size(); ++t)
            if (is_sealed[t] && is_inhabited(t, v))
                roots_.push_back({root_kind::sealed, side::client, none, t, v, true});
    for (unsigned v = plan.version; v >= plan.oldest; --v)
        for (index t = 0; t < plan.types.size(); ++t)
            if (is_inhabited(t, v)) roots_.push_back({root_kind::alone, side::client, none, t, v, true});
}

std::vector<route> path_table::routes(const field_path& to) const {
    const layout& plan = run_.plan();
    std::vector<route> found;
    for (const root& from : roots_) {
        if (from.version < to.first || from.version > to.last) continue;
        struct open {
            route so_far;
            index type;
        };
        std::deque<open> ahead{{{from, {}, 0, 0, 0}, from.type}};
        std::vector<bool> seen(plan.types.size() * 2);  // by type, outside lists and inside
        seen[std::size_t{2} * from.type] = true;
        while (!ahead.empty()) {
            const open now = std::move(ahead.front());
            ahead.pop_front();
            if (plan.types[now.type].kind == type_kind::enumeration) continue;
            for (const node& field : plan.fields(from.version, now.type)) {
                route next = now.so_far;
                const node* n = &field;
                unsigned depth = 0;
                const bool is_it = field.member == to.step.member;
                while (n->operation == op::list && n->span + n->low > 0 && (!is_it || depth < to.step.depth)) {
                    ++depth, ++next.lists;
                    next.elements = static_cast<unsigned>(std::min<std::uint64_t>(n->low + n->span, 1000));
                    if (next.lists == 1) next.outer = next.elements;
                    n = &plan.nodes[n->element];
                }
                next.steps.push_back({field.member, depth});
                if (is_it && depth == to.step.depth) found.push_back(next);
                const bool holds = n->operation == op::structure || n->operation == op::choice;
                const std::size_t which = std::size_t{2} * n->type + (next.lists != 0 ? 1 : 0);
                if (!holds || seen[which] || !is_inhabited(n->type, from.version)) continue;
                seen[which] = true;
                ahead.push_back({std::move(next), n->type});
            }
        }
    }
    std::ranges::stable_sort(found, {}, [](const route& r) {
        const auto kind = static_cast<unsigned>(r.from.is);
        return std::tuple(kind, r.from.once, ~r.from.version, r.lists, r.steps.size());
    });
    return found;
}

std::string path_table::name_of(const root& from, bool with_version) const {
    const layout& plan = run_.plan();
    std::string text;
    switch (from.is) {
        case root_kind::packet:
            text = from.who == side::client ? "client." : "server.";
            text += plan.packets[from.who][from.packet].name;
            break;
        case root_kind::sealed:
            text = "sealed." + std::string(plan.types[from.type].name);
            break;
        case root_kind::alone:
            text = "alone." + std::string(plan.types[from.type].name);
            break;
    }
    return with_version ? text + "@" + std::to_string(from.version) : text;
}

}  // namespace tic::conformance
