// A bit reader for generated code that gives up at anything unusual: who called it then reads again with exact_reader.hpp.
#pragma once

#include "arena.hpp"
#include "bits.hpp"
#include "codes.hpp"
#include "prefix.hpp"
#include "result.hpp"
#include "utf8_quick.hpp"
#include "views.hpp"

namespace tic {

/// What a packet changed in memory, so that it can be taken back; what does not fit makes the reader give up.
class undo_log {
public:
    /// Notes a thing before it changes.
    template <class T>
    [[gnu::always_inline]] bool save(T& thing) {
        static_assert(std::is_trivially_copyable_v<T>);
        constexpr std::size_t size = (sizeof(T) + 7) / 8 * 8;
        if (used_ + size + sizeof(entry) > sizeof(bytes_)) [[unlikely]] return false;
        std::memcpy(bytes_ + used_, &thing, sizeof(T));
        const entry e{reinterpret_cast<unsigned char*>(&thing), sizeof(T)};
        std::memcpy(bytes_ + used_ + size, &e, sizeof(entry));
        used_ += size + sizeof(entry);
        return true;
    }

    void rollback() {
        while (used_ != 0) {
            entry e{};
            used_ -= sizeof(entry);
            std::memcpy(&e, bytes_ + used_, sizeof(entry));
            used_ -= (e.size + 7) / 8 * 8;
            std::memcpy(e.where, bytes_ + used_, e.size);
        }
    }

private:
    struct entry {
        unsigned char* where;
        std::size_t size;
    };
    std::size_t used_ = 0;
    alignas(8) unsigned char bytes_[2048];
};

/// Reads bits of a caller's bytes through a register; past the end it sees zeros, which `finish` notices. Every step answers
/// false where the exact reader has to decide.
class fast_reader {
public:
    static constexpr bool is_exact = false;

    fast_reader(std::span<const std::uint8_t> in, undo_log& log, arena& room)
        : data_(in.data()), size_(in.size()), log_(&log), room_(&room) {
        refill();
    }

    [[gnu::always_inline]] bool fixed(std::uint64_t& x, unsigned count, std::uint32_t) {
        if (count <= 56) [[likely]] {
            x = take(count);
        } else {
            x = take(32);
            x = x << (count - 32) | take(count - 32);
        }
        return true;
    }

    [[gnu::always_inline]] bool uniform(std::uint64_t& x, std::uint64_t span, std::uint32_t at) {
        if (span == ~std::uint64_t{0}) return fixed(x, 64, at);
        const unsigned k = digits(span + 1) - 1;
        const std::uint64_t shorter = (std::uint64_t{1} << k << 1) - (span + 1);
        if (k < 56) [[likely]] {
            if (avail_ < k + 1) refill();
            const std::uint64_t seen = acc_ >> (63 - k);
            const bool is_long = seen >> 1 >= shorter;
            x = is_long ? seen - shorter : seen >> 1;
            drop(k + static_cast<unsigned>(is_long));
            return true;
        }
        fixed(x, k, at);
        if (x >= shorter) x = (x << 1 | take(1)) - shorter;
        return true;
    }

    [[gnu::always_inline]] bool skew(std::uint64_t& x, unsigned k, std::uint32_t) {
        unsigned length = 2 * static_cast<unsigned>(std::countl_zero(acc_)) + 1 + k;
        if (length > avail_) {
            refill();
            length = 2 * static_cast<unsigned>(std::countl_zero(acc_)) + 1 + k;
            if (length > avail_) [[unlikely]] return false;
        }
        x = (acc_ >> (64 - length)) - (std::uint64_t{1} << k);
        drop(length);
        return true;
    }

    template <std::size_t N, unsigned Longest>
    [[gnu::always_inline]] bool prefix(std::uint64_t& x, const prefix_reader<N, Longest>& codes, std::uint32_t) {
        if (avail_ < 16) refill();
        const prefix_found found = codes.find(acc_ >> 48);
        drop(found.length);
        x = found.member;
        return true;
    }

    [[gnu::always_inline]] bool octets(bytes& to, std::uint64_t count, std::uint32_t) {
        if (count == 0) {
            to = {};
            return true;
        }
        const unsigned fill = avail_ & 7;
        if (fill != 0 && acc_ >> (64 - fill) != 0) [[unlikely]] return false;
        const std::size_t first = at_ - (avail_ >> 3);
        if (first > size_ || count > size_ - first) [[unlikely]] return false;
        to = {data_ + first, static_cast<std::size_t>(count)};
        at_ = first + static_cast<std::size_t>(count);
        acc_ = 0;
        avail_ = 0;
        return true;
    }
    [[gnu::always_inline]] bool utf8(bytes& to, std::uint64_t count, std::uint32_t at) {
        return octets(to, count, at) && is_utf8(to.data(), to.size());
    }

    [[nodiscard]] std::uint64_t position() const { return static_cast<std::uint64_t>(at_) * 8 - avail_; }
    /// Bits to the end; 0 behind it.
    [[nodiscard]] std::uint64_t left() const {
        const std::uint64_t size = static_cast<std::uint64_t>(size_) * 8;
        return position() < size ? size - position() : 0;
    }
    static constexpr bool refuse(reason, std::uint64_t, std::uint32_t) { return false; }
    static constexpr bool in_element(std::uint32_t) { return false; }

    template <class T>
    [[gnu::always_inline]] bool save(T& thing) { return log_->save(thing); }
    /// For what is not inlined: a call must not see the reader itself, or its state would leave the registers.
    [[nodiscard]] undo_log& log() { return *log_; }
    [[nodiscard]] arena& room() { return *room_; }

    /// The fill and the end; `used` is the packet's bytes.
    [[gnu::always_inline]] bool finish(std::size_t& used, bool alone) {
        const unsigned fill = position() == 0 ? 8 : avail_ & 7;
        if (fill != 0 && acc_ >> (64 - fill) != 0) [[unlikely]] return false;
        used = static_cast<std::size_t>((position() + fill) / 8);
        return alone ? used == size_ : used <= size_;
    }

private:
    [[gnu::always_inline]] std::uint64_t take(unsigned count) {
        if (count == 0) return 0;
        if (avail_ < count) refill();
        const std::uint64_t x = acc_ >> (64 - count);
        drop(count);
        return x;
    }
    [[gnu::always_inline]] void drop(unsigned count) {
        acc_ <<= count;
        avail_ -= count;
    }
    /// At least 56 bits from here on; those behind `avail_` in the register are the bits to come, or zeros.
    [[gnu::always_inline]] void refill() {
        const std::uint64_t word = size_ >= 8 && at_ <= size_ - 8 ? detail::load_big(data_ + at_) : tail(data_, size_, at_);
        acc_ |= word >> avail_;
        at_ += (63 - avail_) >> 3;
        avail_ |= 56;
    }
    /// Fewer than 8 bytes are left; static, so that the reader's own state can stay in registers.
    [[gnu::noinline]] static std::uint64_t tail(const std::uint8_t* data, std::size_t size, std::size_t at) {
        if (at >= size) return 0;
        if (size >= 8) return detail::load_big(data + size - 8) << (8 * (8 - (size - at)));
        std::uint64_t word = 0;
        for (std::size_t i = at; i < size; ++i) word = word << 8 | data[i];
        return word << (8 * (8 - (size - at)));
    }

    const std::uint8_t* data_;
    std::size_t size_;
    std::size_t at_ = 0;       ///< the next byte to load; may lie behind the end, where zeros are
    std::uint64_t acc_ = 0;
    unsigned avail_ = 0;
    undo_log* log_;
    arena* room_;
};

}  // namespace tic
