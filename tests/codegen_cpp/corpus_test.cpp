// What the fuzzer of decoders found worth keeping, run again: generated code and interpreter answer alike. One input a
// line.
#include "tests/fuzz/decode_once.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace tic::test {
namespace {

std::vector<std::uint8_t> from_hex(const std::string& line) {
    std::vector<std::uint8_t> bytes;
    for (std::size_t i = 0; i + 1 < line.size(); i += 2)
        bytes.push_back(static_cast<std::uint8_t>(std::stoul(line.substr(i, 2), nullptr, 16)));
    return bytes;
}

TEST(fuzz_corpus, is_answered_alike) {
    std::ifstream file(TICTOC_CORPUS);
    std::size_t inputs = 0;
    for (std::string line; std::getline(file, line); ++inputs) EXPECT_EQ(decode_once(from_hex(line)), "") << line;
    EXPECT_GT(inputs, 1000U) << "the corpus is not there: " << TICTOC_CORPUS;
}

}  // namespace
}  // namespace tic::test
