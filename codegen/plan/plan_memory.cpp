// The slots of memory: one for each `last`, `same` and `recent`, each cell, each table and the cells of its entries
// (language page, section 6).
#include "codegen/plan/planner.hpp"

#include <fmt/format.h>

namespace tic::plan {
namespace {

op holds_op(const schema::domain& d) {
    switch (d.kind) {
        case schema::base::boolean:
            return op::boolean;
        case schema::base::f32:
            return op::f32;
        case schema::base::f64:
            return op::f64;
        case schema::base::bytes:
            return op::bytes;
        case schema::base::utf8:
            return op::utf8;
        case schema::base::enumeration:
            return op::enumeration;
        default:
            return op::number;
    }
}

slot make_slot(planner& p, slot_kind kind, const schema::domain& d, std::string name) {
    slot s;
    s.kind = kind;
    s.operation = holds_op(d);
    s.is_signed = d.is_signed;
    if (s.operation == op::bytes || s.operation == op::utf8) {
        s.max_bytes = static_cast<std::uint32_t>(d.hi);
    } else if (s.operation == op::number) {
        s.low = d.lo;
        s.span = d.hi - d.lo;
    }
    if (kind == slot_kind::last || kind == slot_kind::cell) s.initial = schema::nearest_zero(d);
    s.name = p.made.keep(std::move(name));
    s.domain = p.made.keep(schema::spell(p.all, d, 1, false));
    return s;
}

void plan_own_slots(planner& p, const schema::place& at, const std::string& path) {
    for (const auto& h : at.hints) {
        slot_kind kind{};
        switch (h.kind) {
            case schema::hint_kind::last:
                kind = slot_kind::last;
                break;
            case schema::hint_kind::same:
                kind = slot_kind::same;
                break;
            case schema::hint_kind::recent:
                kind = slot_kind::recent;
                break;
            default:
                continue;
        }
        const auto key = std::make_tuple(&at, kind, static_cast<unsigned>(h.capacity));
        if (p.own_slots.contains(key)) continue;
        p.own_slots[key] = static_cast<index>(p.made.slots.size());
        slot s = make_slot(p, kind, at.of, path);
        if (kind == slot_kind::recent) s.capacity = h.capacity;
        p.made.slots.push_back(s);
    }
    if (at.of.kind == schema::base::list) plan_own_slots(p, p.all.elements[at.of.element], path + "[]");
}

void plan_table(planner& p, const schema::table& t) {
    const auto number = static_cast<index>(p.made.slots.size());
    p.table_slots.push_back(number);
    slot head = make_slot(p, slot_kind::table, t.of, t.name);
    head.capacity = t.capacity;
    head.first_child = number + 1;
    head.child_count = static_cast<index>(t.cells.size() + t.tables.size());
    p.made.slots.push_back(head);
    for (const auto& c : t.cells) {
        slot s = make_slot(p, slot_kind::cell, c.of, t.name + "." + c.name);
        s.parent = number;
        p.made.slots.push_back(s);
    }
    for (const auto& inner : t.tables) {
        slot s = make_slot(p, slot_kind::table, inner.of, t.name + "." + inner.name);
        s.parent = number;
        s.capacity = inner.capacity;
        p.made.slots.push_back(s);
    }
}

}  // namespace

void plan_slots(planner& p) {
    for (const auto& c : p.all.cells) {
        p.cell_slots.push_back(static_cast<index>(p.made.slots.size()));
        p.made.slots.push_back(make_slot(p, slot_kind::cell, c.of, c.name));
    }
    for (const auto& t : p.all.tables) plan_table(p, t);
    for (const auto& s : p.all.structs)
        for (const auto& f : s.fields) plan_own_slots(p, f, s.name + "." + f.name);
    for (const auto& u : p.all.unions)
        for (const auto& a : u.arms) plan_own_slots(p, a, u.name + "." + a.name);
    for (const auto& a : p.all.aliases)
        if (a.of.kind == schema::base::list && a.of.aliases.empty())
            plan_own_slots(p, p.all.elements[a.of.element], a.name + "[]");
}

index slot_of(const planner& p, const schema::place& at, const schema::hint& h) {
    switch (h.kind) {
        case schema::hint_kind::last:
            return p.own_slots.at({&at, slot_kind::last, h.capacity});
        case schema::hint_kind::same:
            return p.own_slots.at({&at, slot_kind::same, h.capacity});
        case schema::hint_kind::recent:
            return p.own_slots.at({&at, slot_kind::recent, h.capacity});
        case schema::hint_kind::cell:
            if (h.entry == schema::none) return p.cell_slots[h.memory];
            return p.table_slots[h.memory] + 1 + h.entry;
        case schema::hint_kind::table:
            if (h.entry == schema::none) return p.table_slots[h.memory];
            return p.table_slots[h.memory] + 1 + static_cast<index>(p.all.tables[h.memory].cells.size()) + h.entry;
        default:
            return none;
    }
}

}  // namespace tic::plan
