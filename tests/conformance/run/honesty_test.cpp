// Implementations that cannot be judged never pass; odd but honest ones do.
#include <gtest/gtest.h>

#include "conformance/implementation/child.hpp"
#include "tests/conformance/run/played.hpp"

namespace tic::test {
namespace {

using namespace conformance;

struct dishonest {
    const char* mode;
    const char* why;
};

class Dishonest : public testing::TestWithParam<dishonest> {};

TEST_P(Dishonest, CannotPass) {
    for (const bool with_bad : {true, false}) {
        played it(20, with_bad);
        if (GetParam().mode == std::string("unflushed")) it.options.limits.timeout = std::chrono::milliseconds(500);
        const auto got = it.play({GetParam().mode});
        EXPECT_EQ(exit_code_of(got), 3);
        EXPECT_NE(got.broken.find(GetParam().why), std::string::npos) << got.broken;
        EXPECT_EQ(it.heard->begun, 0);
    }
}

INSTANTIATE_TEST_SUITE_P(
    All, Dishonest,
    testing::Values(dishonest{"unsupported_all", "no good case passes; num/decode/0: unsupported"},
                    dishonest{"accept_all", "no bad packet is refused"},
                    dishonest{"refuse_all", "no good case passes; num/decode/0: expected `ok`, got refuse range bit=0"},
                    dishonest{"echo", "no good case passes"}, dishonest{"bytes_back", "no good case passes"},
                    dishonest{"knows_all", "an unknown request was not answered with `unsupported`"},
                    dishonest{"protocol", "the implementation is of protocol `other`, the schema of `num`"},
                    dishonest{"version", "the implementation supports version 2"},
                    dishonest{"print", "its fingerprint is deadbeef, the schema's -"},
                    dishonest{"unflushed", "does it flush after each line?"}, dishonest{"dead", "no library found"}),
    [](const auto& each) { return std::string(each.param.mode); });

class Odd : public testing::TestWithParam<const char*> {};

TEST_P(Odd, ButHonestPasses) {
    played it(60);
    const auto got = it.play({GetParam()});
    EXPECT_EQ(got.broken, "");
    EXPECT_EQ(got.end.of(verdict::pass), it.cases.size());
    EXPECT_EQ(exit_code_of(got), 0);
}

INSTANTIATE_TEST_SUITE_P(All, Odd, testing::Values("honest", "slow", "reverse", "crlf", "grandchild"),
                         [](const auto& each) { return std::string(each.param); });

TEST(Honesty, ARefusalWithoutItsBitIsLenient) {
    played it(10);
    const auto got = it.play({"terse"});
    EXPECT_EQ(it.verdict_of("num/bad"), verdict::lenient);
    EXPECT_EQ(exit_code_of(got), 0);
}

TEST(Honesty, WhatIsNotClaimedIsUnsupportedAndSaid) {
    played it(10);
    const auto got = it.play({"less"});
    EXPECT_EQ(got.end.of(verdict::unsupported), 11U);
    EXPECT_EQ(got.end.unsupported, std::vector<std::string>{"ops decode"});
    EXPECT_EQ(exit_code_of(got), 0);
}

TEST(Honesty, WhatIsClaimedAndNotDoneFailsTheRun) {
    played it;
    const auto got = it.play({"unsupported", "37"});
    EXPECT_EQ(it.verdict_of("num/decode/37"), verdict::unsupported);
    EXPECT_EQ(exit_code_of(got), 1);
}

TEST(Honesty, ACommandThatIsNotThereIsSaid) {
    played it(5);
    const auto got = it.play_to([](std::string& why) { return start_child({"no-such-implementation-anywhere"}, why); });
    EXPECT_EQ(got.broken, "cannot start `no-such-implementation-anywhere`: No such file or directory");
    EXPECT_EQ(exit_code_of(got), 3);
}

TEST(Honesty, NothingRunIsNeverGood) {
    run_result none;
    EXPECT_EQ(exit_code_of(none), 3);
    none.end.count[static_cast<std::size_t>(verdict::unsupported)] = 5;
    EXPECT_EQ(exit_code_of(none), 3);
}

}  // namespace
}  // namespace tic::test
