// All three go through the types in their order, so that what a type holds is known before the type itself.
#include "runtime/layout/type_facts.hpp"

#include <map>

namespace tic {
namespace {

void visit(const layout& plan, index type, std::vector<bool>& seen, std::vector<index>& order) {
    if (seen[type]) return;
    seen[type] = true;
    const auto& t = plan.types[type];
    for (const auto& m : plan.members.subspan(t.first_member, t.member_count))
        if (const index held = type_held_by(plan, m); held != none) visit(plan, held, seen, order);
    order.push_back(type);
}

}  // namespace

index type_held_by(const layout& plan, const member& m) {
    if (m.sample == none) return none;
    const node* n = &plan.nodes[m.sample];
    while (n->operation == op::list) n = &plan.nodes[n->element];
    return n->type;
}

std::vector<index> type_order(const layout& plan) {
    std::vector<bool> seen(plan.types.size());
    std::vector<index> order;
    for (index t = 0; t < plan.types.size(); ++t) visit(plan, t, seen, order);
    return order;
}

type_facts::type_facts(const layout& plan) : order_(type_order(plan)) {
    find_paths(plan);
    find_variants(plan);
}

void type_facts::find_paths(const layout& plan) {
    offsets_.assign(plan.members.size(), 0);
    counts_.assign(plan.types.size(), 1);
    const auto paths_of = [&](const member& m) -> std::uint32_t {
        if (m.sample == none) return 1;
        const node* n = &plan.nodes[m.sample];
        while (n->operation == op::list) n = &plan.nodes[n->element];
        // Sealed content has paths of its own: it is read apart, and so is what is wrong in it.
        return n->operation == op::structure || n->operation == op::choice ? counts_[n->type] : 1;
    };
    for (const index t : order_) {
        const auto& type = plan.types[t];
        if (type.kind == type_kind::enumeration) continue;
        for (index i = type.first_member; i < type.first_member + type.member_count; ++i) {
            offsets_[i] = counts_[t];
            counts_[t] += paths_of(plan.members[i]);
        }
    }
}

void type_facts::sign(signature& to, const layout& plan, const node& n, unsigned version) const {
    to.insert(to.end(), {n.member, static_cast<std::uint64_t>(n.operation), static_cast<std::uint64_t>(n.plain),
                         static_cast<std::uint64_t>(n.by), n.bits, n.hint_bits, n.two_values, n.optional, n.low, n.span,
                         n.slot, static_cast<std::uint64_t>(n.delta), n.constant});
    if (n.operation == op::list) {
        sign(to, plan, plan.nodes[n.element], version);
        const auto scoped = plan.scoped.subspan(n.first_scoped, n.scoped_count);
        to.push_back(scoped.size());
        to.insert(to.end(), scoped.begin(), scoped.end());
    } else if (n.type != none && n.operation != op::sealed) {
        to.push_back(variant_of_[n.type][version - 1]);
    }
}

type_facts::signature type_facts::signature_of(const layout& plan, index type, unsigned version) const {
    const auto& codes = plan.at(version, type).codes;
    signature all{codes.count};
    for (const auto& c : plan.codes.subspan(codes.first, codes.count))
        all.insert(all.end(), {c.member, c.code, c.length});
    if (plan.types[type].kind != type_kind::enumeration)
        for (const auto& n : plan.fields(version, type)) sign(all, plan, n, version);
    return all;
}

void type_facts::find_variants(const layout& plan) {
    variants_.resize(plan.types.size());
    variant_of_.resize(plan.types.size());
    for (const index t : order_) {
        std::map<signature, index> known;
        for (unsigned v = 1; v <= plan.version; ++v) {
            index found = 0;
            if (v > 1 && plan.at(v).first_type == plan.at(v - 1).first_type) {
                found = variant_of_[t].back();
            } else {
                found =
                    known.try_emplace(signature_of(plan, t, v), static_cast<index>(variants_[t].size())).first->second;
            }
            if (found == variants_[t].size()) variants_[t].push_back({v, {}});
            variants_[t][found].versions.push_back(v);
            variant_of_[t].push_back(found);
        }
    }
}

}  // namespace tic
