// How strings of bits can end: at which bit of a byte, and with how many zeros.
//
// Two questions about a packet need this. Is there ever fill before octets or at the end? That depends on lengths
// modulo
// 8. Can a packet lose its last byte and still be read, because what is missing reads as zeros? That depends on whether
// its last eight bits can all be zero. To enumerate packets is hopeless, and to keep a set of lengths only (the first
// design) answers the first question alone. So a set of strings is kept as the set of pairs (length modulo 8, trailing
// zeros up to 8), which is small, closed under concatenation, and never loses a pair that a real string has.
#pragma once

#include <array>
#include <cstdint>

namespace tic {

/// A set of bit positions modulo 8: bit r is set if a position with remainder r is in it.
using residues = unsigned;
[[nodiscard]] constexpr residues residue(std::uint64_t bits) { return 1U << (bits % 8); }

/// A set of strings of bits, known by their lengths (exact up to 16, then modulo 8) and their trailing zeros (up to 8).
/// Default: the empty set. Every operation may add pairs that no string of the set has, and never drops one.
class endings {
public:
    /// The one string without bits.
    [[nodiscard]] static endings nothing() { return digits(0, 0, 0); }
    [[nodiscard]] static endings zeros(unsigned count) { return digits(count, 0, 0); }
    /// Every `step`th number of low…high (`step` is 1 or 2) in that many digits.
    [[nodiscard]] static endings digits(unsigned count, std::uint64_t low, std::uint64_t high, unsigned step = 1);
    /// `least` to `most` octets of any value; the empty set if `most` is 0.
    [[nodiscard]] static endings octets(std::uint64_t least, std::uint64_t most);

    // The elementary codes of x in low…high, x being what the code writes. Language page, section 4.
    [[nodiscard]] static endings truncated_binary(std::uint64_t span, std::uint64_t low, std::uint64_t high);
    [[nodiscard]] static endings exp_golomb(unsigned order, std::uint64_t low, std::uint64_t high, unsigned step = 1);
    [[nodiscard]] static endings zigzag(unsigned order, std::int64_t low, std::int64_t high);

    endings& operator|=(const endings& other);
    friend endings operator|(endings a, const endings& b) { return a |= b; }
    bool operator==(const endings&) const = default;

    /// Every concatenation of one of these strings and one of the others.
    [[nodiscard]] endings then(const endings& others) const;
    /// Each string with zeros appended up to the next whole byte.
    [[nodiscard]] endings filled() const;

    /// The lengths, modulo 8.
    [[nodiscard]] residues lengths() const;
    /// Whether a string of at least `least_bytes` bytes, filled with zeros to whole bytes as a packet is (no bits
    /// become one byte), can end with a byte of zeros.
    [[nodiscard]] bool may_end_with_zero_byte(unsigned least_bytes) const;

private:
    void add(std::uint64_t length, unsigned last_zeros);

    /// By length, those over 16 moved down to 9…16 by multiples of 8: bit z is set if a string ends with exactly z
    /// zeros, bit 8 if with 8 or more.
    std::array<unsigned, 17> by_length_{};
};

}  // namespace tic
