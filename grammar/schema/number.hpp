// An integer as a schema writes it: anything from -(2^64-1) to 2^64-1, so that no sum or sign is lost before it is
// checked.
#pragma once

#include "grammar/schema/schema.hpp"

#include <compare>
#include <string>

namespace tic::schema {

struct number {
    bool negative = false;  // never with magnitude 0
    std::uint64_t magnitude = 0;

    bool operator==(const number&) const = default;
    [[nodiscard]] constexpr std::strong_ordering operator<=>(const number& other) const {
        if (negative != other.negative) return negative ? std::strong_ordering::less : std::strong_ordering::greater;
        return negative ? other.magnitude <=> magnitude : magnitude <=> other.magnitude;
    }
    /// Its 64 bits, two's complement if negative.
    [[nodiscard]] constexpr std::uint64_t bits() const { return negative ? 0 - magnitude : magnitude; }
    [[nodiscard]] std::string text() const {
        std::string digits = std::to_string(magnitude);
        return negative ? digits.insert(0, 1, '-') : digits;
    }
};

[[nodiscard]] constexpr number signed_number(bool negative, std::uint64_t magnitude) {
    return {negative && magnitude != 0, magnitude};
}
[[nodiscard]] constexpr number natural(std::uint64_t value) { return {false, value}; }
/// The value of a domain's 64 bits.
[[nodiscard]] constexpr number from_bits(std::uint64_t bits, bool is_signed) {
    return is_signed && (bits >> 63U) != 0 ? number{true, 0 - bits} : number{false, bits};
}

inline constexpr number least_i64{true, std::uint64_t{1} << 63U};
inline constexpr number greatest_i64{false, (std::uint64_t{1} << 63U) - 1};

[[nodiscard]] constexpr bool holds(const domain& d, const number& n) {
    return n >= from_bits(d.lo, d.is_signed) && n <= from_bits(d.hi, d.is_signed);
}

}  // namespace tic::schema
