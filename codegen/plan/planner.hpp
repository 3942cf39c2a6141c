// The state that the steps of the planner share: the schema, the layout under construction, numbers of types and slots.
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

    /// The slots of `last`, `same` and `recent(n)`, by declaration.
    std::map<std::tuple<const schema::place*, slot_kind, unsigned>, index> own_slots;
    std::vector<index> cell_slots, table_slots;

    /// Types such that each comes after all that it holds or seals.
    std::vector<index> order;
    /// Versions in which something may differ from the version before; 1 is one of them.
    std::set<unsigned> changes;
    /// Types that have no value in the version being planned: without living members, or with a member of such a type.
    std::vector<bool> uninhabited;
    std::set<std::tuple<unsigned, const void*>> reported;

    /// True the first time: an error in several versions is reported once.
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

/// Calls `use` with a field or arm and with each list element inside it.
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
