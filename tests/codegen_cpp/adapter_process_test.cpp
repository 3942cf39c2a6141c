// A generated adapter as a process: pieces of lines, many lines, a last line without its end, `bye`.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <string>

namespace {

/// What the adapter answers to a file that comes through a pipe.
std::string answers_to(const std::string& requests) {
    const std::string file =
        testing::TempDir() + "adapter_" + testing::UnitTest::GetInstance()->current_test_info()->name();
    std::ofstream(file) << requests;
    std::FILE* const pipe = popen(("cat '" + file + "' | '" CHAT_ADAPTER "'").c_str(), "r");
    std::string got;
    std::array<char, 4096> piece{};
    while (const std::size_t count = std::fread(piece.data(), 1, piece.size(), pipe)) got.append(piece.data(), count);
    EXPECT_EQ(pclose(pipe), 0);
    std::remove(file.c_str());
    return got;
}

TEST(adapter_process, answers_every_line_once_and_in_order) {
    std::string requests, expected;
    for (int i = 0; i < 50000; ++i) {  // more than one block
        requests += "decode " + std::to_string(i) + " Ack/2 8000000002c0\n";
        expected += "ok " + std::to_string(i) + " .chat=5 .seq=1\n";
    }
    EXPECT_EQ(answers_to(requests), expected);
}

TEST(adapter_process, ends_after_bye_and_answers_a_last_line_without_its_end) {
    EXPECT_EQ(answers_to("encode 1 Kind/2 .=text\nbye\nencode 2 Kind/2 .=text\n"), "ok 1 00\n");
    EXPECT_EQ(answers_to("encode 1 Kind/2 .=text"), "ok 1 00\n");
    EXPECT_EQ(answers_to(""), "");
}

}  // namespace
