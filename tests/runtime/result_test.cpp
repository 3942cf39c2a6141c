// result.hpp: names of reasons, values and errors.
#include "runtime/tic/result.hpp"

#include <gtest/gtest.h>

namespace {

TEST(result, reasons_have_the_names_of_the_page) {
    EXPECT_EQ(name_of(tic::reason::truncated), "truncated");
    EXPECT_EQ(name_of(tic::reason::non_canonical), "non-canonical");
    EXPECT_EQ(name_of(tic::reason::bad_padding), "bad-padding");
    EXPECT_EQ(name_of(tic::reason::bad_utf8), "bad-utf8");
    EXPECT_EQ(name_of(tic::reason::bad_text), "bad-text");
    EXPECT_EQ(name_of(tic::reason::wrong_state), "wrong-state");
    EXPECT_EQ(name_of(tic::reason::newer_version), "newer-version");
    EXPECT_EQ(name_of(tic::reason::schema_mismatch), "schema-mismatch");
}

TEST(result, holds_a_value_or_an_error) {
    const tic::result<int> good(7);
    EXPECT_TRUE(good.ok());
    EXPECT_EQ(*good, 7);
    const tic::result<int> bad(tic::error{.why = tic::reason::range, .bit = 3, .more = 0, .at = {.id = 2}});
    EXPECT_FALSE(bad);
    EXPECT_EQ(bad.error().why, tic::reason::range);
    EXPECT_EQ(bad.error().at.id, 2);
    EXPECT_EQ(bad.value(), 0) << "default-constructed";
}

static_assert(tic::result<int>(3).value() == 3);

}  // namespace
