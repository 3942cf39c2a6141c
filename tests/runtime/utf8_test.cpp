// utf8.hpp: every one-, two- and three-byte sequence and the edges of four against the scalar values they spell.
#include "runtime/tic/utf8.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace {

std::size_t prefix(const std::string& text) {
    return tic::utf8_prefix({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

std::string spell(std::uint32_t scalar) {
    const auto byte = [](std::uint32_t b) { return static_cast<char>(static_cast<std::uint8_t>(b)); };
    if (scalar < 0x80) return {byte(scalar)};
    if (scalar < 0x800) return {byte(0xc0 | scalar >> 6), byte(0x80 | (scalar & 63))};
    if (scalar < 0x10000)
        return {byte(0xe0 | scalar >> 12), byte(0x80 | (scalar >> 6 & 63)), byte(0x80 | (scalar & 63))};
    return {byte(0xf0 | scalar >> 18), byte(0x80 | (scalar >> 12 & 63)), byte(0x80 | (scalar >> 6 & 63)),
            byte(0x80 | (scalar & 63))};
}

TEST(utf8, every_scalar_value_and_no_other) {
    for (std::uint32_t scalar = 0; scalar < 0x110000; ++scalar) {
        const bool is_surrogate = scalar >= 0xd800 && scalar < 0xe000;
        const std::string text = spell(scalar);
        ASSERT_EQ(prefix(text), is_surrogate ? 0 : text.size()) << scalar;
    }
    for (std::uint32_t scalar = 0x110000; scalar < 0x200000; scalar += 61) ASSERT_EQ(prefix(spell(scalar)), 0U);
}

TEST(utf8, every_three_bytes) {
    std::set<std::string> good;
    for (std::uint32_t scalar = 0x80; scalar < 0x10000; ++scalar) {
        if (scalar < 0xd800 || scalar >= 0xe000) good.insert(spell(scalar));
    }
    for (unsigned a = 0x80; a < 0x100; ++a) {
        for (unsigned b = 0; b < 0x100; ++b) {
            for (const unsigned c : {0x00U, 0x7fU, 0x80U, 0xbfU, 0xc0U, 0xffU}) {
                const std::string text{static_cast<char>(a), static_cast<char>(b), static_cast<char>(c)};
                const std::size_t got = prefix(text);
                std::size_t expected = 0;
                if (good.contains(text)) {
                    expected = 3;
                } else if (good.contains(text.substr(0, 2))) {
                    expected = c < 0x80 ? 3 : 2;
                }
                ASSERT_EQ(got, expected) << a << ' ' << b << ' ' << c;
            }
        }
    }
}

TEST(utf8, the_lead_byte_of_the_first_wrong_sequence) {
    for (std::size_t before = 0; before < 40; ++before) {
        const std::string ascii(before, 'a');
        EXPECT_EQ(prefix(ascii), before);
        EXPECT_EQ(prefix(ascii + "\xff" + ascii), before);
        EXPECT_EQ(prefix(ascii + "\xe2\x82"), before) << "cut short";
        EXPECT_EQ(prefix(ascii + "\xe2\x82\xac" + ascii + "\x80"), 2 * before + 3);
        EXPECT_EQ(prefix(ascii + "\xf4\x90\x80\x80"), before);
        EXPECT_EQ(prefix(ascii + "\xc0\xaf"), before);
    }
}

}  // namespace
