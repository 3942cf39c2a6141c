// Prefix codes against codes worked by hand from section 4 of the language page.
#include "codegen/plan/huffman.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

std::vector<std::string> codes(const std::vector<std::uint16_t>& weights) {
    std::vector<tic::prefix_code> items;
    for (std::size_t i = 0; i < weights.size(); ++i) items.push_back({static_cast<tic::index>(i), weights[i], 0, 0});
    if (!tic::plan::assign_codes(items)) return {"too long"};
    std::vector<std::string> out;
    for (const auto& item : items) {
        std::string text;
        for (unsigned i = item.length; i-- > 0;) text += (item.code >> i & 1) != 0 ? '1' : '0';
        out.push_back(text);
    }
    return out;
}

using list = std::vector<std::string>;

TEST(huffman, worked_examples) {
    EXPECT_EQ(codes({45, 55}), (list{"0", "1"}));
    EXPECT_EQ(codes({90, 8, 2}), (list{"0", "10", "11"}));
    EXPECT_EQ(codes({5, 1, 1, 2}), (list{"0", "110", "111", "10"}));
    EXPECT_EQ(codes({1, 1, 1, 1, 1}), (list{"00", "01", "10", "110", "111"}));
}

TEST(huffman, one_item_costs_nothing) { EXPECT_EQ(codes({7}), (list{""})); }

TEST(huffman, among_equals_the_later_declared_is_joined_first) {
    // 1 1 2: the two ones join to 2, whose latest item 1 is earlier than item 2: item 2 is taken first, lengths 2 2 1.
    EXPECT_EQ(codes({1, 1, 2}), (list{"10", "11", "0"}));
    // 2 1 1: the joined node's latest item is 2, so it stands before item 0 in the queue; the lengths are the same.
    EXPECT_EQ(codes({2, 1, 1}), (list{"0", "10", "11"}));
    // 1 1 1 2 2: 2,1 join (latest 2, weight 2); then 0 with the later of the twos, item 4.
    EXPECT_EQ(codes({1, 1, 1, 2, 2}), (list{"00", "110", "111", "01", "10"}));
}

TEST(huffman, fifteen_bits_are_the_most) {
    std::vector<std::uint16_t> weights{1, 1};  // Fibonacci weights make the deepest tree
    while (weights.size() < 16)
        weights.push_back(static_cast<std::uint16_t>(weights[weights.size() - 1] + weights[weights.size() - 2]));
    const auto fits = codes(weights);
    EXPECT_EQ(fits[0].size(), 15U);
    weights.push_back(static_cast<std::uint16_t>(weights[15] + weights[14]));
    EXPECT_EQ(codes(weights), list{"too long"});
}

}  // namespace
