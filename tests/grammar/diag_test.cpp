// Diagnostics: collecting, suggesting and rendering.
#include "grammar/diag/render.hpp"

#include <gtest/gtest.h>

namespace tic::diag {
namespace {

TEST(sink, counts_beyond_its_limit) {
    source::files sources;
    sources.add("a.tic", "x\n");
    sink out(2);
    for (int i = 0; i < 5; ++i) out.report(id::unexpected_text, {0, 0, 1}, "number " + std::to_string(i)).help = "none";
    EXPECT_EQ(out.all().size(), 2U);
    EXPECT_EQ(out.errors(), 5U);
    EXPECT_NE(render(sources, out).find("… and 3 more errors"), std::string::npos);
}

TEST(sink, sorts_and_drops_equals) {
    sink out;
    out.report(id::missing_part, {0, 5, 6}, "b");
    out.report(id::missing_part, {0, 1, 2}, "a");
    out.report(id::missing_part, {0, 5, 6}, "b");
    out.sort();
    ASSERT_EQ(out.all().size(), 2U);
    EXPECT_EQ(out.all()[0].message, "a");
}

TEST(codes, are_printed_with_four_digits) {
    EXPECT_EQ(code_of(id::unexpected_text), "T0101");
    EXPECT_EQ(level_of(id::unexpected_text), level::error);
    EXPECT_FALSE(title_of(id::missing_semicolon).empty());
}

TEST(nearest, allows_a_third) {
    EXPECT_EQ(nearest("strcut", {"struct", "state"}), "struct");
    EXPECT_EQ(nearest("mesage", {"message"}), "message");
    EXPECT_EQ(nearest("abcdef", {"uvwxyz"}), "");
    EXPECT_EQ(nearest("ab", {"ac"}), "");
}

TEST(render, places_the_caret_behind_wide_characters_and_tabs) {
    source::files sources;
    sources.add("a.tic", "\t한글 x\n");
    sink out;
    out.report(id::unexpected_text, {0, 8, 9}, "here");
    EXPECT_EQ(render(sources, out.all()[0]),
              "a.tic:1:5: error[T0101]: here\n"
              " 1 |     한글 x\n"
              "   |          ^\n");
}

TEST(render, shows_notes_help_and_the_fix) {
    source::files sources;
    sources.add("a.tic", "one two\nthree\n");
    sink out;
    auto& made = out.report(id::unexpected_text, {0, 4, 7}, "here");
    made.notes.push_back({source::span{0, 8, 13}, "and there"});
    made.help = "do this";
    made.fix = edit{{0, 4, 7}, "2"};
    EXPECT_EQ(render(sources, out),
              "a.tic:1:5: error[T0101]: here\n"
              " 1 | one two\n"
              "   |     ^^^\n"
              "a.tic:2:1: note: and there\n"
              " 2 | three\n"
              "   | ^^^^^\n"
              "help: do this\n"
              " 1 | one 2\n");
}

TEST(render, hides_what_would_disturb_a_terminal) {
    source::files sources;
    sources.add("a.tic", "a\x1b[31m \xE2\x80\xAE b\n");
    sink out;
    out.report(id::unexpected_text, {0, 0, 1}, "here");
    EXPECT_EQ(render(sources, out).find('\x1b'), std::string::npos);
    EXPECT_EQ(render(sources, out).find("\xE2\x80\xAE"), std::string::npos);
    EXPECT_NE(render(sources, out, {true}).find("\x1b[1;31m"), std::string::npos);
}

TEST(render, writes_json) {
    source::files sources;
    sources.add("a.tic", "한 x\n");
    sink out;
    out.report(id::unexpected_text, {0, 4, 5}, "here").fix = edit{{0, 4, 5}, "y"};
    const std::string json = render_json(sources, out);
    EXPECT_NE(json.find("\"column\": 3"), std::string::npos);
    EXPECT_NE(json.find("\"code\": \"T0101\""), std::string::npos);
    EXPECT_NE(json.find("\"text\": \"y\""), std::string::npos);
    EXPECT_EQ(render_json(sources, sink()), "[]\n");
}

}  // namespace
}  // namespace tic::diag
