// Goes through all that can be coded as a whole: packets, sealed content, types alone.
#include "codegen/cpp/usage.hpp"

#include <algorithm>

namespace tic::cpp {
namespace {

constexpr unsigned many = 3;

/// Counts the codings of one slot.
class counter {
public:
    counter(const model& m, index slot) : m_(m), slot_(slot) {}

    /// Codings of the memory that a type finds open; what lists open of their own is noted in `most`.
    unsigned of(index type, unsigned version) {
        if (m_.plan.types[type].kind == type_kind::enumeration) return 0;
        unsigned all = 0;
        for (const auto& n : m_.plan.fields(version, type)) {
            const unsigned one = of(n, version);
            all = m_.plan.types[type].kind == type_kind::choice ? std::max(all, one) : std::min(all + one, many);
        }
        most = std::max(most, all);
        return all;
    }
    unsigned of(const node& n, unsigned version) {
        if (n.operation == op::structure || n.operation == op::choice) return of(n.type, version);
        if (n.operation != op::list) return n.slot == slot_ ? 1 : 0;
        const std::uint64_t each = of(m_.plan.nodes[n.element], version);
        const auto all = static_cast<unsigned>(
            each == 0 ? 0 : std::min<std::uint64_t>(many, std::min<std::uint64_t>(n.low + n.span, many) * each));
        most = std::max(most, all);
        const auto scoped = m_.plan.scoped.subspan(n.first_scoped, n.scoped_count);
        return std::ranges::find(scoped, slot_) == scoped.end() ? all : 0;
    }

    unsigned most = 0;

private:
    const model& m_;
    index slot_;
};

using members = std::set<std::pair<index, unsigned>>;

void follow(const model& m, const node& n, unsigned version, bool more, members& to, std::vector<bool>& types) {
    if (more) to.insert({n.member, version});
    if (n.operation == op::list) follow(m, m.plan.nodes[n.element], version, more || n.low + n.span > 1, to, types);
    if (n.operation == op::structure || n.operation == op::choice) types[n.type] = types[n.type] || more;
}

/// Whether a place is nothing but octets, one at least.
bool is_octets(const node& n) {
    const bool is_string =
        n.operation == op::bytes || n.operation == op::utf8 || n.operation == op::text || n.operation == op::sealed;
    return is_string && n.span == 0 && n.low != 0 && !n.optional && n.by == hint::none &&
           n.plain == code::truncated_binary;
}

void add_followed(const model& m, unsigned version, bool octets_hide, members& to) {
    std::vector<bool> types(m.plan.types.size());
    for (auto t = m.order().rbegin(); t != m.order().rend(); ++t) {  // whatever holds a type stands before it
        if (m.plan.types[*t].kind == type_kind::enumeration) continue;
        const auto fields = m.plan.fields(version, *t);
        bool more = types[*t];
        for (std::size_t i = fields.size(); i-- > 0;) {
            follow(m, fields[i], version, more, to, types);
            if (m.plan.types[*t].kind != type_kind::structure) continue;
            more = (more || fields[i].max_bits != 0) && !(octets_hide && is_octets(fields[i]));
        }
    }
}

bool keeps(const model& m, const node& n, unsigned version, const std::set<index>& scoped) {
    if (n.slot != none && !scoped.contains(n.slot)) return true;
    if (n.operation == op::structure || n.operation == op::choice)
        return std::ranges::any_of(m.plan.fields(version, n.type),
                                   [&](const node& f) { return keeps(m, f, version, scoped); });
    if (n.operation != op::list) return false;
    std::set<index> inside = scoped;
    const auto opened = m.plan.scoped.subspan(n.first_scoped, n.scoped_count);
    inside.insert(opened.begin(), opened.end());
    return keeps(m, m.plan.nodes[n.element], version, inside);
}

}  // namespace

usage usage_of(const model& m) {
    usage made;
    for (unsigned v = 1; v <= m.plan.version; ++v) {
        add_followed(m, v, false, made.followed);
        add_followed(m, v, true, made.followed_inside);
        add_history(m, v, made);
        for (index slot = 0; slot < m.plan.slots.size(); ++slot) {
            counter count(m, slot);
            for (const index t : m.order()) count.of(t, v);
            // A packet can be said again.
            for (const side who : sides)
                for (const auto& tag : m.plan.codes.subspan(m.plan.at(v).tags[who].first, m.plan.at(v).tags[who].count))
                    if (count.of(m.plan.packets[who][tag.member].type, v) != 0) count.most = many;
            made.codings[{slot, v}] = count.most;
        }
    }
    return made;
}

std::set<index> used_once(const model& m, index type, unsigned version) {
    std::set<index> once;
    for (index slot = 0; slot < m.plan.slots.size(); ++slot) {
        counter count(m, slot);
        count.of(type, version);
        if (count.most <= 1) once.insert(slot);
    }
    return once;
}

bool leaves_memory(const model& m, index type, unsigned version) {
    return m.plan.types[type].kind != type_kind::enumeration &&
           std::ranges::any_of(m.plan.fields(version, type), [&](const node& f) { return keeps(m, f, version, {}); });
}

std::vector<bool> reached_states(const model& m, unsigned version) { return reached_states(m, version, m.plan.start); }

std::vector<bool> reached_states(const model& m, unsigned version, index from) {
    std::vector<bool> reached(m.plan.state_count);
    std::vector<index> open{from};
    while (!open.empty()) {
        const index s = open.back();
        open.pop_back();
        if (s >= m.plan.state_count || reached[s]) continue;
        reached[s] = true;
        const state& now = m.plan.states[m.plan.at(version).first_state + s];
        for (const rule& r : m.plan.rules.subspan(now.first_rule, now.rule_count)) {
            open.push_back(r.go);
            for (const reply& a : m.plan.replies.subspan(r.first_reply, r.reply_count)) open.push_back(a.go);
        }
    }
    return reached;
}

bool may_be_said(const model& m, side who, index packet, unsigned version) {
    return may_be_said(m, who, packet, version, m.plan.start);
}

bool may_be_said(const model& m, side who, index packet, unsigned version, index from) {
    const std::vector<bool> reached = reached_states(m, version, from);
    for (index s = 0; s < m.plan.state_count; ++s) {
        if (!reached[s]) continue;
        const state& now = m.plan.states[m.plan.at(version).first_state + s];
        const auto pushes = m.plan.pushes.subspan(now.first_push, now.push_count);
        if (who == side::server && std::ranges::find(pushes, packet) != pushes.end()) return true;
        for (const rule& r : m.plan.rules.subspan(now.first_rule, now.rule_count)) {
            const auto replies = m.plan.replies.subspan(r.first_reply, r.reply_count);
            if (who == side::client ? r.packet == packet
                                    : std::ranges::find(replies, packet, &reply::packet) != replies.end())
                return true;
        }
    }
    return false;
}

bool may_fail_behind_memory(const model& m, const usage& used, index type, unsigned version) {
    if (m.plan.types[type].kind == type_kind::enumeration) return false;
    return std::ranges::any_of(m.plan.fields(version, type), [&](const node& f) {
        const node* n = &f;
        while (n->operation == op::list) n = &m.plan.nodes[n->element];
        if (n->operation == op::structure || n->operation == op::choice)
            return may_fail_behind_memory(m, used, n->type, version);
        return n->slot != none && used.followed.contains({n->member, version});
    });
}

}  // namespace tic::cpp
