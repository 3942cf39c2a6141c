// The memory of a direction as a struct: one member a slot, one struct for what stands beside a table's entries.
#include "codegen/cpp/parts.hpp"
#include "codegen/cpp/program.hpp"
#include "codegen/emit/template.hpp"

#include <fmt/format.h>

#include <bit>

namespace tic::cpp {
namespace {

bool is_string(const slot& s) { return s.operation == op::bytes || s.operation == op::utf8; }

unsigned key_bits(const slot& s) {
    switch (s.operation) {
        case op::boolean:
            return 1;
        case op::f32:
            return 32;
        case op::f64:
            return 64;
        case op::enumeration:
            return 16;
        default:
            return static_cast<unsigned>(std::bit_width(s.span));
    }
}

}  // namespace

std::string entry_name(const model& m, index slot) { return m.slot_name(slot) + "_entry"; }

std::string usual_slot_type(const model& m, index i) {
    const slot& s = m.plan.slots[i];
    const std::string entry = s.child_count == 0 ? "" : ", wire::" + entry_name(m, i);
    switch (s.kind) {
        case slot_kind::last:
        case slot_kind::cell:
            return "std::uint64_t";
        case slot_kind::same:
            return is_string(s) ? fmt::format("tic::same_string<{}>", s.max_bytes) : "tic::same_number";
        default:
            break;
    }
    if (is_string(s)) return fmt::format("tic::string_table<{}, {}{}>", s.capacity, s.max_bytes, entry);
    const std::string low = s.operation == op::number ? literal(s.low) : "0";
    const std::string shown_low = entry.empty() && low == "0" ? "" : ", " + low;
    return fmt::format("tic::number_table<{}, {}{}{}>", s.capacity, key_bits(s), shown_low, entry);
}

std::string fresh_slot(const model& m, index i) {
    const slot& s = m.plan.slots[i];
    return s.kind == slot_kind::last || s.kind == slot_kind::cell ? literal(s.initial) : m.slot_type(i) + "{}";
}

std::string print_memory(const model& m, const memory_struct& from) {
    std::string members;
    for (const auto& [slot, start] : from.members)
        members +=
            fmt::format("{} {}{};  // {}\n", m.slot_type(slot), m.slot_name(slot), start, m.plan.slots[slot].domain);
    return emit::fill({{"name", from.name}, {"members", members}, {"constructor", from.constructor}}, R"(
        struct $name$ {
            $members$
            $constructor$
            constexpr bool operator==(const $name$&) const = default;
        };
    )");
}

std::string print_entries(const model& m, const program& from) {
    std::string out;
    auto entry = from.entries.begin();
    for (const slot& s : m.plan.slots)
        if (s.child_count != 0)
            out += fmt::format("\n/// What belongs to each entry of `{}`.\n", s.name) + print_memory(m, *entry++);
    return out;
}

}  // namespace tic::cpp
