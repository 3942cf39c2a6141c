// The whole of a mutated header: the right program, mutated part by part in the order in which it is printed.
#include "codegen/mutants/mutants.hpp"

#include <fmt/format.h>

#include "codegen/cpp/parts.hpp"
#include "codegen/mutants/catalogue.hpp"

namespace tic::mutation {
namespace {

/// Memory whose primitives can deviate has types of its own.
void set_slot_types(cpp::model& m) {
    for (index i = 0; i < m.plan.slots.size(); ++i) {
        const slot& s = m.plan.slots[i];
        const bool is_string = s.operation == op::bytes || s.operation == op::utf8;
        if (s.kind == slot_kind::same && is_string)
            m.set_slot_type(i, fmt::format("tic::mutants::same_string<{}>", s.max_bytes));
        if (s.kind == slot_kind::recent || s.kind == slot_kind::table)
            m.set_slot_type(i, fmt::format("tic::mutants::table<{}, {}{}>", s.capacity, is_string ? s.max_bytes : 0,
                                           s.child_count == 0 ? "" : ", wire::" + cpp::entry_name(m, i)));
    }
}

}  // namespace

std::string list_name(const layout& plan) { return std::string(plan.protocol) + ".mutants"; }

mutants print_mutants(const layout& plan, std::string_view schema_file) {
    cpp::model m(plan);
    set_slot_types(m);
    cpp::program all = cpp::build_program(m);
    catalogue made(m);
    all.includes = "#include <mutants/mutants.hpp>\n";
    for (auto& entry : all.entries) mutate_memory(made, entry, "");
    for (const side who : sides)
        if (!all.sides[who].packets.empty()) mutate_memory(made, all.sides[who].memory, name_of(who));
    for (auto& type : all.types) mutate_type(made, type);
    for (auto& type : all.types)
        if (!type.variants.empty()) mutate_content(made, type);
    for (const side who : sides)
        if (!all.sides[who].packets.empty()) mutate_side(made, who, all.sides[who]);
    mutate_session(made, all);
    all.behind = fmt::format("inline const unsigned {}_mutants = tic::known_mutants = {};\n",
                             cpp::model::name(plan.protocol), made.count());
    return {cpp::print_program(m, all, schema_file), made.print(schema_file), made.count()};
}

}  // namespace tic::mutation
