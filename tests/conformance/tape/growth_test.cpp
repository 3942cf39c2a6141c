// What a tape costs to read, play and write grows with its length, not with its square.
#include <gtest/gtest.h>

#include <ctime>

#include "tests/conformance/tape/support.hpp"

namespace tic::conformance {
namespace {

constexpr unsigned few = 4000;
constexpr unsigned many = 16 * few;

/// Of this processor, in any unit.
double cost_of(const std::string& steps) {
    const std::clock_t begin = std::clock();
    read_tapes got("tape a\nschema chat.tic version 2\n" + steps);
    for (tape& each : got.file.tapes) play_tape(each, got.problems);
    const std::string text = format_tapes(got.file);
    EXPECT_EQ(got.told(), "");
    EXPECT_GT(text.size(), steps.size() / 2);
    return static_cast<double>(std::clock() - begin);
}

/// Sixteen times as long costs about 16 times as much; where something grows with the square, 256 times.
template <class Write>
void expect_linear(Write steps) {
    const double cheap = cost_of(steps(few));
    EXPECT_LT(cost_of(steps(many)), 64 * cheap);
}

TEST(Growth, StepsOfSeveralLines) {
    expect_linear([](unsigned count) {
        std::string steps;
        for (unsigned i = 1; i <= count; ++i)
            steps += "> Send chat=5 tag=" + std::to_string(i) + " body=v2{kind=text text=\"" + std::string(100, 'a') +
                     "\"}\n< Sent tag=" + std::to_string(i) + " chat=5 seq=1\n";
        return steps;
    });
}

TEST(Growth, NewNames) {
    expect_linear([](unsigned count) {
        std::string steps;
        for (unsigned i = 1; i <= count; ++i)
            steps += "> Ack chat=$c" + std::to_string(i) + ":new=" + std::to_string(i) + " seq=1\n";
        return steps;
    });
}

TEST(Growth, AnyOrder) {
    expect_linear([](unsigned count) {
        std::string steps = "< any-order {\n";
        for (unsigned i = 1; i <= count; ++i)
            steps += "    Deliver chat=5 sender=9 seq=" + std::to_string(i) +
                     " sent_at=1000 body=v1{kind=text text=\"\"} ;\n";
        return steps + "  }\n";
    });
}

}  // namespace
}  // namespace tic::conformance
