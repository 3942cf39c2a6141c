// expected.txt goes stale loudly; patterns, shards and orders choose what they say.
#include "conformance/run/expected.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/conformance/run/played.hpp"

namespace tic::test {
namespace {

using namespace conformance;

expectations known(std::string_view text) {
    std::string wrong;
    auto all = expectations::read("expected.txt", text, wrong);
    EXPECT_TRUE(all.has_value()) << wrong;
    return all.value_or(expectations{});
}

std::string wrong_with(std::string_view text) {
    std::string wrong;
    EXPECT_FALSE(expectations::read("expected.txt", text, wrong).has_value());
    return wrong;
}

TEST(Patterns, AStarStaysWithinAComponent) {
    EXPECT_TRUE(matches("a/b", "a/b"));
    EXPECT_FALSE(matches("a/b", "a/bc"));
    EXPECT_FALSE(matches("a/bc", "a/b"));
    EXPECT_TRUE(matches("a/*", "a/b"));
    EXPECT_TRUE(matches("a/*", "a/"));
    EXPECT_FALSE(matches("a/*", "a/b/c"));
    EXPECT_FALSE(matches("*", "a/b"));
    EXPECT_TRUE(matches("*/*c", "abc/bcbc"));
    EXPECT_TRUE(matches("**", "a/b/c"));
    EXPECT_TRUE(matches("**", ""));
    EXPECT_TRUE(matches("a/**/d*f", "a/b/c/d/def"));
    EXPECT_TRUE(matches("**/x*y", "x/xzy"));
    EXPECT_FALSE(matches("**/x*y", "x/xz/y"));
    EXPECT_TRUE(matches("a#1/set..x=range+1", "a#1/set..x=range+1"));
}

TEST(Expected, BrokenLinesAreToldByPlace) {
    EXPECT_EQ(wrong_with("# fine\n\na/b fail\n"),
              "expected.txt:3: a line is `PATTERN VERDICT # REASON`; the reason is missing");
    EXPECT_EQ(wrong_with("a/b fail #  \n"),
              "expected.txt:1: a line is `PATTERN VERDICT # REASON`; the reason is missing");
    EXPECT_EQ(wrong_with("fail # why\n"),
              "expected.txt:1: a line is `PATTERN VERDICT # REASON`; the verdict is missing");
    EXPECT_THAT(wrong_with("a/b pass # why\n"),
                testing::StartsWith("expected.txt:1: `pass` cannot be expected; use fail"));
    EXPECT_EQ(wrong_with("a fail # 1\na fail # 2\n"), "expected.txt:2: `a` is already on line 1");
    EXPECT_EQ(wrong_with("a b fail # why\n"), "expected.txt:1: blanks in the pattern `a b`");
}

TEST(Expected, AKnownFailureIsNoFailure) {
    played it;
    auto lines = known("num/decode/37 fail # issue 5\n");
    it.input.expected = &lines;
    const auto got = it.play({"wrong", "37"});
    EXPECT_EQ(it.verdict_of("num/decode/37"), verdict::xfail);
    EXPECT_EQ(exit_code_of(got), 0);
}

TEST(Expected, WhatPassesFailsTheRun) {
    played it;
    auto lines = known("num/decode/36 fail # issue 5\n");
    it.input.expected = &lines;
    const auto got = it.play({"honest"});
    EXPECT_EQ(it.verdict_of("num/decode/36"), verdict::xpass);
    EXPECT_EQ(it.at("num/decode/36").why, "expected.txt:1: expected fail, but it passes; remove the line");
    EXPECT_EQ(exit_code_of(got), 1);
}

TEST(Expected, WhatFailsOtherwiseFailsTheRun) {
    played it;
    auto lines = known("num/decode/37 fail # issue 5\n");
    it.input.expected = &lines;
    const auto got = it.play({"crash", "37"});
    EXPECT_EQ(it.verdict_of("num/decode/37"), verdict::crash);
    EXPECT_THAT(it.at("num/decode/37").why, testing::HasSubstr("expected.txt:1: expected fail"));
    EXPECT_EQ(exit_code_of(got), 1);
}

TEST(Expected, WhatMatchesNothingFailsTheRun) {
    played it(5);
    auto lines = known("num/no/such fail # issue 5\n");
    it.input.expected = &lines;
    const auto got = it.play({"honest"});
    ASSERT_EQ(got.end.complaints.size(), 1U);
    EXPECT_EQ(got.end.complaints[0], "expected.txt:1: `num/no/such` matches no case; remove the line");
    EXPECT_EQ(exit_code_of(got), 1);
}

TEST(Expected, APatternIsAboutTwentyCasesAtMost) {
    played it(21, false);
    std::vector<const test_case*> all;
    for (const auto& one : it.cases) all.push_back(&one);
    EXPECT_EQ(known("num/decode/1* fail # x\n").bind(all), "");
    EXPECT_THAT(known("\nnum/decode/* fail # x\n").bind(all),
                testing::StartsWith("expected.txt:2: `num/decode/*` matches 21 cases"));
}

TEST(Expected, TheFixedFileLetsTheSameRunPass) {
    played it;
    auto lines = known("# kept\nnum/decode/37 crash # old\nnum/decode/3 fail # passes\nnum/none fail # stale\n");
    it.input.expected = &lines;
    EXPECT_EQ(exit_code_of(it.play({"wrong", "37"})), 1);
    const auto text = lines.fixed();
    EXPECT_THAT(text, testing::StartsWith("# kept\nnum/decode/37 fail # other values than expected"));
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("stale")));
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("passes\n")));

    auto again = known(text);
    it.input.expected = &again;
    EXPECT_EQ(exit_code_of(it.play({"wrong", "37"})), 0);
    EXPECT_EQ(again.fixed(), text);
}

TEST(Levels, AWeakerCaseFailsNothing) {
    played it;
    for (auto& one : it.cases)
        if (one.id == "num/decode/37") one.weight = level::should;
    EXPECT_EQ(exit_code_of(it.play({"wrong", "37"})), 0);
    EXPECT_EQ(it.verdict_of("num/decode/37"), verdict::fail);
    it.options.weight = level::should;
    EXPECT_EQ(exit_code_of(it.play({"wrong", "37"})), 1);
}

TEST(Shards, TogetherHoldEveryCaseOnce) {
    const played it;
    for (const auto& one : it.cases) {
        unsigned times = 0;
        for (unsigned part = 1; part <= 5; ++part) times += in_shard(one.id, part, 5) ? 1U : 0U;
        EXPECT_EQ(times, 1U);
    }
    std::size_t first = 0;
    for (const auto& one : it.cases) first += in_shard(one.id, 1, 5) ? 1U : 0U;
    EXPECT_GT(first, 20U);
    EXPECT_LT(first, 60U);
}

TEST(Seeds, ShuffleAlwaysAlike) {
    const played it;
    std::vector<const test_case*> one, same, other;
    for (const auto& each : it.cases) one.push_back(&each);
    same = other = one;
    const auto plain = one;
    shuffle(one, 7);
    shuffle(same, 7);
    shuffle(other, 8);
    EXPECT_EQ(one, same);
    EXPECT_NE(one, other);
    EXPECT_TRUE(std::is_permutation(one.begin(), one.end(), plain.begin()));
}

}  // namespace
}  // namespace tic::test
