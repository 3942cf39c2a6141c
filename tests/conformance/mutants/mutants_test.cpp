// Lists of mutants, proofs, scores, and implementations that break down, with an implementation that goes wrong where
// the test says.
#include <gtest/gtest.h>

#include "conformance/implementation/function.hpp"
#include "conformance/mutants/report.hpp"
#include "tests/conformance/mutants/support.hpp"

namespace tic::conformance {
namespace {

/// The interpreter, but for what `bend` makes of an answer while a fault is on.
start_implementation bent(const interpreter::program& run,
                          std::function<void(unsigned, std::string_view, std::string&)> bend) {
    return [&run, bend](std::string&) {
        return around([right = interpreter_answers(run), bend, active = 0U](std::string_view request,
                                                                            std::string& answer) mutable {
            if (!request.starts_with("mutant ")) {
                right(request, answer);
                return bend(active, request, answer);
            }
            const auto id = request.substr(7, request.rfind(' ') - 7);
            active = static_cast<unsigned>(std::stoul(std::string(request.substr(request.rfind(' ') + 1))));
            answer = "ok " + std::string(id);
        });
    };
}

class Mutants : public testing::Test {
protected:
    std::vector<mutant_result> try_on(const start_implementation& start, std::vector<mutant> all) {
        mutants_ = std::move(all);
        suite_.add("decode", "Dot/1 85");
        auto results = try_mutants(*schema_.run, mutants_, suite_.cases, start,
                                   {.patience = std::chrono::milliseconds(300)}, broken_);
        return results;
    }
    static mutant about_dot(unsigned number) {
        return {
            .number = number, .topic = "number", .kind = "width+1", .path = "Dot.x", .versions = {1}, .who = "decoder"};
    }

    test::compiled schema_{text_of(TINY_SCHEMA)};
    asked_suite suite_{*schema_.run};
    std::vector<mutant> mutants_{};
    std::string broken_{};
};

TEST_F(Mutants, AListIsRead) {
    std::vector<mutant> all;
    std::string wrong;
    ASSERT_TRUE(
        read_mutants("# head\n1 hint inverted A.b 1,3 both\n2 packet cut-accepted client all decoder\n", all, wrong))
        << wrong;
    EXPECT_EQ(spell(all[0]), "1 hint inverted A.b 1,3 both");
    EXPECT_EQ(all[0].group(), "symmetric");
    EXPECT_EQ(spell(all[1]), "2 packet cut-accepted client all decoder");
    EXPECT_EQ(all[1].group(), "packet");
    EXPECT_FALSE(read_mutants("2 hint inverted A.b 1 both\n", all, wrong)) << "numbers go on from the last";
    EXPECT_EQ(wrong.substr(0, 3), "1: ");
    all.clear();
    EXPECT_FALSE(read_mutants("1 hint inverted A.b one both\n", all, wrong));
}

TEST_F(Mutants, WhatChangesNothingIsProvedAndWhatChangesOneAnswerIsNot) {
    const auto start = bent(*schema_.run, [](unsigned fault, std::string_view request, std::string& answer) {
        if (fault == 2 && request.ends_with(" a7c1")) answer += "0";
        if (fault == 3 && request.starts_with("encode ") &&
            request.find(".x=7 .colour=blue .far=true") != std::string_view::npos)
            answer += "0";
    });
    const auto results = try_on(start, {about_dot(1), about_dot(2), about_dot(3)});
    EXPECT_EQ(results[0].is, fate::equivalent);
    EXPECT_NE(results[0].how.find("questions about Dot"), std::string::npos) << results[0].how;
    EXPECT_EQ(results[1].is, fate::survived);
    EXPECT_EQ(results[2].is, fate::survived);
}

TEST_F(Mutants, WhatTheBoundOfAnEncoderIsCannotBeProved) {
    auto one = about_dot(1);
    one.topic = "bound";
    const auto results = try_on(bent(*schema_.run, [](unsigned, std::string_view, std::string&) {}), {one});
    EXPECT_EQ(results[0].is, fate::survived);
}

TEST_F(Mutants, ABreakdownIsNoticedAndTheNextIsTriedAfresh) {
    const auto start = bent(*schema_.run, [](unsigned fault, std::string_view, std::string& answer) {
        if (fault == 1) answer = "what?";
        if (fault == 2) answer.clear();
    });
    const auto results = try_on(start, {about_dot(1), about_dot(2), about_dot(3)});
    EXPECT_EQ(results[0].is, fate::killed);
    EXPECT_EQ(results[1].is, fate::killed);
    EXPECT_EQ(results[2].is, fate::equivalent);
    EXPECT_EQ(broken_, "");
}

TEST_F(Mutants, AnImplementationWithoutFaultsIsToldApart) {
    const start_implementation plain = interpreter_implementation(*schema_.run);
    (void)try_on(plain, {about_dot(1)});
    EXPECT_NE(broken_.find("--mutants"), std::string::npos) << broken_;
}

TEST_F(Mutants, ScoresCountWhatCanBeNoticed) {
    auto alike = about_dot(4);
    alike.who = "both";
    const std::vector<mutant> all{about_dot(1), about_dot(2), about_dot(3), alike};
    const std::vector<mutant_result> results{{&all[0], fate::killed, "c", "w", 1},
                                             {&all[1], fate::equivalent, "", "p", 1},
                                             {&all[2], fate::survived, "", "", 1},
                                             {&all[3], fate::killed, "c", "w", 1}};
    auto scores = score_by_group(results);
    EXPECT_EQ(scores["number"].all, 3U);
    EXPECT_DOUBLE_EQ(scores["number"].percent(), 50.0);
    EXPECT_DOUBLE_EQ(scores["symmetric"].percent(), 100.0);
    EXPECT_EQ(scores[""].equivalent, 1U);
    std::ostringstream text;
    print_score(text, {"tiny.tic", 7, 0.5, results}, true);
    EXPECT_NE(text.str().find("survived: 3 number width+1 Dot.x 1 decoder"), std::string::npos) << text.str();
}

}  // namespace
}  // namespace tic::conformance
