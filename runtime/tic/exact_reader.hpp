// A bit reader that reports exactly what is wrong: reason, bit, fewest further bytes, path. fast_reader.hpp leaves the
// unusual cases to it. Language page, section 9.
#pragma once

#include "bits.hpp"
#include "codes.hpp"
#include "prefix.hpp"
#include "result.hpp"

namespace tic {

/// Every step returns false after a refusal, which `refused` then holds. `at` is the id of the field's path. Steps are
/// not inlined: they are rare, so small code counts for more than speed.
class exact_reader {
public:
    /// Begins at bit `first`. Requires first <= the number of bits.
    constexpr exact_reader(std::span<const std::uint8_t> in, std::uint64_t first) : in_(in) { in_.skip(first); }

    [[gnu::noinline]] constexpr bool fixed(std::uint64_t& x, unsigned count, std::uint32_t at) {
        return take(x, read_fixed(in_, count), at);
    }
    [[gnu::noinline]] constexpr bool truncated_binary(std::uint64_t& x, std::uint64_t span, std::uint32_t at) {
        return take(x, read_truncated_binary(in_, span), at);
    }
    [[gnu::noinline]] constexpr bool exp_golomb(std::uint64_t& x, unsigned k, std::uint32_t at) {
        return take(x, read_exp_golomb(in_, k), at);
    }

    template <std::size_t N, unsigned Longest>
    [[gnu::noinline]] constexpr bool prefix(std::uint64_t& x, const prefix_reader<N, Longest>& codes,
                                            std::uint32_t at) {
        const prefix_found found = codes.find(in_.peek(in_.position(), 16));
        x = found.member;
        if (found.length > in_.left()) return take(x, detail::lacks(in_, found.length - in_.left()), at);
        in_.skip(found.length);
        return true;
    }

    /// The fill before `count` bytes, and whether they are all there.
    [[gnu::noinline]] constexpr bool fill(std::uint64_t count, std::uint32_t at) {
        std::uint64_t nothing = 0;
        return take(nothing, read_fill(in_, count), at);
    }

    [[nodiscard]] constexpr std::uint64_t position() const { return in_.position(); }

    /// The final fill; `used` becomes the packet's size in bytes. `alone`: bytes behind the packet are `trailing`.
    [[gnu::noinline]] constexpr bool finish(std::size_t& used, bool alone, std::uint32_t at) {
        std::uint64_t nothing = 0;
        if (!take(nothing, read_final_fill(in_), at)) return false;
        used = static_cast<std::size_t>(in_.position() / 8);
        return !alone || in_.left() == 0 || refuse(reason::trailing, in_.position(), at);
    }

    [[nodiscard]] constexpr const error& refused() const { return refused_; }

private:
    constexpr bool refuse(reason why, std::uint64_t bit, std::uint32_t at) {
        refused_.why = why;
        refused_.bit = bit;
        refused_.at.id = at;
        return false;
    }
    constexpr bool take(std::uint64_t& x, const read_result& read, std::uint32_t at) {
        x = read.value;
        if (read.ok()) return true;
        refused_.more = (read.more + 7) / 8;
        return refuse(read.why, read.bit, at);
    }

    bit_reader in_;
    error refused_{};
};

}  // namespace tic
