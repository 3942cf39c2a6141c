// Everything that is coded as a whole is walked: packets, sealed content, and types alone.
#include "runtime/layout/usage.hpp"

#include "runtime/layout/type_facts.hpp"

#include <algorithm>

namespace tic {
namespace {

constexpr unsigned many = 3;

/// Counts the codings that use one slot, from the inside out. A list opens its scoped slots afresh: their codings end
/// with the list and count in `most` only.
class counter {
public:
    counter(const layout& plan, index slot) : plan_(plan), slot_(slot) {}

    /// Codings in the memory that is open around a type or node.
    unsigned of(index type, unsigned version) {
        if (plan_.types[type].kind == type_kind::enumeration) return 0;
        unsigned all = 0;
        for (const auto& n : plan_.fields(version, type)) {
            const unsigned one = of(n, version);
            all = plan_.types[type].kind == type_kind::choice ? std::max(all, one) : std::min(all + one, many);
        }
        most = std::max(most, all);
        return all;
    }
    unsigned of(const node& n, unsigned version) {
        if (n.operation == op::structure || n.operation == op::choice) return of(n.type, version);
        if (n.operation != op::list) return n.slot == slot_ ? 1 : 0;
        const std::uint64_t each = of(plan_.nodes[n.element], version);
        const auto all = static_cast<unsigned>(
            each == 0 ? 0 : std::min<std::uint64_t>(many, std::min<std::uint64_t>(n.low + n.span, many) * each));
        most = std::max(most, all);
        const auto scoped = plan_.scoped.subspan(n.first_scoped, n.scoped_count);
        return std::ranges::find(scoped, slot_) == scoped.end() ? all : 0;
    }

    unsigned most = 0;

private:
    const layout& plan_;
    index slot_;
};

using members = std::set<std::pair<index, unsigned>>;

void follow(const layout& plan, const node& n, unsigned version, bool more, members& to, std::vector<bool>& types) {
    if (more) to.insert({n.member, version});
    if (n.operation == op::list) follow(plan, plan.nodes[n.element], version, more || n.low + n.span > 1, to, types);
    if (n.operation == op::structure || n.operation == op::choice) types[n.type] = types[n.type] || more;
}

/// Whether a node always is a fixed number of octets, at least one, without a code before them.
bool is_octets(const node& n) {
    const bool is_string =
        n.operation == op::bytes || n.operation == op::utf8 || n.operation == op::text || n.operation == op::sealed;
    return is_string && n.span == 0 && n.low != 0 && !n.optional && n.by == hint::none &&
           n.plain == code::truncated_binary;
}

void add_followed(const layout& plan, unsigned version, bool octets_hide, members& to) {
    std::vector<bool> types(plan.types.size());
    const auto order = type_order(plan);
    for (auto t = order.rbegin(); t != order.rend(); ++t) {  // holders first
        if (plan.types[*t].kind == type_kind::enumeration) continue;
        const auto fields = plan.fields(version, *t);
        bool more = types[*t];
        for (std::size_t i = fields.size(); i-- > 0;) {
            follow(plan, fields[i], version, more, to, types);
            if (plan.types[*t].kind != type_kind::structure) continue;
            more = (more || fields[i].max_bits != 0) && !(octets_hide && is_octets(fields[i]));
        }
    }
}

}  // namespace

usage usage_of(const layout& plan) {
    usage made;
    const auto order = type_order(plan);
    for (unsigned v = 1; v <= plan.version; ++v) {
        add_followed(plan, v, false, made.followed);
        add_followed(plan, v, true, made.followed_inside);
        add_history(plan, v, made);
        for (index slot = 0; slot < plan.slots.size(); ++slot) {
            counter count(plan, slot);
            for (const index t : order) count.of(t, v);
            // A packet can be sent again, and then uses the connection's memory again.
            for (const side who : sides)
                for (const auto& tag : plan.codes.subspan(plan.at(v).tags[who].first, plan.at(v).tags[who].count))
                    if (count.of(plan.packets[who][tag.member].type, v) != 0) count.most = many;
            made.codings[{slot, v}] = count.most;
        }
    }
    return made;
}

std::set<index> used_once(const layout& plan, index type, unsigned version) {
    std::set<index> once;
    for (index slot = 0; slot < plan.slots.size(); ++slot) {
        counter count(plan, slot);
        count.of(type, version);
        if (count.most <= 1) once.insert(slot);
    }
    return once;
}

bool may_fail_behind_memory(const layout& plan, const usage& used, index type, unsigned version) {
    if (plan.types[type].kind == type_kind::enumeration) return false;
    return std::ranges::any_of(plan.fields(version, type), [&](const node& f) {
        const node* n = &f;
        while (n->operation == op::list) n = &plan.nodes[n->element];
        if (n->operation == op::structure || n->operation == op::choice)
            return may_fail_behind_memory(plan, used, n->type, version);
        return n->slot != none && used.followed.contains({n->member, version});
    });
}

}  // namespace tic
