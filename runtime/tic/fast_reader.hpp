// The bit reader of generated code. Every step is inlined, so that its state (the next byte, a register of bits, how
// many are valid) is kept in machine registers. A step that finds too few bits there calls a function out of line,
// which gets the position by value and returns the new state; refusals are left to exact_reader.hpp. No call is ever
// given the reader itself: if its address escaped, the compiler would have to store the state to memory around every
// call.
#pragma once

#include "arena.hpp"
#include "bits.hpp"
#include "codes.hpp"
#include "exact_reader.hpp"
#include "prefix.hpp"
#include "result.hpp"
#include "utf8_quick.hpp"
#include "views.hpp"

namespace tic {

/// What a packet changed in memory, so that a refusal can undo it (section 9). The alternative, a copy of the memory
/// before each packet, costs all of its kilobytes even where a packet changes one number; it remains for packets that
/// change more than the log holds (decode_with_copy).
class undo_log {
public:
    /// Without `takes_notes` it saves nothing, and everything fits.
    constexpr explicit undo_log(bool takes_notes) : takes_notes_(takes_notes) {}

    /// Saves the bytes of a thing before it changes. False if the log is full; the packet is then to be read again.
    template <class T>
    [[gnu::always_inline]] constexpr bool save(T& thing) {
        static_assert(std::is_trivially_copyable_v<T>);
        if (std::is_constant_evaluated()) return true;
        return note<sizeof(T)>(reinterpret_cast<unsigned char*>(&thing));
    }
    [[nodiscard]] constexpr bool was_full() const { return is_full_; }

    /// Restores what was saved, the latest first: of a thing that was saved twice the older bytes win.
    constexpr void rollback() {
        while (used_ != 0) {
            entry e{};
            used_ -= sizeof(entry);
            std::memcpy(&e, bytes_ + used_, sizeof(entry));
            used_ -= padded(e.size);
            std::memcpy(e.where, bytes_ + used_, e.size);
        }
    }

private:
    /// Behind the bytes it describes, so that the log can be read backwards.
    struct entry {
        unsigned char* where;
        std::size_t size;
    };
    static constexpr std::size_t padded(std::size_t size) { return (size + 7) / 8 * 8; }

    template <std::size_t Size>
    [[gnu::noinline]] bool note(unsigned char* where) {
        if (!takes_notes_) [[unlikely]]
            return true;
        if (used_ + padded(Size) + sizeof(entry) > sizeof(bytes_)) [[unlikely]] {
            is_full_ = true;
            return false;
        }
        std::memcpy(bytes_ + used_, where, Size);
        used_ += padded(Size);
        const entry e{where, Size};
        std::memcpy(bytes_ + used_, &e, sizeof(entry));
        used_ += sizeof(entry);
        return true;
    }

    std::size_t used_ = 0;
    bool takes_notes_;
    bool is_full_ = false;
    alignas(8) unsigned char bytes_[2048];
};

/// The input of one packet, and what decoding it may change.
struct reading {
    std::span<const std::uint8_t> in;
    undo_log& log;
    arena& room;
    error& refused;  ///< set if a step returns false, unless the log was full
};

/// Reads bits from the caller's bytes. A step that returns false has set `reading::refused`, or the log was full. `at`
/// is the id of the field's path.
///
/// Invariant: the upper `avail_` bits of `acc_` are the next bits of the input, the others are zeros; `at_` is the byte
/// that follows them. So the position is 8 * at_ - avail_, and a prefix code may look further than the end.
class fast_reader {
public:
    /// Begins at bit `first`. Requires first <= the number of bits.
    constexpr explicit fast_reader(const reading& from, std::uint64_t first = 0)
        : at_(static_cast<std::size_t>(first >> 3)), from_(&from) {
        const auto behind = static_cast<unsigned>(first & 7);
        const std::size_t most = (63 + behind) / 8;  // at most 63 bits, since `drop` cannot shift by 64
        const std::size_t rest = from.in.size() - at_;
        const std::size_t count = rest < most ? rest : most;
        acc_ = word(from.in.data(), from.in.size(), at_) << behind;
        at_ += count;
        avail_ = static_cast<unsigned>(count) * 8 - behind;
    }

    [[gnu::always_inline]] constexpr bool fixed(std::uint64_t& x, unsigned count, std::uint32_t at) {
        x = 0;
        if (count == 0) return true;
        if (count > avail_) return go_on(x, fixed_apart(*from_, position(), count, at));
        x = acc_ >> (64 - count);
        drop(count);
        return true;
    }

