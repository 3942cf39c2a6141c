// The elementary codes: how each is written, read and measured. Language page, section 4.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "bits.hpp"
#include "result.hpp"

namespace tic {

/// The outcome of reading one code: its value; or a reason, the bit at which it is reported, and for `truncated` the
/// fewest further BITS (an `error` counts bytes). After an error `value` is 0 and the reader has not moved.
struct read_result {
    std::uint64_t value = 0;
    reason why = reason::ok;
    std::uint64_t bit = 0;
    std::uint64_t more = 0;

    [[nodiscard]] constexpr bool ok() const { return why == reason::ok; }
};

namespace detail {

constexpr read_result lacks(const bit_reader& in, std::uint64_t more) {
    return {.value = 0, .why = reason::truncated, .bit = in.size(), .more = more};
}

/// The low `count` digits.
constexpr std::uint64_t low_digits(std::uint64_t v, unsigned count) {
    return count == 64 ? v : v & ((std::uint64_t{1} << count) - 1);
}

}  // namespace detail

/// The number of binary digits of x; 0 for 0.
constexpr unsigned digits(std::uint64_t x) { return static_cast<unsigned>(std::bit_width(x)); }

/// r >= 0 becomes 2r, r < 0 becomes -2r - 1.
constexpr std::uint64_t zigzag(std::int64_t r) {
    return static_cast<std::uint64_t>(r) << 1 ^ (r < 0 ? ~std::uint64_t{0} : 0);
}
constexpr std::int64_t unzigzag(std::uint64_t x) { return static_cast<std::int64_t>(x >> 1 ^ (~(x & 1) + 1)); }

/// The 64-bit pattern of the two's complement number in the low `count` digits of v. Requires 1 <= count <= 64.
constexpr std::uint64_t extend_sign(std::uint64_t v, unsigned count) {
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(v << (64 - count)) >> (64 - count));
}

/// fixed(count): x in `count` digits.
constexpr void write_fixed(bit_writer& out, std::uint64_t x, unsigned count) { out.put(x, count); }
constexpr read_result read_fixed(bit_reader& in, unsigned count) {
    if (count > in.left()) [[unlikely]]
        return detail::lacks(in, count - in.left());
    const std::uint64_t x = in.peek(in.position(), count);
    in.skip(count);
    return {.value = x};
}

/// truncated_binary(m) with m = span + 1 values: the span rather than m, so that 2^64 values can be said. Requires
/// x <= span.
constexpr unsigned truncated_binary_bits(std::uint64_t x, std::uint64_t span) {
    const unsigned k = span == ~std::uint64_t{0} ? 64 : digits(span + 1) - 1;
    if (k == 64) return 64;
    const std::uint64_t shorter = (std::uint64_t{1} << k << 1) - (span + 1);
    return x < shorter ? k : k + 1;
}
constexpr void write_truncated_binary(bit_writer& out, std::uint64_t x, std::uint64_t span) {
    const unsigned k = span == ~std::uint64_t{0} ? 64 : digits(span + 1) - 1;
    if (k == 64) return out.put(x, 64);
    const std::uint64_t shorter = (std::uint64_t{1} << k << 1) - (span + 1);
    if (x < shorter) {
        out.put(x, k);
    } else {
        out.put(x + shorter, k + 1);
    }
}
constexpr read_result read_truncated_binary(bit_reader& in, std::uint64_t span) {
    if (span == ~std::uint64_t{0}) return read_fixed(in, 64);
    const unsigned k = digits(span + 1) - 1;
    const std::uint64_t shorter = (std::uint64_t{1} << k << 1) - (span + 1);
    const std::uint64_t x = in.peek(in.position(), k);  // zeros past the end: the completion with the fewest bits
    const unsigned length = x < shorter ? k : k + 1;
    if (length > in.left()) [[unlikely]]
        return detail::lacks(in, length - in.left());
    const std::uint64_t value = x < shorter ? x : in.peek(in.position(), k + 1) - shorter;
    in.skip(length);
    return {.value = value};
}

