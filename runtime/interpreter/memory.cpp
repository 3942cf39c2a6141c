// Slots as words: reads, changes with their undo, list scopes.
#include "runtime/interpreter/memory.hpp"

#include <algorithm>
#include <array>

#include "runtime/tic/memory.hpp"

namespace tic::interpreter {

namespace {

constexpr std::uint32_t order_at(std::uint32_t slot_base, unsigned rank) { return slot_base + 1 + rank / 8; }

/// 8 bytes of a string from `at` on as one word, zeros behind its end.
std::uint64_t pack(std::string_view bytes, std::size_t at) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8 && at + i < bytes.size(); ++i) {
        word |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(bytes[at + i])) << (8 * i);
    }
    return word;
}

bool is_string(const slot& s) { return s.operation == op::bytes || s.operation == op::utf8; }

}  // namespace

void memory::clear() {
    words_.clear();
    touched_.clear();
    log_.clear();
    packet_ = 1;
}

void memory::commit() {
    log_.clear();
    if (++packet_ == 0) {
        std::fill(touched_.begin(), touched_.end(), 0U);
        packet_ = 1;
    }
}

void memory::rollback() {
    for (const change& c : log_) words_[c.at] = c.before;
    commit();
}

void memory::set_word(std::uint32_t at, std::uint64_t v) {
    if (word(at) == v) return;
    if (words_.empty()) {
        words_.resize(run_->memory_words());
        touched_.resize(run_->memory_words());
    }
    if (touched_[at] != packet_) {
        touched_[at] = packet_;
        log_.push_back({at, words_[at]});
    }
    words_[at] = v;
}

std::uint32_t memory::base(index slot) const {
    const slot_location& here = run_->at(slot);
    const index parent = run_->plan().slots[slot].parent;
    if (parent == none) return here.offset;
    // The entry meant is that of the field just coded, so it stands at rank 0 (section 6).
    const slot_location& table = run_->at(parent);
    const std::uint32_t table_base = base(parent);
    return table_base + table.entries + order(table_base, 0) * table.entry_words + here.offset;
}

std::uint64_t memory::number(index slot) const { return word(base(slot)) + run_->plan().slots[slot].initial; }

void memory::set_number(index slot, std::uint64_t v) { set_word(base(slot), v - run_->plan().slots[slot].initial); }

bool memory::has_last(index slot) const { return word(base(slot)) != 0; }

bool memory::last_is(index slot, const value& v) const { return key_is(slot, base(slot) + 1, v); }

void memory::read_last(index slot, value& out) const { read_key(slot, base(slot) + 1, out); }

void memory::set_last(index slot, const value& v) {
    const std::uint32_t at = base(slot);
    set_word(at, 1);
    write_key(slot, at + 1, v);
}

unsigned memory::count(index slot) const { return static_cast<unsigned>(word(base(slot))); }

std::uint8_t memory::order(std::uint32_t slot_base, unsigned rank) const {
    return static_cast<std::uint8_t>(word(order_at(slot_base, rank)) >> (8 * (rank % 8)));
}

void memory::write_order(std::uint32_t slot_base, const std::uint8_t* order, unsigned count) {
    for (unsigned first = 0; first < count; first += 8) {
        std::uint64_t packed = 0;
        for (unsigned i = first; i < count && i < first + 8; ++i)
            packed |= static_cast<std::uint64_t>(order[i]) << (8 * (i - first));
        set_word(order_at(slot_base, first), packed);
    }
}

unsigned memory::find(index slot, const value& v) const {
    const std::uint32_t at = base(slot);
    const slot_location& here = run_->at(slot);
    const auto entries = static_cast<unsigned>(word(at));
    unsigned rank = 0;
    while (rank < entries && !key_is(slot, at + here.entries + order(at, rank) * here.entry_words, v)) ++rank;
    return rank;
}

void memory::read_entry(index slot, unsigned rank, value& out) const {
    const std::uint32_t at = base(slot);
    const slot_location& here = run_->at(slot);
    read_key(slot, at + here.entries + order(at, rank) * here.entry_words, out);
}

void memory::touch(index slot, unsigned rank) {
    const std::uint32_t at = base(slot);
    std::array<std::uint8_t, 64> ranks{};
    for (unsigned i = 0; i <= rank; ++i) ranks[i] = order(at, i);
    move_to_front(ranks.data(), rank);
    // The word that holds `rank` also holds ranks behind it.
    const unsigned entries = count(slot);
    for (unsigned i = rank + 1; i < entries; ++i) ranks[i] = order(at, i);
    write_order(at, ranks.data(), entries);
}

void memory::enter(index slot, const value& v) {
    const std::uint32_t at = base(slot);
    const slot_location& here = run_->at(slot);
    std::array<std::uint8_t, 64> ranks{};
    auto entries = static_cast<unsigned>(word(at));
    for (unsigned i = 0; i < entries; ++i) ranks[i] = order(at, i);
    const std::uint8_t entry = enter_front(ranks.data(), entries, run_->plan().slots[slot].capacity);
    set_word(at, entries);
    write_order(at, ranks.data(), entries);
    const std::uint32_t entry_base = at + here.entries + entry * here.entry_words;
    write_key(slot, entry_base, v);
    for (std::uint32_t i = here.key_words; i < here.entry_words; ++i) set_word(entry_base + i, 0);
}

bool memory::key_is(index slot, std::uint32_t at, const value& v) const {
    if (!is_string(run_->plan().slots[slot])) return word(at) == v.number;
    if (word(at) != v.bytes.size()) return false;
    for (std::size_t i = 0; i < v.bytes.size(); i += 8) {
        if (word(at + 1 + static_cast<std::uint32_t>(i / 8)) != pack(v.bytes, i)) return false;
    }
    return true;
}

void memory::read_key(index slot, std::uint32_t at, value& out) const {
    if (!is_string(run_->plan().slots[slot])) {
        out.number = word(at);
        return;
    }
    out.bytes.resize(word(at));
    for (std::size_t i = 0; i < out.bytes.size(); ++i) {
        out.bytes[i] = static_cast<char>(word(at + 1 + static_cast<std::uint32_t>(i / 8)) >> (8 * (i % 8)));
    }
}

void memory::write_key(index slot, std::uint32_t at, const value& v) {
    if (!is_string(run_->plan().slots[slot])) {
        set_word(at, v.number);
        return;
    }
    set_word(at, v.bytes.size());
    for (std::uint32_t i = 1; i < run_->at(slot).key_words; ++i)
        set_word(at + i, pack(v.bytes, (std::size_t{i} - 1) * 8));
}

std::vector<std::uint64_t> memory::open_scope(std::span<const index> scoped) {
    std::vector<std::uint64_t> held;
    for (const index slot : scoped) {
        const std::uint32_t at = base(slot);
        for (std::uint32_t i = at; i < at + run_->at(slot).words; ++i) {
            held.push_back(word(i));
            set_word(i, 0);
        }
    }
    return held;
}

void memory::close_scope(std::span<const index> scoped, const std::vector<std::uint64_t>& held) {
    std::size_t next = 0;
    for (const index slot : scoped) {
        const std::uint32_t at = base(slot);
        for (std::uint32_t i = at; i < at + run_->at(slot).words; ++i) set_word(i, held[next++]);
    }
}

}  // namespace tic::interpreter