    [[gnu::always_inline]] constexpr bool truncated_binary(std::uint64_t& x, std::uint64_t span, std::uint32_t at) {
        if (span == ~std::uint64_t{0}) return fixed(x, 64, at);
        const unsigned k = digits(span + 1) - 1;
        if (k + 1 > avail_) return go_on(x, truncated_binary_apart(*from_, position(), span, at));
        const std::uint64_t shorter = (std::uint64_t{1} << k << 1) - (span + 1);
        const std::uint64_t seen = acc_ >> (63 - k);
        const bool is_long = seen >> 1 >= shorter;
        x = is_long ? seen - shorter : seen >> 1;
        drop(k + static_cast<unsigned>(is_long));
        return true;
    }

    [[gnu::always_inline]] constexpr bool exp_golomb(std::uint64_t& x, unsigned k, std::uint32_t at) {
        const unsigned length = 2 * static_cast<unsigned>(std::countl_zero(acc_)) + 1 + k;
        if (length > avail_) return go_on(x, exp_golomb_apart(*from_, position(), k, at));
        x = (acc_ >> (64 - length)) - (std::uint64_t{1} << k);
        drop(length);
        return true;
    }

    template <std::size_t N, unsigned Longest>
    [[gnu::always_inline]] constexpr bool prefix(std::uint64_t& x, const prefix_reader<N, Longest>& codes,
                                                 std::uint32_t at) {
        const prefix_found found = codes.find(acc_ >> 48);
        if (found.length > avail_) return go_on(x, prefix_apart(*from_, position(), codes, at));
        x = found.member;
        drop(found.length);
        return true;
    }

    /// The fill and `count` bytes: a view of the input.
    [[gnu::always_inline]] constexpr bool octets(bytes& to, std::uint64_t count, std::uint32_t at) {
        if (count == 0) {
            to = {};
            return true;
        }
        const unsigned fill = avail_ & 7;  // whole bytes were loaded: what is left of the current one
        const std::size_t first = at_ - (avail_ >> 3);
        const bool is_set = fill != 0 && acc_ >> (64 - fill) != 0;
        if (is_set || count > from_->in.size() - first) [[unlikely]]
            return refuse_octets(*from_, position(), count, at);
        to = {from_->in.data() + first, static_cast<std::size_t>(count)};
        at_ = first + static_cast<std::size_t>(count);
        acc_ = 0;
        avail_ = 0;
        return true;
    }
    [[gnu::always_inline]] constexpr bool utf8(bytes& to, std::uint64_t count, std::uint32_t at) {
        if (!octets(to, count, at)) return false;
        if (!is_utf8(to.data(), to.size())) [[unlikely]]
            return refuse_utf8(*from_, to, position(), at);
        return true;
    }

    [[nodiscard]] constexpr std::uint64_t position() const { return static_cast<std::uint64_t>(at_) * 8 - avail_; }
    /// Bits up to the end.
    [[nodiscard]] constexpr std::uint64_t left() const {
        return static_cast<std::uint64_t>(from_->in.size()) * 8 - position();
    }

    [[gnu::always_inline]] constexpr bool refuse(reason why, std::uint64_t bit, std::uint32_t at) {
        return refuse_at(from_->refused, why, bit, at);
    }
    [[gnu::always_inline]] constexpr bool in_element(std::uint32_t i) {
        note_element(from_->refused.at, i);
        return false;
    }

    template <class T>
    [[gnu::always_inline]] constexpr bool save(T& thing) {
        return from_->log.save(thing);
    }
    [[nodiscard]] constexpr undo_log& log() { return from_->log; }
    [[nodiscard]] constexpr arena& room() { return from_->room; }

    /// The final fill; `used` becomes the packet's size in bytes. `alone`: bytes behind the packet are `trailing`.
    [[gnu::always_inline]] constexpr bool finish(std::size_t& used, bool alone, std::uint32_t at) {
        const unsigned fill = position() == 0 ? 8 : avail_ & 7;
        used = static_cast<std::size_t>((position() + fill) / 8);
        const bool is_set = fill != 0 && acc_ >> (64 - fill) != 0;
        if (is_set || used > from_->in.size() || (alone && used != from_->in.size())) [[unlikely]]
            return finish_apart(*from_, position(), used, alone, at);
        return true;
    }

private:
    /// The value that a step out of line has read, and the state behind it.
    struct step_apart {
        std::uint64_t x;
        std::uint64_t acc;
        std::size_t at;
        unsigned avail;
        bool is_good;
    };

