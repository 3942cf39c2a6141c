// One direction's memory: flat words in which all zeros are fresh, with an undo log so that a failed packet leaves no
// change.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/value.hpp"

namespace tic::interpreter {

/// What one direction of a connection remembers (section 6). Words are allocated at the first change.
class memory {
public:
    explicit memory(const program& run) : run_(&run) {}

    /// Fresh, as when a connection starts.
    void clear();
    /// Keeps what changed since the last commit or rollback.
    void commit();
    /// Takes it back.
    void rollback();

    /// last, cell: the number it holds.
    [[nodiscard]] std::uint64_t number(index slot) const;
    void set_number(index slot, std::uint64_t v);

    /// same: whether there is a last value, and whether it equals v.
    [[nodiscard]] bool has_last(index slot) const;
    [[nodiscard]] bool last_is(index slot, const value& v) const;
    void read_last(index slot, value& out) const;
    void set_last(index slot, const value& v);

    /// recent, table: entries, the rank of v (or the count), the value at a rank, and the moves to rank 0.
    [[nodiscard]] unsigned count(index slot) const;
    [[nodiscard]] unsigned find(index slot, const value& v) const;
    void read_entry(index slot, unsigned rank, value& out) const;
    void touch(index slot, unsigned rank);
    void enter(index slot, const value& v);

    /// A list opens: the scoped slots are fresh; returns what they held.
    [[nodiscard]] std::vector<std::uint64_t> open_scope(std::span<const index> scoped);
    /// The list ends: they hold it again.
    void close_scope(std::span<const index> scoped, const std::vector<std::uint64_t>& held);

    /// Whether both hold the same; words never written are fresh.
    friend bool operator==(const memory& a, const memory& b) {
        const std::size_t size = a.words_.size() > b.words_.size() ? a.words_.size() : b.words_.size();
        for (std::uint32_t i = 0; i < size; ++i)
            if (a.word(i) != b.word(i)) return false;
        return true;
    }

private:
    [[nodiscard]] std::uint32_t base(index slot) const;
    [[nodiscard]] std::uint64_t word(std::uint32_t at) const { return at < words_.size() ? words_[at] : 0; }
    void set_word(std::uint32_t at, std::uint64_t v);
    [[nodiscard]] std::uint8_t order(std::uint32_t slot_base, unsigned rank) const;
    void write_order(std::uint32_t slot_base, const std::uint8_t* order, unsigned count);
    [[nodiscard]] bool key_is(index slot, std::uint32_t at, const value& v) const;
    void read_key(index slot, std::uint32_t at, value& out) const;
    void write_key(index slot, std::uint32_t at, const value& v);

    struct change {
        std::uint32_t at;
        std::uint64_t before;
    };

    const program* run_;
    std::vector<std::uint64_t> words_;
    std::vector<std::uint32_t>
        touched_;  ///< by word, the packet that last changed it: the log stays as small as the memory
    std::vector<change> log_;
    std::uint32_t packet_ = 1;
};

}  // namespace tic::interpreter
