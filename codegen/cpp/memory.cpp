// The memory of a direction as a struct: one member a slot, one struct for what stands beside a table's entries.
#include "codegen/cpp/faults.hpp"
#include "codegen/cpp/parts.hpp"
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

std::string entry_name(const model& m, index slot) { return m.slot_name(slot) + "_entry"; }

/// A slot that bears what faults do to it.
std::string faulty_type(const model& m, index i) {
    const slot& s = m.plan.slots[i];
    if (s.kind == slot_kind::same) return fmt::format("tic::faulty::same_string<{}>", s.max_bytes);
    const std::string entry = s.child_count == 0 ? "" : ", wire::" + entry_name(m, i);
    return fmt::format("tic::faulty::table<{}, {}{}>", s.capacity, is_string(s) ? s.max_bytes : 0, entry);
}

/// How a member begins.
std::string start_of(const model& m, index i) {
    const slot& s = m.plan.slots[i];
    const bool is_number = s.kind == slot_kind::last || s.kind == slot_kind::cell;
    if (m.faults != nullptr && is_number)
        return fmt::format(" = tic::faulty::is_on({}) ? {} : {}", wrong_start(m, i), literal(s.initial + 1),
                           literal(s.initial));
    if (m.faults != nullptr && s.kind == slot_kind::same)
        return fmt::format("{{{{}}, tic::faulty::is_on({})}}", wrong_start(m, i));
    return is_number && s.initial != 0 ? " = " + literal(s.initial) : "{}";
}

}  // namespace

std::string slot_type(const model& m, index i) {
    const slot& s = m.plan.slots[i];
    const std::string entry = s.child_count == 0 ? "" : "wire::" + entry_name(m, i);
    switch (s.kind) {
        case slot_kind::last:
        case slot_kind::cell:
            return "std::uint64_t";
        case slot_kind::same:
            if (m.faults != nullptr && is_string(s)) return faulty_type(m, i);
            return is_string(s) ? fmt::format("tic::same_string<{}>", s.max_bytes) : "tic::same_number";
        default:
            break;
    }
    if (m.faults != nullptr) return faulty_type(m, i);
    if (is_string(s))
        return fmt::format("tic::string_table<{}, {}{}{}>", s.capacity, s.max_bytes, entry.empty() ? "" : ", ", entry);
    const std::string low = s.operation == op::number ? literal(s.low) : "0";
    if (entry.empty() && low == "0") return fmt::format("tic::number_table<{}, {}>", s.capacity, key_bits(s));
    return fmt::format("tic::number_table<{}, {}, {}{}{}>", s.capacity, key_bits(s), low, entry.empty() ? "" : ", ",
                       entry);
}

std::string fresh_slot(const model& m, index i) {
    const slot& s = m.plan.slots[i];
    return s.kind == slot_kind::last || s.kind == slot_kind::cell ? literal(s.initial) : slot_type(m, i) + "{}";
}

std::string print_memory(const model& m, const std::string& name, const std::set<index>& slots,
                         const std::string& constructor) {
    std::string members;
    for (const index i : slots) {
        members +=
            fmt::format("{} {}{};  // {}\n", slot_type(m, i), m.slot_name(i), start_of(m, i), m.plan.slots[i].domain);
    }
    return emit::fill({{"name", name}, {"members", members}, {"constructor", constructor}}, R"(
        struct $name$ {
            $members$
            $constructor$
            constexpr bool operator==(const $name$&) const = default;
        };
    )");
}

std::string print_entries(const model& m) {
    std::string out;
    for (index i = 0; i < m.plan.slots.size(); ++i) {
        const slot& s = m.plan.slots[i];
        if (s.child_count == 0) continue;
        std::set<index> children;
        for (index c = 0; c < s.child_count; ++c) children.insert(s.first_child + c);
        out += fmt::format("\n/// What stands beside each entry of `{}`.\n", s.name) +
               print_memory(m, entry_name(m, i), children);
    }
    return out;
}

}  // namespace tic::cpp
