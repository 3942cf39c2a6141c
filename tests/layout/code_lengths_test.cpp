// The lengths of codes, worked by hand.
#include "runtime/layout/code_lengths.hpp"

#include <gtest/gtest.h>

#include "runtime/tic/codes.hpp"

namespace {

using namespace tic;

TEST(code_lengths, truncated_binary_is_k_or_one_more) {
    node n;
    n.plain = code::truncated_binary;
    n.span = 4;  // five values: s = 3 of two bits, two of three
    EXPECT_EQ(number_bits(n).least, 2U);
    EXPECT_EQ(number_bits(n).most, 3U);
    n.span = 7;
    EXPECT_EQ(number_bits(n).least, 3U);
    EXPECT_EQ(number_bits(n).most, 3U);
    n.span = 0;
    EXPECT_EQ(number_bits(n).most, 0U);
}

TEST(code_lengths, exp_golomb_bitss_of_section_4) {
    EXPECT_EQ(exp_golomb_bits(0, 0), 1U);
    EXPECT_EQ(exp_golomb_bits(1, 0), 3U);
    EXPECT_EQ(exp_golomb_bits(0, 4), 5U);
    EXPECT_EQ(exp_golomb_bits(17, 4), 7U);
    EXPECT_EQ(exp_golomb_bits(2000, 11), 12U);
}

TEST(code_lengths, predictions_reach_from_end_to_end) {
    node n;
    n.operation = op::number;
    n.by = hint::predict;
    n.span = 10;
    n.delta = 1;
    EXPECT_EQ(residual_bits(n).most, exp_golomb_bits(zigzag(-11), 0));
    n.wrap_bits = 16;
    EXPECT_EQ(residual_bits(n).most, exp_golomb_bits(65535, 0));
}

}  // namespace
