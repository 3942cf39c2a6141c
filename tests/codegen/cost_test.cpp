// Least and most bits against counts made by writing every value out.
#include "codegen/plan/cost.hpp"

#include <gtest/gtest.h>

namespace {

using namespace tic;
using namespace tic::plan;

TEST(cost, lists_multiply_and_saturate) {
    node n;
    n.operation = op::list;
    n.plain = code::truncated_binary;
    n.span = 3;
    set_bits(n, {2, 10}, 0);
    EXPECT_EQ(n.min_bits, 2U);
    EXPECT_EQ(n.max_bits, 32U);
    set_bits(n, {2, saturated}, 0);
    EXPECT_EQ(n.max_bits, saturated);
}

TEST(cost, optional_and_hints) {
    node n;
    n.operation = op::boolean;
    n.plain = code::fixed;
    n.bits = 1;
    n.span = 1;
    n.by = hint::same;
    n.two_values = true;
    set_bits(n, {}, 0);
    EXPECT_EQ(n.max_bits, 1U);
    n.optional = true;
    set_bits(n, {}, 0);
    EXPECT_EQ(n.min_bits, 1U);
    EXPECT_EQ(n.max_bits, 2U);
    n = {};
    n.plain = code::fixed;
    n.bits = 8;
    n.by = hint::table;
    set_bits(n, {}, 2);
    EXPECT_EQ(n.min_bits, 1U);
    EXPECT_EQ(n.max_bits, 3U + 8U);
}

}  // namespace
