// The memory of generated code: last values and tables of recent ones. Language page, section 6.
//
// A table is an order over slots, and values do not move between slots. Moving the values themselves to the front would
// be simpler, but then each use would change the whole table, and the undo log would have to save it; here a use
// changes the order alone (8 bytes for up to 16 values), and a new value also the count and one slot.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "bits.hpp"
#include "views.hpp"

namespace tic {

/// The last number of `~ same`, if one is known.
struct same_number {
    std::uint64_t value = 0;
    bool known = false;
    [[nodiscard]] constexpr bool is(std::uint64_t v) const { return known && value == v; }
    constexpr void set(std::uint64_t v) { *this = {v, true}; }
    constexpr bool operator==(const same_number&) const = default;
};

/// A copy of a string of at most `Most` bytes.
template <std::size_t Most>
struct short_string {
    std::array<std::uint8_t, Most == 0 ? 1 : Most> data{};
    std::uint8_t size = 0;
    [[nodiscard]] constexpr bytes view() const { return {data.data(), size}; }
    constexpr void set(bytes v) {
        size = static_cast<std::uint8_t>(v.size());
        for (std::size_t i = 0; i < v.size(); ++i) data[i] = v[i];
    }
    constexpr bool operator==(const short_string&) const = default;
};

/// The last string of `~ same`, if one is known.
template <std::size_t Most>
struct same_string {
    short_string<Most> value{};
    bool known = false;
    [[nodiscard]] constexpr bool is(bytes v) const { return known && value.view() == v; }
    constexpr void set(bytes v) {
        value.set(v);
        known = true;
    }
    constexpr bool operator==(const same_string&) const = default;
};

struct nothing {
    constexpr bool operator==(const nothing&) const = default;
};

namespace detail {

/// The order of up to 16 slots as the nibbles of one word, rank 0 lowest. Invariant: each slot is in it exactly once,
/// unused ones behind the others.
class nibble_order {
public:
    [[nodiscard]] constexpr unsigned at(unsigned rank) const {
        return static_cast<unsigned>(order_ >> (4 * rank)) & 15;
    }
    [[nodiscard]] constexpr unsigned rank_of(unsigned slot) const {
        // The nibble that holds the slot becomes zero; adding 7 to the low three bits of each carries into no other
        // nibble and marks those that are not zero.
        const std::uint64_t differs = order_ ^ (0x1111111111111111U * slot);
        const std::uint64_t equal =
            ~(((differs & 0x7777777777777777U) + 0x7777777777777777U) | differs | 0x7777777777777777U);
        return static_cast<unsigned>(std::countr_zero(equal)) / 4;
    }
    /// Moves the slot at `rank` to rank 0.
    constexpr void touch(unsigned rank) {
        const std::uint64_t below = (std::uint64_t{1} << (4 * rank)) - 1;
        const std::uint64_t slot = order_ >> (4 * rank) & 15;
        order_ = (order_ & ~(below << 4 | 15)) | (order_ & below) << 4 | slot;
    }
    constexpr bool operator==(const nibble_order&) const = default;

private:
    std::uint64_t order_ = 0xfedcba9876543210U;
};

/// The order of more slots, a byte each; eight are compared at once, as in nibble_order.
template <std::size_t N>
class byte_order {
public:
    constexpr byte_order() {
        for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = static_cast<std::uint8_t>(i);
    }
    [[nodiscard]] constexpr unsigned at(unsigned rank) const { return order_[rank]; }
    [[nodiscard]] constexpr unsigned rank_of(unsigned slot) const {
        const std::uint64_t wanted = 0x0101010101010101U * slot;
        for (unsigned first = 0;; first += 8) {
            const std::uint64_t differs = load_big(order_.data() + first) ^ wanted;
            const std::uint64_t same =
                ~(((differs & 0x7f7f7f7f7f7f7f7fU) + 0x7f7f7f7f7f7f7f7fU) | differs | 0x7f7f7f7f7f7f7f7fU);
            if (same != 0) return first + static_cast<unsigned>(std::countl_zero(same)) / 8;
        }
    }
    constexpr void touch(unsigned rank) {
        const std::uint8_t slot = order_[rank];
        if (std::is_constant_evaluated()) {
            for (unsigned i = rank; i > 0; --i) order_[i] = order_[i - 1];
        } else {
            std::memmove(order_.data() + 1, order_.data(), rank);
        }
        order_[0] = slot;
    }
    constexpr bool operator==(const byte_order&) const = default;

private:
    std::array<std::uint8_t, (N + 7) / 8 * 8> order_{};  // rounded up to whole words
};

/// What both kinds of table share: the order, the count, and the entry of each value.
template <std::size_t N, class Entry>
class table_order {
    static_assert(N >= 1 && N <= 64);

public:
    static constexpr bool is_small = N <= 16;
    [[nodiscard]] constexpr unsigned count() const { return count_; }
    /// The entry of the value used last. Requires count() > 0.
    [[nodiscard]] constexpr Entry& front() { return beside_[order_.at(0)]; }

