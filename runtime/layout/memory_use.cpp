// A node uses memory itself, through its elements, or through the type that it holds.
#include "runtime/layout/memory_use.hpp"

#include <algorithm>

namespace tic {
namespace {

bool keeps(const layout& plan, const node& n, unsigned version, const std::set<index>& scoped) {
    if (n.slot != none && !scoped.contains(n.slot)) return true;
    if (n.operation == op::structure || n.operation == op::choice)
        return std::ranges::any_of(plan.fields(version, n.type),
                                   [&](const node& f) { return keeps(plan, f, version, scoped); });
    if (n.operation != op::list) return false;
    std::set<index> inside = scoped;
    const auto opened = plan.scoped.subspan(n.first_scoped, n.scoped_count);
    inside.insert(opened.begin(), opened.end());
    return keeps(plan, plan.nodes[n.element], version, inside);
}

}  // namespace

bool is_local(const layout& plan, index slot) {
    const auto& s = plan.slots[slot];
    return (s.kind == slot_kind::last || s.kind == slot_kind::same) && s.name.ends_with("[]");
}

void add_reach(const layout& plan, const node& n, unsigned version, std::set<index>& slots) {
    if (n.slot != none && !is_local(plan, n.slot))
        slots.insert(plan.slots[n.slot].parent == none ? n.slot : plan.slots[n.slot].parent);
    if (n.operation == op::list) add_reach(plan, plan.nodes[n.element], version, slots);
    if (n.operation == op::structure || n.operation == op::choice) add_reach(plan, n.type, version, slots);
}

void add_reach(const layout& plan, index type, unsigned version, std::set<index>& slots) {
    if (!plan.at(version, type).remembers) return;
    for (const auto& n : plan.fields(version, type)) add_reach(plan, n, version, slots);
}

bool remembers(const layout& plan, const node& n, unsigned version) {
    if (n.slot != none) return true;
    if (n.operation == op::list) return remembers(plan, plan.nodes[n.element], version);
    return (n.operation == op::structure || n.operation == op::choice) && plan.at(version, n.type).remembers;
}

bool leaves_memory(const layout& plan, index type, unsigned version) {
    return plan.types[type].kind != type_kind::enumeration &&
           std::ranges::any_of(plan.fields(version, type), [&](const node& f) { return keeps(plan, f, version, {}); });
}

}  // namespace tic
