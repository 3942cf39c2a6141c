// Where every memory slot stands, and names to indices.
#include "runtime/interpreter/program.hpp"

namespace tic::interpreter {

namespace {

std::uint32_t words_of_key(const slot& s) {
    const bool is_string = s.operation == op::bytes || s.operation == op::utf8;
    return is_string ? 1 + (s.max_bytes + 7) / 8 : 1;
}

std::uint32_t locate_slot(const layout& plan, std::vector<slot_location>& locations, index at, std::uint32_t offset) {
    const slot& s = plan.slots[at];
    slot_location& here = locations[at];
    here.offset = offset;
    here.key_words = words_of_key(s);
    if (s.kind == slot_kind::last || s.kind == slot_kind::cell) {
        here.words = 1;
    } else if (s.kind == slot_kind::same) {
        here.words = 1 + here.key_words;
    } else {
        here.entries = 1 + (std::uint32_t{s.capacity} + 7) / 8;
        here.entry_words = here.key_words;
        for (index child = s.first_child; child < s.first_child + s.child_count; ++child) {
            here.entry_words += locate_slot(plan, locations, child, here.entry_words);
        }
        here.words = here.entries + s.capacity * here.entry_words;
    }
    return here.words;
}

}  // namespace

program::program(const layout& plan) : plan_(plan), slots_(plan.slots.size()) {
    for (index at = 0; at < plan.slots.size(); ++at) {
        if (plan.slots[at].parent == none) memory_words_ += locate_slot(plan_, slots_, at, memory_words_);
    }
}

std::optional<index> program::find_type(std::string_view name) const {
    for (index t = 0; t < plan_.types.size(); ++t) {
        if (plan_.types[t].name == name) return t;
    }
    return std::nullopt;
}

std::optional<index> program::find_packet(side who, unsigned version, std::string_view name) const {
    const prefix_table& tags = plan_.at(version).tags[who];
    for (const prefix_code& c : plan_.codes.subspan(tags.first, tags.count)) {
        if (plan_.packets[who][c.member].name == name) return c.member;
    }
    return std::nullopt;
}

}  // namespace tic::interpreter
