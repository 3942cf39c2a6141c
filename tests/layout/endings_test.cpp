// Endings of codes against the codes themselves, written number by number.
#include "runtime/layout/endings.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "runtime/tic/codes.hpp"

namespace tic {
namespace {

/// The bits that are written, as `0` and `1`.
std::string bits_of(const std::function<void(bit_writer&)>& write) {
    std::uint8_t bytes[40] = {};
    bit_writer out(bytes);
    write(out);
    const auto count = static_cast<std::size_t>(out.position());
    out.finish();
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += (bytes[i / 8] >> (7 - i % 8) & 1) != 0 ? '1' : '0';
    return text;
}

/// Of one string, bit by bit.
endings endings_of(const std::string& bits) {
    endings made = endings::nothing();
    for (const char c : bits) made = made.then(endings::digits(1, c == '1', c == '1'));
    return made;
}

/// A string before a code, as it is done in a packet.
const std::string leads[] = {"", "0", "101", "1000000", "00000000", "010100000", "1111111100000000"};

void expect_same(const endings& said, const std::function<std::string(std::uint64_t)>& code, std::uint64_t low,
                 std::uint64_t high) {
    for (const std::string& lead : leads) {
        endings written;
        for (std::uint64_t x = low; x <= high; ++x) written |= endings_of(lead + code(x));
        EXPECT_EQ(endings_of(lead).then(said), written) << "behind `" << lead << "`, " << low << " to " << high;
    }
}

TEST(Endings, OfOneString) {
    for (std::size_t length = 0; length <= 40; ++length)
        for (std::size_t zeros = 0; zeros <= length; ++zeros) {
            const std::string bits = std::string(length - zeros, '1') + std::string(zeros, '0');
            const endings of = endings_of(bits);
            EXPECT_EQ(of.lengths(), residue(length)) << bits;
            const std::size_t bytes = length == 0 ? 1 : (length + 7) / 8;
            const bool is_zero = bits.find('1', length == 0 ? 0 : (bytes - 1) * 8) == std::string::npos;
            EXPECT_EQ(of.may_end_with_zero_byte(1), is_zero) << bits;
            EXPECT_EQ(of.may_end_with_zero_byte(2), is_zero && bytes >= 2) << bits;
            EXPECT_EQ(of.filled(), endings_of(bits + std::string((8 - length % 8) % 8, '0'))) << bits;
        }
}

TEST(Endings, OfDigits) {
    for (const unsigned count : {9U, 12U})
        for (std::uint64_t low = 0; low < 300; low += 37)
            for (std::uint64_t high = low; high < low + 200; high += 11)
                expect_same(
                    endings::digits(count, low, high),
                    [&](std::uint64_t x) { return bits_of([&](bit_writer& out) { out.put(x, count); }); }, low, high);
}

TEST(Endings, OfUniform) {
    for (const std::uint64_t span : {0ULL, 1ULL, 2ULL, 6ULL, 7ULL, 150ULL, 255ULL, 299ULL})
        for (std::uint64_t low = 0; low <= span; low += 1 + span / 5)
            for (std::uint64_t high = low; high <= span; high += 1 + span / 7)
                expect_same(
                    endings::truncated_binary(span, low, high),
                    [&](std::uint64_t x) {
                        return bits_of([&](bit_writer& out) { write_truncated_binary(out, x, span); });
                    },
                    low, high);
}

TEST(Endings, OfSkew) {
    for (const unsigned order : {0U, 1U, 4U, 9U})
        for (const std::uint64_t low : {0ULL, 1ULL, 14ULL, 100ULL})
            for (const std::uint64_t more : {0ULL, 1ULL, 3ULL, 30ULL, 300ULL})
                expect_same(
                    endings::exp_golomb(order, low, low + more),
                    [&](std::uint64_t x) { return bits_of([&](bit_writer& out) { write_exp_golomb(out, x, order); }); },
                    low, low + more);
}

TEST(Endings, OfZigzag) {
    for (const unsigned order : {0U, 1U, 3U})
        for (std::int64_t low = -40; low <= 40; low += 8)
            for (std::int64_t high = low; high <= 41; high += 9)
                expect_same(
                    endings::zigzag(order, low, high),
                    [&](std::uint64_t x) {
                        return bits_of([&](bit_writer& out) {
                            write_exp_golomb(out, zigzag(low + static_cast<std::int64_t>(x)), order);
                        });
                    },
                    0, static_cast<std::uint64_t>(high - low));
}

TEST(Endings, OfOctets) {
    EXPECT_EQ(endings::octets(0, 0), endings());
    EXPECT_EQ(endings::octets(1, 1), endings::digits(8, 0, 255));
    EXPECT_EQ(endings::octets(2, 9), endings::digits(16, 0, 65535));
    EXPECT_EQ(endings::octets(0, 9), endings::digits(8, 0, 255) | endings::digits(16, 0, 65535));
}

}  // namespace
}  // namespace tic
