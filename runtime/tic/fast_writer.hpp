// The bit writer of generated code: the same bits as bit_writer. Every step is inlined, so that its state is kept in
// machine registers, and constant widths fold.
#pragma once

#include "bits.hpp"
#include "codes.hpp"
#include "views.hpp"

namespace tic {

/// Writes bits into the caller's bytes. What does not fit is dropped and sets `overflowed`; the bytes written are then
/// of no use.
class fast_writer {
public:
    constexpr explicit fast_writer(std::span<std::uint8_t> out)
        : begin_(out.data()), at_(out.data()), left_(out.size()) {}

    /// The low `count` digits of v. Requires count <= 64 and no higher digit in v.
    [[gnu::always_inline]] constexpr void put(std::uint64_t v, unsigned count) {
        if (count < room_) [[likely]] {
            pending_ = pending_ << count | v;
            room_ -= count;
            return;
        }
        const unsigned rest = count - room_;
        flush((pending_ << (room_ - 1)) << 1 | v >> rest);  // two shifts, since one by room_ = 64 is undefined
        pending_ = v;  // the digits above `rest` are in memory; they are shifted out before the next word is stored
        room_ = 64 - rest;
    }

    /// truncated_binary(span + 1). Requires x <= span.
    [[gnu::always_inline]] constexpr void put_truncated_binary(std::uint64_t x, std::uint64_t span) {
        if (span == ~std::uint64_t{0}) return put(x, 64);
        const unsigned k = digits(span + 1) - 1;
        if (k == 63 && (span + 1) > std::uint64_t{1} << 63) return put_wide_truncated_binary(x, span);
        const std::uint64_t shorter = (std::uint64_t{2} << k) - (span + 1);
        const bool is_long = x >= shorter;
        put(is_long ? x + shorter : x, k + static_cast<unsigned>(is_long));
    }

    /// exp_golomb(k). Requires x <= most and x + 2^k < 2^64. Where `most` is a constant whose code fits 64 bits, the
    /// branch for longer codes is compiled away.
    [[gnu::always_inline]] constexpr void put_exp_golomb(std::uint64_t x, unsigned k,
                                                         std::uint64_t most = ~std::uint64_t{0}) {
        const std::uint64_t y = x + (std::uint64_t{1} << k);
        unsigned length = 2 * digits(y) - 1 - k;
        const bool may_be_long = !exp_golomb_holds(most, k) || exp_golomb_bits(most, k) > 64;
        if (may_be_long && length > 64) [[unlikely]] {
            put(0, length - 64);
            length = 64;
        }
        put(y, length);
    }

    /// Zero bits to the next byte boundary, then the bytes. No bytes: not even the fill.
    [[gnu::always_inline]] constexpr void put_bytes(bytes data) {
        if (data.size() == 0) return;
        store_pending();
        if (left_ < data.size()) [[unlikely]] {
            overflowed_ = true;
            return;
        }
        copy(at_, data.data(), data.size());
        at_ += data.size();
        left_ -= data.size();
    }

    /// Fills the last byte with zeros (a packet of no bits is one zero byte) and returns the number of bytes written.
    [[gnu::always_inline]] constexpr std::size_t finish() {
        if (at_ == begin_ && room_ == 64) put(0, 8);
        store_pending();
        return static_cast<std::size_t>(at_ - begin_);
    }

    [[nodiscard]] constexpr bool overflowed() const { return overflowed_; }

private:
    /// More than 2^63 values: 2^(k + 1) - m no longer fits, but modulo 2^64 it is 0 - m.
    constexpr void put_wide_truncated_binary(std::uint64_t x, std::uint64_t span) {
        const std::uint64_t shorter = 0 - (span + 1);
        if (x < shorter) return put(x, 63);
        put(x + shorter, 64);
    }

    [[gnu::always_inline]] constexpr void flush(std::uint64_t word) {
        if (left_ < 8) [[unlikely]] {
            overflowed_ = true;
            return;
        }
        detail::store_big(at_, word);
        at_ += 8;
        left_ -= 8;
    }

    /// The pending digits as whole bytes, the last one filled with zeros. With room for 8 bytes it stores a whole word:
    /// what is written behind the digits is overwritten by the next store, or lies behind the packet's end.
    [[gnu::always_inline]] constexpr void store_pending() {
        const unsigned used = 64 - room_;
        if (used == 0) return;
        const std::uint64_t word = pending_ << room_;
        const std::size_t count = (used + 7) / 8;
        pending_ = 0;
        room_ = 64;
        if (left_ >= 8) [[likely]] {
            detail::store_big(at_, word);
        } else if (!store_tail(word, count)) {
            return;
        }
        at_ += count;
        left_ -= count;
    }

    constexpr bool store_tail(std::uint64_t word, std::size_t count) {
        if (left_ < count) {
            overflowed_ = true;
            return false;
        }
        for (std::size_t i = 0; i < count; ++i) at_[i] = static_cast<std::uint8_t>(word >> (56 - 8 * i));
        return true;
    }

    /// Most strings are short. From 8 to 32 bytes two copies of fixed size, which may overlap, replace a call of
    /// memcpy.
    [[gnu::always_inline]] static constexpr void copy(std::uint8_t* to, const std::uint8_t* from, std::size_t count) {
        if (std::is_constant_evaluated()) {
            for (std::size_t i = 0; i < count; ++i) to[i] = from[i];
        } else if (count >= 8 && count <= 32) {
            copy_middle(to, from, count);
        } else {
            std::memcpy(to, from, count);
        }
    }
    static void copy_middle(std::uint8_t* to, const std::uint8_t* from, std::size_t count) {
        if (count <= 16) {
            std::uint64_t head = 0;
            std::uint64_t tail = 0;
            std::memcpy(&head, from, 8);
            std::memcpy(&tail, from + count - 8, 8);
            std::memcpy(to, &head, 8);
            std::memcpy(to + count - 8, &tail, 8);
            return;
        }
        struct half {
            std::uint64_t a;
            std::uint64_t b;
        };
        half head{};
        half tail{};
        std::memcpy(&head, from, 16);
        std::memcpy(&tail, from + count - 16, 16);
        std::memcpy(to, &head, 16);
        std::memcpy(to + count - 16, &tail, 16);
    }

    std::uint8_t* begin_;
    std::uint8_t* at_;
    std::size_t left_;           ///< free bytes from `at_` on
    std::uint64_t pending_ = 0;  ///< its low 64 - `room_` digits are not yet in memory
    unsigned room_ = 64;         ///< 1..64; counting down saves a subtraction in `put`
    bool overflowed_ = false;
};

}  // namespace tic
