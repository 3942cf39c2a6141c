// Long tapes are read, played and written in a fraction of a second of processor time; the bound leaves room for slow
// builds, and none for work that grows with the square.
#include <gtest/gtest.h>

#include <ctime>

#include "tests/conformance/tape/support.hpp"

namespace tic::conformance {
namespace {

constexpr unsigned many = 60000;

void expect_swift(const std::string& steps) {
    const std::clock_t begin = std::clock();
    read_tapes got("tape a\nschema chat.tic version 2\n" + steps);
    for (tape& each : got.file.tapes) play_tape(each, got.problems);
    const std::string text = format_tapes(got.file);
    const auto spent = (std::clock() - begin) * 1000 / CLOCKS_PER_SEC;
    EXPECT_EQ(got.told(), "");
    EXPECT_GT(text.size(), steps.size() / 2);
    EXPECT_LT(spent, 5000) << "milliseconds";
}

TEST(Speed, StepsOfSeveralLines) {
    std::string steps;
    for (unsigned i = 1; i <= many; ++i)
        steps += "> Send chat=5 tag=" + std::to_string(i) + " body=v2{kind=text text=\"" + std::string(100, 'a') +
                 "\"}\n< Sent tag=" + std::to_string(i) + " chat=5 seq=1\n";
    expect_swift(steps);
}

TEST(Speed, NewNames) {
    std::string steps;
    for (unsigned i = 1; i <= many; ++i)
        steps += "> Ack chat=$c" + std::to_string(i) + ":new=" + std::to_string(i) + " seq=1\n";
    expect_swift(steps);
}

TEST(Speed, AnyOrder) {
    std::string steps = "< any-order {\n";
    for (unsigned i = 1; i <= many; ++i)
        steps +=
            "    Deliver chat=5 sender=9 seq=" + std::to_string(i) + " sent_at=1000 body=v1{kind=text text=\"\"} ;\n";
    expect_swift(steps + "  }\n");
}

}  // namespace
}  // namespace tic::conformance
