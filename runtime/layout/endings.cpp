// Numbers with equal last eight digits and codes of equal length end alike, so one of them represents all.
#include "runtime/layout/endings.hpp"

#include <algorithm>
#include <bit>

namespace tic {
namespace {

constexpr unsigned byte = 8;

constexpr std::uint64_t shortened(std::uint64_t length) {
    return length <= 2 * byte ? length : byte + 1 + (length - 1) % byte;
}

}  // namespace

void endings::add(std::uint64_t length, unsigned last_zeros) {
    by_length_[static_cast<std::size_t>(shortened(length))] |= 1U << std::min(last_zeros, byte);
}

endings endings::digits(unsigned count, std::uint64_t low, std::uint64_t high, unsigned step) {
    endings made;
    // A number ends with exactly z zeros if it is 2^z above a multiple of 2^(z+1). The least such number from `low` on
    // decides: if it lies within the bounds (and in the step), strings with z zeros are in the set.
    for (unsigned z = 0; z <= byte && low <= high; ++z) {
        const std::uint64_t every = std::uint64_t{1} << std::min(z + 1, byte);
        const std::uint64_t more = ((std::uint64_t{1} << z) - low) % every;
        if (more % step != 0 || more > high - low) continue;
        made.add(count, low + more == 0 ? count : z);
    }
    return made;
}

endings endings::octets(std::uint64_t least, std::uint64_t most) {
    endings made;
    for (unsigned z = 0; z <= byte && most != 0; ++z) {
        if (least <= 1) made.add(byte, z);
        if (most > 1) made.add(2 * byte, z);
    }
    return made;
}

endings endings::truncated_binary(std::uint64_t span, std::uint64_t low, std::uint64_t high) {
    const auto shorter = static_cast<unsigned>(std::bit_width(span + 1)) - 1;
    const std::uint64_t power = std::uint64_t{1} << shorter;
    const std::uint64_t short_ones = power - (span + 1 - power);
    endings made = digits(shorter, low, std::min(high, short_ones - 1));
    if (high >= short_ones) made |= digits(shorter + 1, std::max(low, short_ones) + short_ones, high + short_ones);
    return made;
}

endings endings::exp_golomb(unsigned order, std::uint64_t low, std::uint64_t high, unsigned step) {
    const std::uint64_t first = low + (std::uint64_t{1} << order);
    const std::uint64_t last = high + (std::uint64_t{1} << order);
    endings made;
    for (auto n = static_cast<unsigned>(std::bit_width(first)), longest = static_cast<unsigned>(std::bit_width(last));
         low <= high && n <= longest; ++n) {
        const std::uint64_t least = std::uint64_t{1} << (n - 1);
        std::uint64_t from = std::max(first, least);
        from += (from - first) % step;
        made |= zeros(n - 1 - order).then(digits(n, from, std::min(last, least - 1 + least), step));
    }
    return made;
}

endings endings::zigzag(unsigned order, std::int64_t low, std::int64_t high) {
    const auto magnitude = [](std::int64_t r) { return static_cast<std::uint64_t>(r < 0 ? ~r : r); };
    endings made;
    if (high >= 0) made |= exp_golomb(order, 2 * magnitude(std::max<std::int64_t>(low, 0)), 2 * magnitude(high), 2);
    if (low < 0)
        made |= exp_golomb(order, 2 * magnitude(std::min<std::int64_t>(high, -1)) + 1, 2 * magnitude(low) + 1, 2);
    return made;
}

endings& endings::operator|=(const endings& other) {
    for (std::size_t i = 0; i < by_length_.size(); ++i) by_length_[i] |= other.by_length_[i];
    return *this;
}

endings endings::then(const endings& others) const {
    endings made;
    for (std::size_t a = 0; a < by_length_.size(); ++a) {
        for (std::size_t b = 0; by_length_[a] != 0 && b < others.by_length_.size(); ++b) {
            // Trailing zeros are those of the second string, unless it is all zeros: then those of the first add to
            // them.
            const unsigned all_zeros = b <= byte ? others.by_length_[b] & 1U << b : 0;
            unsigned& to = made.by_length_[static_cast<std::size_t>(shortened(a + b))];
            to |= others.by_length_[b] & ~all_zeros;
            if (all_zeros == 0) continue;
            const unsigned more = by_length_[a] << b;
            to |= more & ((1U << byte) - 1);
            if (more >> byte != 0) to |= 1U << byte;
        }
    }
    return made;
}

endings endings::filled() const {
    endings made;
    for (unsigned length = 0; length < by_length_.size(); ++length) {
        endings alike;
        alike.by_length_[length] = by_length_[length];
        made |= alike.then(zeros((2 * byte - length) % byte));
    }
    return made;
}

residues endings::lengths() const {
    residues made = 0;
    for (unsigned length = 0; length < by_length_.size(); ++length)
        if (by_length_[length] != 0) made |= residue(length);
    return made;
}

bool endings::may_end_with_zero_byte(unsigned least_bytes) const {
    for (unsigned length = least_bytes <= 1 ? 0 : byte + 1; length < by_length_.size(); ++length)
        if (by_length_[length] >> (length <= byte ? length : length - byte) != 0) return true;
    return false;
}

}  // namespace tic