/// exp_golomb(k), Exp-Golomb of order k: the n digits of x + 2^k behind n - 1 - k zeros. Requires x + 2^k < 2^64, which
/// is what `exp_golomb_holds` answers.
constexpr unsigned exp_golomb_bits(std::uint64_t x, unsigned k) {
    return 2 * digits(x + (std::uint64_t{1} << k)) - 1 - k;
}
constexpr bool exp_golomb_holds(std::uint64_t x, unsigned k) {
    return x <= ~std::uint64_t{0} - (std::uint64_t{1} << k);
}
constexpr void write_exp_golomb(bit_writer& out, std::uint64_t x, unsigned k) {
    const std::uint64_t y = x + (std::uint64_t{1} << k);
    const unsigned n = digits(y);
    const unsigned length = 2 * n - 1 - k;
    if (length <= 64) {
        out.put(y, length);
    } else {
        out.put(0, n - 1 - k);
        out.put(y, n);
    }
}

namespace detail {

/// All cases: codes longer than a window, codes that the end cuts, and more zeros than 63 - k, which no value has.
constexpr read_result read_long_exp_golomb(bit_reader& in, unsigned k) {
    const std::uint64_t first = in.position();
    const std::uint64_t left = in.left();
    std::uint64_t zeros = 0;
    while (zeros <= 63 - k && zeros < left) {
        const auto seen = static_cast<unsigned>(std::countl_zero(in.window(first + zeros)));
        zeros += seen < 57 ? seen : 57;
        if (seen < 57) break;
    }
    if (zeros > left) zeros = left;
    if (zeros > 63 - k) return {.value = 0, .why = reason::overlong, .bit = first, .more = 0};
    const std::uint64_t length = 2 * zeros + 1 + k;
    if (zeros == left) return lacks(in, 1 + zeros + k);
    if (length > left) return lacks(in, length - left);
    const std::uint64_t y = in.peek(first + zeros, static_cast<unsigned>(zeros) + 1 + k);
    in.skip(length);
    return {.value = y - (std::uint64_t{1} << k)};
}

}  // namespace detail

constexpr read_result read_exp_golomb(bit_reader& in, unsigned k) {
    // The zeros of the window give the length, so one load and one shift read almost every code.
    const std::uint64_t window = in.window();
    const unsigned length = 2 * static_cast<unsigned>(std::countl_zero(window)) + 1 + k;
    if (length <= 57 && length <= in.left()) [[likely]] {
        in.skip(length);
        return {.value = (window >> (64 - length)) - (std::uint64_t{1} << k)};
    }
    return detail::read_long_exp_golomb(in, k);
}

/// The fill before a byte string of `bytes` bytes, and whether all its bytes are there; `take_bytes` takes them
/// afterwards. An empty string has no fill. A set fill bit is reported before missing bytes, since no further bytes
/// could complete such a code.
constexpr read_result read_fill(bit_reader& in, std::uint64_t bytes) {
    if (bytes == 0) return {};
    const auto fill = static_cast<unsigned>((8 - in.position() % 8) % 8);
    const std::uint64_t set = in.peek(in.position(), fill);
    if (set != 0) [[unlikely]] {
        return {.value = 0, .why = reason::bad_padding, .bit = in.position() + fill - digits(set), .more = 0};
    }
    const std::uint64_t whole = (in.left() - fill) / 8;  // the fill ends a byte that has begun, so it is never missing
    if (bytes > whole) [[unlikely]]
        return detail::lacks(in, (bytes - whole) * 8);
    in.skip(fill);
    return {};
}

/// The fill at a packet's end. The packet begins at bit 0; a packet of no bits is one zero byte.
constexpr read_result read_final_fill(bit_reader& in) {
    const unsigned fill = in.position() == 0 ? 8 : static_cast<unsigned>((8 - in.position() % 8) % 8);
    if (fill > in.left()) [[unlikely]]
        return detail::lacks(in, 8);
    const std::uint64_t set = in.peek(in.position(), fill);
    if (set != 0) [[unlikely]] {
        return {.value = 0, .why = reason::bad_padding, .bit = in.position() + fill - digits(set), .more = 0};
    }
    in.skip(fill);
    return {};
}

}  // namespace tic
