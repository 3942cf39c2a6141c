// Canonical prefix codes: worked enums, every prefix, codes of 15 bits, lookup of members.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "runtime/layout/prefix_codes.hpp"
#include "tests/runtime/bit_text.hpp"

namespace {

using namespace tic;
using namespace tic::test;

struct table {
    std::vector<prefix_code> codes;
    std::vector<tic::index> ranks;

    /// Lengths in declared order; the codes follow by the canonical rule of section 4.
    explicit table(const std::vector<unsigned>& lengths) {
        for (const unsigned length : lengths) {
            codes.push_back(
                {.member = static_cast<tic::index>(2 * codes.size()), .length = static_cast<std::uint8_t>(length)});
        }
        unsigned code = 0;
        unsigned before = 0;
        for (unsigned length = 0; length <= 15; ++length) {
            for (tic::index i = 0; i < codes.size(); ++i) {
                if (codes[i].length != length) continue;
                if (!ranks.empty()) code = (code + 1) << (length - before);
                before = length;
                codes[i].code = static_cast<std::uint16_t>(code);
                ranks.push_back(i);
            }
        }
    }
    [[nodiscard]] prefix_codes view() const {
        layout all;
        all.codes = codes;
        all.ranks = ranks;
        return {all, {.first = 0, .count = static_cast<tic::index>(codes.size()), .first_rank = 0}};
    }
    [[nodiscard]] std::string text(tic::index offset) const {
        return written([&](bit_writer& out) { write_huffman(out, view(), offset); });
    }
};

void check_prefixes(const table& t, unsigned longest) {
    for (unsigned length = 0; length <= longest; ++length) {
        for (std::uint64_t v = 0; v < std::uint64_t{1} << length; ++v) {
            const std::string text = digits_text(v, length);
            const std::size_t before = (8 - length % 8) % 8;
            const std::vector<std::uint8_t> bytes = from_bits(std::string(before, '1') + text);
            bit_reader in(bytes);
            in.skip(before);
            const read_result got = read_huffman(in, t.view());
            std::size_t more = 99;
            bool is_whole = false;
            for (tic::index i = 0; i < t.codes.size(); ++i) {
                const std::string word = t.text(i);
                if (text.starts_with(word)) {
                    is_whole = true;
                    ASSERT_TRUE(got.ok()) << text;
                    ASSERT_EQ(got.value, i) << text;
                    ASSERT_EQ(in.position(), before + word.size());
                } else if (word.starts_with(text)) {
                    more = std::min(more, word.size() - text.size());
                }
            }
            if (is_whole) continue;
            ASSERT_EQ(got.why, reason::truncated) << text;
            ASSERT_EQ(got.more, more) << text;
        }
    }
}

TEST(prefix, worked_enums) {
    const table weights({1, 3, 3, 2});  // a ~5, b, c ~1, d ~2
    EXPECT_EQ(weights.text(0), "0");
    EXPECT_EQ(weights.text(1), "110");
    EXPECT_EQ(weights.text(2), "111");
    EXPECT_EQ(weights.text(3), "10");
    check_prefixes(weights, 8);
    const table equal({2, 2, 2, 3, 3});
    EXPECT_EQ(equal.text(2), "10");
    EXPECT_EQ(equal.text(3), "110");
    EXPECT_EQ(equal.text(4), "111");
    check_prefixes(equal, 8);
}

TEST(prefix, one_item_takes_no_bits) {
    const table one({0});
    EXPECT_EQ(one.text(0), "");
    bit_reader in(std::span<const std::uint8_t>{});
    const read_result got = read_huffman(in, one.view());
    EXPECT_TRUE(got.ok());
    EXPECT_EQ(got.value, 0U);
}

TEST(prefix, fifteen_bits_deep) {
    std::vector<unsigned> lengths;
    for (unsigned i = 15; i >= 1; --i) lengths.push_back(i);
    lengths.push_back(15);
    const table deep(lengths);
    check_prefixes(deep, 16);
}

TEST(prefix, members_are_found_by_ordinal) {
    const table t({2, 2, 2, 3, 3});
    for (tic::index i = 0; i < 5; ++i) EXPECT_EQ(t.view().find(2 * std::uint64_t{i}), i);
    for (const std::uint64_t dead : {1U, 3U, 9U, 100U}) EXPECT_EQ(t.view().find(dead), none);
}

}  // namespace
