// How strings of bits can end: where in a byte, and with how many zeros.
#pragma once

#include <array>
#include <cstdint>

namespace tic {

/// A set of positions within a byte: bit r stands for positions of remainder r.
using residues = unsigned;
[[nodiscard]] constexpr residues residue(std::uint64_t bits) { return 1U << (bits % 8); }

/// A set of strings, of which is known how long they are, exactly up to a byte and then modulo 8, and how many of their
/// last bits are zeros, up to 8.
class endings {
public:
    /// The one string without bits.
    [[nodiscard]] static endings nothing() { return digits(0, 0, 0); }
    [[nodiscard]] static endings zeros(unsigned count) { return digits(count, 0, 0); }
    /// Every `step`th number of low…high (`step` is 1 or 2) in that many digits.
    [[nodiscard]] static endings digits(unsigned count, std::uint64_t low, std::uint64_t high, unsigned step = 1);
    /// Octets behind each other; `most` is 0 where there are none.
    [[nodiscard]] static endings octets(std::uint64_t least, std::uint64_t most);

    // Elementary codes of low…high. Language page, section 4.
    [[nodiscard]] static endings truncated_binary(std::uint64_t span, std::uint64_t low, std::uint64_t high);
    [[nodiscard]] static endings exp_golomb(unsigned order, std::uint64_t low, std::uint64_t high, unsigned step = 1);
    [[nodiscard]] static endings zigzag(unsigned order, std::int64_t low, std::int64_t high);

    endings& operator|=(const endings& other);
    friend endings operator|(endings a, const endings& b) { return a |= b; }
    bool operator==(const endings&) const = default;

    /// Each string with each of the others behind it.
    [[nodiscard]] endings then(const endings& others) const;
    /// Each with zeros up to the next whole byte.
    [[nodiscard]] endings filled() const;

    /// All lengths, modulo 8.
    [[nodiscard]] residues lengths() const;
    /// Whether one of them, its last byte filled with zeros and a string of no bits being one zero byte, ends with a
    /// byte of zeros, and has that many bytes.
    [[nodiscard]] bool may_end_with_zero_byte(unsigned least_bytes) const;

private:
    void add(std::uint64_t length, unsigned last_zeros);

    /// By length, from 9 on modulo 8: bit z stands for z zeros at the end.
    std::array<unsigned, 17> by_length_{};
};

}  // namespace tic
