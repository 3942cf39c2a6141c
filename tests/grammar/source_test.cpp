// Lines, columns and UTF-8.
#include "grammar/source/source.hpp"

#include <gtest/gtest.h>

namespace tic::source {
namespace {

TEST(source, positions_count_characters) {
    const file text("a", "한글 x\r\n\ty\n");
    EXPECT_EQ(text.line_count(), 3U);
    EXPECT_EQ(text.line(1), "한글 x");
    EXPECT_EQ(text.line(2), "\ty");
    EXPECT_EQ(text.line(3), "");
    EXPECT_EQ(text.at(7).column, 4U);
    EXPECT_EQ(text.at(11).line, 2U);
    EXPECT_EQ(text.at(11).column, 2U);
    EXPECT_EQ(text.at(999).line, 3U);
}

TEST(source, finds_bad_utf8) {
    EXPECT_EQ(find_bad_utf8("plain 한글 😀"), std::string_view::npos);
    EXPECT_EQ(find_bad_utf8("ab\xC0\x80"), 2U);
    EXPECT_EQ(find_bad_utf8("\xED\xA0\x80"), 0U);
    EXPECT_EQ(find_bad_utf8("\xF4\x90\x80\x80"), 0U);
    EXPECT_EQ(find_bad_utf8("a\xE2\x82"), 1U);
    EXPECT_EQ(find_bad_utf8("\xE0\x80\x80"), 0U);
}

TEST(source, texts_of_spans) {
    files all;
    all.add("a", "one");
    const auto second = all.add("b", "two three");
    EXPECT_EQ(all.text({second, 4, 9}), "three");
    EXPECT_EQ(all.at({second, 4, 9}).column, 5U);
}

}  // namespace
}  // namespace tic::source
