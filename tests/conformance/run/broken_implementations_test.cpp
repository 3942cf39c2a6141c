// Implementations that hang, crash, flood or talk rubbish at one value: the verdict falls on that case alone, and the
// run goes on.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "conformance/implementation/function.hpp"
#include "tests/conformance/run/played.hpp"

namespace tic::test {
namespace {

using namespace conformance;

/// All but one pass, and the one is as said.
void expect_one(const played& it, const run_result& got, const std::string& id, verdict is) {
    EXPECT_EQ(got.broken, "");
    EXPECT_EQ(it.verdict_of(id), is) << name_of(it.verdict_of(id)) << ": "
                                     << (it.heard->by_id.contains(id) ? it.at(id).why : "");
    EXPECT_EQ(got.end.of(verdict::pass), it.cases.size() - 1);
    EXPECT_EQ(it.heard->settled_count, it.cases.size());
    EXPECT_EQ(exit_code_of(got), 1);
}

struct breaking {
    const char* mode;
    verdict is;
    const char* why;
};

class BrokenImplementation : public testing::TestWithParam<breaking> {};

TEST_P(BrokenImplementation, IsBlamedOnTheRightCase) {
    played it;
    const bool silent = GetParam().is == verdict::timeout;
    if (silent) it.options.limits.timeout = std::chrono::milliseconds(3000);
    const auto got = it.play({GetParam().mode, "37"});
    expect_one(it, got, "num/decode/37", GetParam().is);
    EXPECT_NE(it.at("num/decode/37").why.find(GetParam().why), std::string::npos) << it.at("num/decode/37").why;
}

INSTANTIATE_TEST_SUITE_P(All, BrokenImplementation,
                         testing::Values(breaking{"hang", verdict::timeout, "no answer within 3 s"},
                                         breaking{"crash", verdict::crash, "SIGSEGV"},
                                         breaking{"exit", verdict::crash, "it ended before it answered"},
                                         breaking{"code", verdict::crash, "ended with exit code 7"},
                                         breaking{"flood_lines", verdict::fail, "an unknown id"},
                                         breaking{"flood_line", verdict::fail, "a line longer than"},
                                         breaking{"flood_aside", verdict::timeout, "no answer within"},
                                         breaking{"rubbish", verdict::fail, "not an answer: `??[31m what?`"},
                                         breaking{"half", verdict::crash, "after the incomplete line"},
                                         breaking{"twice", verdict::fail, "an unsolicited line"},
                                         breaking{"unasked", verdict::fail, "an unknown id"},
                                         breaking{"wrong", verdict::fail, "other values"}),
                         [](const auto& each) { return std::string(each.param.mode); });

TEST(BrokenImplementations, KeepWhatTheyWroteForPeople) {
    played it;
    it.play({"crash", "37"});
    EXPECT_EQ(it.at("num/decode/37").stderr_text, "about to fall\n");
}

TEST(BrokenImplementations, AtTheFirstAndAtTheLastCase) {
    for (const auto* k : {"0", "99"}) {
        played it;
        expect_one(it, it.play({"crash", k}), std::string("num/decode/") + k, verdict::crash);
    }
}

TEST(BrokenImplementations, WhatDoesNotComeAgainIsFlaky) {
    const auto marker = std::filesystem::temp_directory_path() / ("tictoc-once-" + std::to_string(::getpid()));
    std::filesystem::remove(marker);
    played it;
    const auto got = it.play({"once", "37", marker.string()});
    std::filesystem::remove(marker);
    EXPECT_EQ(got.end.of(verdict::flaky), 1U);
    EXPECT_EQ(got.end.of(verdict::pass), it.cases.size() - 1);
    EXPECT_EQ(exit_code_of(got), 1);
}

TEST(BrokenImplementations, ThatFallAtEveryCaseAreGivenUp) {
    played it(200);
    it.options.limits.breakdowns = 5;
    it.options.check_first = false;
    const auto got = it.play_to([&](std::string& why) -> std::unique_ptr<implementation> {
        auto one = around([](std::string_view line, std::string& out) {
            if (line.starts_with("hello")) out += "hello 1 num impl=x versions=1:- ops=decode,encode";
        });
        if (one == nullptr) why = "no memory";
        return one;
    });
    EXPECT_EQ(exit_code_of(got), 3);
    EXPECT_NE(got.end.abandoned.find("too often"), std::string::npos);
    EXPECT_GE(got.end.of(verdict::not_run), it.cases.size() - 10);
}

TEST(BrokenImplementations, SeveralAtOnceLoseNoCase) {
    played it;
    it.options.jobs = 3;
    expect_one(it, it.play({"crash", "37"}), "num/decode/37", verdict::crash);
}

TEST(BrokenImplementations, ThatEndBadlyAreToldOf) {
    played it;
    const auto got = it.play({"leaks"});
    ASSERT_FALSE(got.end.complaints.empty());
    EXPECT_NE(got.end.complaints.front().find("exit code 23"), std::string::npos);
    EXPECT_EQ(exit_code_of(got), 1);
}

}  // namespace
}  // namespace tic::test
