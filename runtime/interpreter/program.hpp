// A layout made ready to run: the layout and the location of every memory slot, computed once.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "runtime/layout/layout.hpp"

namespace tic::interpreter {

/// Where a slot's words stand: from the memory's start, or for the slots of a table's entries from the entry's start.
struct slot_location {
    std::uint32_t offset = 0;
    std::uint32_t words = 0;        ///< of the whole slot
    std::uint32_t key_words = 0;    ///< of one remembered value
    std::uint32_t entries = 0;      ///< recent, table: where the entries begin, from the slot's start
    std::uint32_t entry_words = 0;  ///< recent, table: key and the entry's own slots
};

/// A layout and what follows from it. The arrays that the layout points to must outlive the program.
class program {
public:
    explicit program(const layout& plan);

    [[nodiscard]] const layout& plan() const { return plan_; }
    [[nodiscard]] const slot_location& at(index slot) const { return slots_[slot]; }
    [[nodiscard]] std::uint32_t memory_words() const { return memory_words_; }

    /// The enum, union or struct of that name.
    [[nodiscard]] std::optional<index> find_type(std::string_view name) const;
    /// The packet of that name which a side can say in a version.
    [[nodiscard]] std::optional<index> find_packet(side who, unsigned version, std::string_view name) const;

private:
    layout plan_;
    std::vector<slot_location> slots_;
    std::uint32_t memory_words_ = 0;
};

}  // namespace tic::interpreter
