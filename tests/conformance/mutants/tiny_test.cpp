// A real codec with faults, small enough to be asked everything: all faults are noticed, by a weak suite they are not.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "codegen/mutants/mutants.hpp"
#include "conformance/implementation/child.hpp"
#include "tests/conformance/mutants/support.hpp"

namespace tic::conformance {
namespace {

class Tiny : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(schema_.run) << schema_.told();
        const auto made = mutation::print_mutants(schema_.run->plan(), "tiny.tic");
        ASSERT_TRUE(read_mutants(made.list, mutants_, wrong_)) << wrong_;
        ASSERT_EQ(mutants_.size(), made.count);
    }

    /// What codes a Dot alone; states and the side's packets are not asked here.
    std::vector<mutant> about_dots() const {
        std::vector<mutant> some;
        std::ranges::copy_if(mutants_, std::back_inserter(some),
                             [](const mutant& m) { return m.path.starts_with("Dot"); });
        return some;
    }

    std::vector<mutant_result> try_on(std::span<const mutant> all, const asked_suite& suite) {
        const start_implementation start = [](std::string& why) { return start_child({MUTANTS_OF_TINY}, why); };
        auto results = try_mutants(*schema_.run, all, suite.cases, start, {}, wrong_);
        EXPECT_EQ(wrong_, "");
        return results;
    }

    /// Every string of up to two bytes, every value, and some that are none.
    asked_suite everything() const {
        asked_suite suite(*schema_.run);
        suite.add("decode", "Dot/1 -");
        for (unsigned bits = 0; bits < 256 + 65536; ++bits) {
            char hex[5];
            std::snprintf(hex, sizeof hex, bits < 256 ? "%02x" : "%04x", bits < 256 ? bits : bits - 256);
            const std::string answer = suite.add("decode", std::string("Dot/1 ") + hex);
            if (answer.starts_with("ok")) suite.add("encode", "Dot/1" + answer.substr(2));
        }
        suite.add("encode", "Dot/1 .x=8 .colour=red .far=?");
        return suite;
    }

    test::compiled schema_{text_of(TINY_SCHEMA)};
    std::vector<mutant> mutants_{};
    std::string wrong_{};
};

TEST_F(Tiny, WhoAsksEverythingNoticesEveryFault) {
    const auto all = about_dots();
    const auto suite = everything();
    EXPECT_GT(all.size(), 60U);
    for (const auto& one : try_on(all, suite))
        EXPECT_EQ(one.is, fate::killed) << one.about->number << ' ' << one.about->kind << ' ' << one.about->path << ' '
                                        << one.about->who;
}

TEST_F(Tiny, AWeakSuiteLeavesWhatItMust) {
    asked_suite weak(*schema_.run);
    weak.add("encode", "Dot/1 .x=5 .colour=red .far=?");
    const auto all = about_dots();
    std::set<std::string> survived;
    for (const auto& one : try_on(all, weak)) {
        EXPECT_NE(one.is, fate::equivalent) << one.about->kind << " was proved: " << one.how;
        if (one.is == fate::survived) survived.insert(one.about->kind + ' ' + one.about->path + ' ' + one.about->who);
    }
    EXPECT_TRUE(survived.contains("width+1 Dot.x both")) << "5 is predicted, and has no width";
    EXPECT_TRUE(survived.contains("plain-accepted Dot.x decoder")) << "nothing is decoded";
    EXPECT_TRUE(survived.contains("told-bit Dot.x decoder"));
    EXPECT_FALSE(survived.contains("codes-swapped Dot.colour both")) << "red has another code then";
    EXPECT_FALSE(survived.contains("presence-inverted Dot.far encoder"));
}

TEST_F(Tiny, WithoutAFaultAllIsRight) {
    const mutant none{.number = 0, .topic = "none", .kind = "none", .path = "Dot", .versions = {1}, .who = "both"};
    const auto results = try_on(std::span(&none, 1), everything());
    EXPECT_EQ(results.front().is, fate::equivalent) << results.front().killer << ": " << results.front().how;
}

}  // namespace
}  // namespace tic::conformance