    /// Saves the order before `touch` changes it.
    template <class Log>
    [[gnu::always_inline]] constexpr bool save_order(Log&& log) {
        return log.save(order_);
    }
    constexpr void touch(unsigned rank) {
        if (rank != 0) order_.touch(rank);
    }
    constexpr bool operator==(const table_order&) const = default;

protected:
    /// The slot for the next new value: a free one, or that of the value used longest ago.
    [[nodiscard]] constexpr unsigned next_slot() const { return order_.at(count_ < N ? count_ : N - 1); }
    template <class Log>
    constexpr bool save_next(Log&& log) {
        if constexpr (!std::is_same_v<Entry, nothing>) {
            if (!log.save(beside_[next_slot()])) return false;
        }
        return log.save(count_) && log.save(order_);
    }
    constexpr void take_next() {
        if constexpr (!std::is_same_v<Entry, nothing>) beside_[next_slot()] = Entry{};
        if (count_ < N) ++count_;
        order_.touch(count_ - 1);
    }

    std::conditional_t<is_small, nibble_order, byte_order<N>> order_{};
    std::array<Entry, std::is_same_v<Entry, nothing> ? 1 : N> beside_{};
    std::uint8_t count_ = 0;
};

}  // namespace detail

/// Up to N numbers v with v - Low of at most `Bits` digits, most recently used first. The low byte of each is stored
/// apart from the rest: eight slots are compared at once, and the rest only where the low byte is equal.
template <std::size_t N, unsigned Bits, std::uint64_t Low = 0, class Entry = nothing>
class number_table : public detail::table_order<N, Entry> {
    using base = detail::table_order<N, Entry>;
    using high_part =
        std::conditional_t<(Bits <= 16), std::uint8_t,
                           std::conditional_t<(Bits <= 24), std::uint16_t,
                                              std::conditional_t<(Bits <= 40), std::uint32_t, std::uint64_t>>>;

public:
    /// The rank of v, or count() if it is not in the table.
    [[nodiscard]] constexpr unsigned find(std::uint64_t v) const {
        const std::uint64_t key = v - Low;
        if (this->count_ != 0 && is(this->order_.at(0), key)) return 0;
        const unsigned slot = search(key);
        return slot < this->count_ ? this->order_.rank_of(slot) : this->count_;
    }
    [[nodiscard]] constexpr std::uint64_t at(unsigned rank) const {
        const unsigned slot = this->order_.at(rank);
        if constexpr (Bits <= 8) return low_[slot] + Low;
        return (std::uint64_t{high_[slot]} << 8 | low_[slot]) + Low;
    }
    /// Saves what `enter` will change.
    template <class Log>
    [[gnu::noinline]] constexpr bool save_enter(Log&& log) {
        const unsigned slot = this->next_slot();
        if constexpr (Bits > 8) {
            if (!log.save(high_[slot])) return false;
        }
        return log.save(low_[slot]) && this->save_next(log);
    }
    [[gnu::noinline]] constexpr void enter(std::uint64_t v) {
        const unsigned slot = this->next_slot();
        low_[slot] = static_cast<std::uint8_t>(v - Low);
        if constexpr (Bits > 8) high_[slot] = static_cast<high_part>((v - Low) >> 8);
        this->take_next();
    }
    constexpr bool operator==(const number_table&) const = default;

private:
    [[nodiscard]] constexpr bool is(unsigned slot, std::uint64_t key) const {
        if (low_[slot] != static_cast<std::uint8_t>(key)) return false;
        if constexpr (Bits <= 8) return true;
        return high_[slot] == static_cast<high_part>(key >> 8);
    }
    /// The slot that holds the key, or N.
    [[nodiscard]] constexpr unsigned search(std::uint64_t key) const {
        const std::uint64_t wanted = 0x0101010101010101U * static_cast<std::uint8_t>(key);
        for (unsigned first = 0; first < this->count_; first += 8) {
            const std::uint64_t differs = detail::load_big(low_.data() + first) ^ wanted;
            std::uint64_t same =
                ~(((differs & 0x7f7f7f7f7f7f7f7fU) + 0x7f7f7f7f7f7f7f7fU) | differs | 0x7f7f7f7f7f7f7f7fU);
            while (same != 0) {
                const auto skip = static_cast<unsigned>(std::countl_zero(same));
                const unsigned slot = first + skip / 8;
                if (slot < this->count_ && is(slot, key)) return slot;
                same &= ~(std::uint64_t{1} << (63 - skip));
            }
        }
        return N;
    }

    std::array<std::uint8_t, (N + 7) / 8 * 8> low_{};
    std::array<high_part, (Bits <= 8) ? 1 : N> high_{};
};

/// Up to N strings of at most `Most` bytes, most recently used first.
template <std::size_t N, std::size_t Most, class Entry = nothing>
class string_table : public detail::table_order<N, Entry> {
public:
    [[nodiscard]] constexpr unsigned find(bytes v) const {
        unsigned rank = 0;
        while (rank < this->count_ && !(at(rank) == v)) ++rank;
        return rank;
    }
    [[nodiscard]] constexpr bytes at(unsigned rank) const { return values_[this->order_.at(rank)].view(); }
    template <class Log>
    [[gnu::noinline]] constexpr bool save_enter(Log&& log) {
        return log.save(values_[this->next_slot()]) && this->save_next(log);
    }
    [[gnu::noinline]] constexpr void enter(bytes v) {
        values_[this->next_slot()].set(v);
        this->take_next();
    }
    constexpr bool operator==(const string_table&) const = default;

private:
    std::array<short_string<Most>, N> values_{};
};

}  // namespace tic
