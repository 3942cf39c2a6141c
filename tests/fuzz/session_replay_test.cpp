// What the fuzzer of sessions found worth keeping, run again with the interpreter beside it, and random inputs. One
// input a line.
#include "tests/fuzz/session_once.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

namespace tic::test {
namespace {

std::vector<std::uint8_t> from_hex(const std::string& line) {
    std::vector<std::uint8_t> bytes;
    for (std::size_t i = 0; i + 1 < line.size(); i += 2)
        bytes.push_back(static_cast<std::uint8_t>(std::stoul(line.substr(i, 2), nullptr, 16)));
    return bytes;
}

TEST(session_corpus, holds_what_a_conversation_promises) {
    std::ifstream file(TICTOC_CORPUS);
    std::size_t inputs = 0;
    for (std::string line; std::getline(file, line); ++inputs)
        ASSERT_EQ(session_once(from_hex(line), true), "") << line;
    EXPECT_GT(inputs, 1000U) << "the corpus is not there: " << TICTOC_CORPUS;
}

TEST(session_corpus, random_steering_holds_it_too) {
    std::mt19937_64 random(1);
    for (unsigned round = 0; round < 4000; ++round) {
        std::vector<std::uint8_t> input(4 + random() % 200);
        for (std::uint8_t& byte : input) byte = static_cast<std::uint8_t>(random());
        ASSERT_EQ(session_once(input, round % 4 == 0), "") << "round " << round;
    }
}

}  // namespace
}  // namespace tic::test
