// What the planner's steps share: the schema, the layout being made, and the numbering of types and slots.
#pragma once

#include "codegen/plan/plan.hpp"
#include "grammar/diag/diag.hpp"
#include "grammar/schema/domain.hpp"
#include "grammar/schema/schema.hpp"

#include <map>
#include <set>
#include <tuple>

namespace tic::plan {

struct planner {
    const schema::schema& all;
    const source::files& sources;
    diag::sink& out;
    planned& made;

    // Types are numbered enums first, then unions, then structs.
    [[nodiscard]] index enum_type(index i) const { return i; }
    [[nodiscard]] index union_type(index i) const { return static_cast<index>(all.enums.size()) + i; }
    [[nodiscard]] index struct_type(index i) const {
        return static_cast<index>(all.enums.size() + all.unions.size()) + i;
    }
    /// The type that a domain names, `none` for other domains.
    [[nodiscard]] index type_of(const schema::domain& d) const;

    /// Slot of a place's own memory: `last`, `same`, `recent(n)` of one declaration.
    std::map<std::tuple<const schema::place*, slot_kind, unsigned>, index> own_slots;
    std::vector<index> cell_slots, table_slots;

    /// Types such that each comes after all that it holds or seals.
    std::vector<index> order;
    /// Versions in which something may differ from the version before; 1 is one of them.
    std::set<unsigned> changes;
    /// In the version being planned: types of which nothing is alive, or that cannot do without one such.
    std::vector<bool> uninhabited;
    std::set<std::tuple<unsigned, const void*>> reported;

    /// True the first time: the same fault in many versions is told once.
    bool once(diag::id code, const void* what) { return reported.insert({static_cast<unsigned>(code), what}).second; }
};

// plan_memory.cpp
void plan_slots(planner& p);
[[nodiscard]] index slot_of(const planner& p, const schema::place& at, const schema::hint& h);

// plan_types.cpp
void declare_types(planner& p);
bool order_types(planner& p);
void find_changes(planner& p);
void plan_types(planner& p, unsigned version);
void plan_alias_sample(planner& p, index alias);
[[nodiscard]] prefix_table add_codes(planner& p, std::vector<prefix_code> items);

// plan_session.cpp
void plan_session(planner& p, unsigned version);

// limits.cpp
void check_version(planner& p, unsigned version);

// lint_fill.cpp
void lint_fill(planner& p);

// reach.cpp
/// The types that a version's living packets reach, through sealed ones too.
[[nodiscard]] std::vector<bool> reached_types(const schema::schema& all, unsigned version);

/// Calls `use` with each living place (field, arm, and each list's element in it) of a struct or union.
template <typename Use>
void for_each_element(const schema::schema& all, const schema::place& at, Use&& use) {
    use(at);
    const schema::place* inner = &at;
    while (inner->of.kind == schema::base::list) {
        inner = &all.elements[inner->of.element];
        use(*inner);
    }
}

}  // namespace tic::plan