    [[gnu::always_inline]] constexpr void drop(unsigned count) {
        acc_ <<= count;
        avail_ -= count;
    }
    [[gnu::always_inline]] constexpr bool go_on(std::uint64_t& x, const step_apart& from) {
        x = from.x;
        acc_ = from.acc;
        at_ = from.at;
        avail_ = from.avail;
        return from.is_good;
    }
    /// The 8 bytes from `at` on, zeros behind the end. With 8 bytes of input in all, the last 8 are loaded and shifted.
    static constexpr std::uint64_t word(const std::uint8_t* data, std::size_t size, std::size_t at) {
        const std::size_t left = size - at;
        if (left >= 8) [[likely]]
            return detail::load_big(data + at);
        if (left == 0) return 0;
        if (size >= 8) return detail::load_big(data + size - 8) << (8 * (8 - left));
        std::uint64_t made = 0;
        for (std::size_t i = at; i < size; ++i) made = made << 8 | data[i];
        return made << (8 * (8 - left));
    }

    /// One step by the exact reader. Declared before its callers: clang 14 does not evaluate a template that comes
    /// later.
    template <class Step>
    static constexpr step_apart exactly(const reading& from, std::uint64_t first, Step&& step) {
        exact_reader slow(from.in, first);
        std::uint64_t x = 0;
        if (!step(slow, x)) {
            from.refused = slow.refused();
            return {};
        }
        fast_reader in(from, slow.position());
        return {x, in.acc_, in.at_, in.avail_, true};
    }

    // A step for which the register holds too few bits: refill at its first bit, and leave to the exact reader what the
    // refilled register cannot hold or the input does not have. Refilling before each step instead would spare these
    // functions, but most packets are so short that their registers are filled once or twice.
    [[gnu::noinline]] static constexpr step_apart fixed_apart(const reading& from, std::uint64_t first, unsigned count,
                                                              std::uint32_t at) {
        fast_reader in(from, first);
        if (count <= in.avail_) [[likely]]
            return in.left_off(in.acc_ >> (64 - count), count);
        return exactly(from, first, [&](exact_reader& slow, std::uint64_t& x) { return slow.fixed(x, count, at); });
    }
    [[gnu::noinline]] static constexpr step_apart truncated_binary_apart(const reading& from, std::uint64_t first,
                                                                         std::uint64_t span, std::uint32_t at) {
        return exactly(from, first,
                       [&](exact_reader& slow, std::uint64_t& x) { return slow.truncated_binary(x, span, at); });
    }
    [[gnu::noinline]] static constexpr step_apart exp_golomb_apart(const reading& from, std::uint64_t first, unsigned k,
                                                                   std::uint32_t at) {
        fast_reader in(from, first);
        const unsigned length = 2 * static_cast<unsigned>(std::countl_zero(in.acc_)) + 1 + k;
        if (length <= in.avail_) [[likely]]
            return in.left_off((in.acc_ >> (64 - length)) - (std::uint64_t{1} << k), length);
        return exactly(from, first, [&](exact_reader& slow, std::uint64_t& x) { return slow.exp_golomb(x, k, at); });
    }
    template <std::size_t N, unsigned Longest>
    [[gnu::noinline]] static constexpr step_apart prefix_apart(const reading& from, std::uint64_t first,
                                                               const prefix_reader<N, Longest>& codes,
                                                               std::uint32_t at) {
        return exactly(from, first, [&](exact_reader& slow, std::uint64_t& x) { return slow.prefix(x, codes, at); });
    }
    // Refusals.
    [[gnu::cold, gnu::noinline]] static constexpr bool finish_apart(const reading& from, std::uint64_t first,
                                                                    std::size_t& used, bool alone, std::uint32_t at) {
        return exactly(from, first, [&](exact_reader& slow, std::uint64_t&) { return slow.finish(used, alone, at); })
            .is_good;
    }
    [[gnu::cold, gnu::noinline]] static constexpr bool refuse_octets(const reading& from, std::uint64_t first,
                                                                     std::uint64_t count, std::uint32_t at) {
        return exactly(from, first, [&](exact_reader& slow, std::uint64_t&) { return slow.fill(count, at); }).is_good;
    }
    [[gnu::cold, gnu::noinline]] static constexpr bool refuse_utf8(const reading& from, bytes data, std::uint64_t end,
                                                                   std::uint32_t at) {
        const std::size_t good = utf8_prefix({data.data(), data.size()});
        return refuse_at(from.refused, reason::bad_utf8, end - (data.size() - good) * 8, at);
    }
    [[gnu::cold, gnu::noinline]] static constexpr bool refuse_at(error& refused, reason why, std::uint64_t bit,
                                                                 std::uint32_t at) {
        refused = error{.why = why, .bit = bit, .more = 0, .at = {.id = at}};
        return false;
    }

    /// The state behind a step of `length` bits.
    [[nodiscard]] constexpr step_apart left_off(std::uint64_t x, unsigned length) const {
        return {x, acc_ << length, at_, avail_ - length, true};
    }

    std::size_t at_;  ///< the next byte to load
    std::uint64_t acc_;
    unsigned avail_;
    const reading* from_;
};

}  // namespace tic
