// Bits to bytes and back, most significant bit first: the only pointer arithmetic of a codec. Language page, section 4.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>

namespace tic {

namespace detail {

constexpr std::uint64_t swap_to_big(std::uint64_t v) {
    if constexpr (std::endian::native == std::endian::little) {
        return __builtin_bswap64(v);
    } else {
        return v;
    }
}

constexpr std::uint64_t load_big(const std::uint8_t* from) {
    if (std::is_constant_evaluated()) {
        std::uint64_t v = 0;
        for (unsigned i = 0; i < 8; ++i) v = v << 8 | from[i];
        return v;
    }
    std::uint64_t v = 0;
    std::memcpy(&v, from, 8);
    return swap_to_big(v);
}

constexpr void store_big(std::uint8_t* to, std::uint64_t v) {
    if (std::is_constant_evaluated()) {
        for (unsigned i = 0; i < 8; ++i) to[i] = static_cast<std::uint8_t>(v >> (56 - 8 * i));
        return;
    }
    v = swap_to_big(v);
    std::memcpy(to, &v, 8);
}

constexpr void copy_bytes(std::uint8_t* to, const std::uint8_t* from, std::size_t count) {
    if (std::is_constant_evaluated()) {
        for (std::size_t i = 0; i < count; ++i) to[i] = from[i];
    } else if (count != 0) {
        std::memcpy(to, from, count);
    }
}

}  // namespace detail

/// Writes bits into the caller's bytes (section 4). What does not fit is dropped and sets `overflowed`; the bytes
/// written are then of no use.
class bit_writer {
public:
    constexpr explicit bit_writer(std::span<std::uint8_t> out)
        : begin_(out.data()), at_(out.data()), end_(out.data() + out.size()) {}

    /// The low `count` digits of v. Requires count <= 64 and no higher digit in v.
    constexpr void put(std::uint64_t v, unsigned count) {
        const unsigned room = 64 - used_;
        if (count < room) [[likely]] {
            pending_ = pending_ << count | v;
            used_ += count;
            return;
        }
        const unsigned rest = count - room;
        flush_word((pending_ << (room - 1)) << 1 | v >> rest);  // two shifts, since one by room = 64 is undefined
        pending_ = v;  // the digits above `rest` are in memory; they are shifted out before the next word is stored
        used_ = rest;
    }

    /// Zero bits to the next byte boundary.
    constexpr void align() { put(0, (8 - used_ % 8) % 8); }

    /// Zero bits to the next byte boundary, then the bytes.
    constexpr void put_bytes(std::span<const std::uint8_t> bytes) {
        align();
        flush_bytes();
        if (static_cast<std::size_t>(end_ - at_) < bytes.size()) {
            overflowed_ = true;
            return;
        }
        detail::copy_bytes(at_, bytes.data(), bytes.size());
        at_ += bytes.size();
    }

    /// Fills the last byte with zeros (a packet of no bits is one zero byte) and returns the number of bytes written.
    constexpr std::size_t finish() {
        if (position() == 0) put(0, 8);
        align();
        flush_bytes();
        return static_cast<std::size_t>(at_ - begin_);
    }

    /// Bits written.
    [[nodiscard]] constexpr std::uint64_t position() const {
        return static_cast<std::uint64_t>(at_ - begin_) * 8 + used_;
    }
    [[nodiscard]] constexpr bool overflowed() const { return overflowed_; }

private:
    constexpr void flush_word(std::uint64_t word) {
        if (end_ - at_ < 8) [[unlikely]] {
            overflowed_ = true;
            return;
        }
        detail::store_big(at_, word);
        at_ += 8;
    }

    constexpr void flush_bytes() {
        for (; used_ != 0; used_ -= 8) {
            if (at_ == end_) {
                overflowed_ = true;
                used_ = 0;
                return;
            }
            *at_++ = static_cast<std::uint8_t>(pending_ >> (used_ - 8));
        }
    }

    std::uint8_t* begin_;
    std::uint8_t* at_;
    std::uint8_t* end_;
    // Digits are collected in a word, which is stored when it is full. Storing bytes as they fill would be simpler, but
    // costs a loop for each code.
    std::uint64_t pending_ = 0;  ///< its low `used_` digits are not yet in memory
    unsigned used_ = 0;          ///< 0..63
    bool overflowed_ = false;
};

/// Reads bits from the caller's bytes (section 4), which must outlive it. Past the end it sees zeros: compare with
/// `left` before `skip` or `take_bytes`.
class bit_reader {
public:
    constexpr explicit bit_reader(std::span<const std::uint8_t> in) : data_(in.data()), bytes_(in.size()) {
        if (bytes_ >= 8) {
            last_word_ = bytes_ - 8;
            tail_ = detail::load_big(data_ + last_word_);
        } else {
            for (std::size_t i = 0; i < bytes_; ++i) tail_ |= static_cast<std::uint64_t>(data_[i]) << (56 - 8 * i);
        }
    }

    [[nodiscard]] constexpr std::uint64_t size() const { return static_cast<std::uint64_t>(bytes_) * 8; }
    [[nodiscard]] constexpr std::uint64_t position() const { return position_; }
    [[nodiscard]] constexpr std::uint64_t left() const { return size() - position_; }

    /// The bits from bit `at` on, the first one highest. Only the upper 57 are valid: the load begins at a whole byte.
    [[nodiscard]] constexpr std::uint64_t window(std::uint64_t at) const {
        const std::size_t byte = static_cast<std::size_t>(at >> 3);
        const unsigned bit = static_cast<unsigned>(at & 7);
        if (byte < last_word_) [[likely]]
            return detail::load_big(data_ + byte) << bit;
        // A load here would pass the end: the last 8 bytes were loaded once, and are shifted instead.
        const std::size_t behind = byte - last_word_;
        if (behind > 7) return 0;
        return (tail_ << (8 * behind)) << bit;
    }
    [[nodiscard]] constexpr std::uint64_t window() const { return window(position_); }

    /// `count` bits from `at` on, at most 64; zeros past the end.
    [[nodiscard]] constexpr std::uint64_t peek(std::uint64_t at, unsigned count) const {
        if (count == 0) return 0;
        if (count <= 57) [[likely]]
            return window(at) >> (64 - count);
        const unsigned rest = count - 32;
        return (window(at) >> 32) << rest | window(at + 32) >> (64 - rest);
    }

    /// Advances by `count` bits. Requires count <= left().
    constexpr void skip(std::uint64_t count) { position_ += count; }

    /// The next `count` bytes. Requires a position at a byte boundary and 8 * count <= left().
    [[nodiscard]] constexpr std::span<const std::uint8_t> take_bytes(std::size_t count) {
        const std::span<const std::uint8_t> bytes{data_ + (position_ >> 3), count};
        position_ += static_cast<std::uint64_t>(count) * 8;
        return bytes;
    }

private:
    const std::uint8_t* data_;
    std::size_t bytes_;
    std::size_t last_word_ = 0;  ///< the byte at which the last whole word begins: the last safe load
    std::uint64_t tail_ = 0;     ///< the last 8 bytes (all of them if there are fewer), the first one highest
    std::uint64_t position_ = 0;
};

}  // namespace tic
