// Least and most bits against counts made by writing every value out.
#include "codegen/plan/cost.hpp"

#include <gtest/gtest.h>

namespace {

using namespace tic;
using namespace tic::plan;

TEST(cost, truncated_binary_is_k_or_one_more) {
    node n;
    n.plain = code::truncated_binary;
    n.span = 4;  // five values: s = 3 of two bits, two of three
    EXPECT_EQ(number_cost(n).least, 2U);
    EXPECT_EQ(number_cost(n).most, 3U);
    n.span = 7;
    EXPECT_EQ(number_cost(n).least, 3U);
    EXPECT_EQ(number_cost(n).most, 3U);
    n.span = 0;
    EXPECT_EQ(number_cost(n).most, 0U);
}

TEST(cost, exp_golomb_lengths_of_section_4) {
    EXPECT_EQ(exp_golomb_length(0, 0), 1U);
    EXPECT_EQ(exp_golomb_length(1, 0), 3U);
    EXPECT_EQ(exp_golomb_length(0, 4), 5U);
    EXPECT_EQ(exp_golomb_length(17, 4), 7U);
    EXPECT_EQ(exp_golomb_length(2000, 11), 12U);
}

TEST(cost, lists_multiply_and_saturate) {
    node n;
    n.operation = op::list;
    n.plain = code::truncated_binary;
    n.span = 3;
    set_cost(n, {2, 10}, 0);
    EXPECT_EQ(n.min_bits, 2U);
    EXPECT_EQ(n.max_bits, 32U);
    set_cost(n, {2, saturated}, 0);
    EXPECT_EQ(n.max_bits, saturated);
}

TEST(cost, predictions_reach_from_end_to_end) {
    node n;
    n.operation = op::number;
    n.by = hint::predict;
    n.span = 10;
    n.delta = 1;
    EXPECT_EQ(residual_cost(n).most, exp_golomb_length(zigzag(-11), 0));
    n.wrap_bits = 16;
    EXPECT_EQ(residual_cost(n).most, exp_golomb_length(65535, 0));
}

TEST(cost, optional_and_hints) {
    node n;
    n.operation = op::boolean;
    n.plain = code::fixed;
    n.bits = 1;
    n.span = 1;
    n.by = hint::same;
    n.two_values = true;
    set_cost(n, {}, 0);
    EXPECT_EQ(n.max_bits, 1U);
    n.optional = true;
    set_cost(n, {}, 0);
    EXPECT_EQ(n.min_bits, 1U);
    EXPECT_EQ(n.max_bits, 2U);
    n = {};
    n.plain = code::fixed;
    n.bits = 8;
    n.by = hint::table;
    set_cost(n, {}, 2);
    EXPECT_EQ(n.min_bits, 1U);
    EXPECT_EQ(n.max_bits, 3U + 8U);
}

}  // namespace
