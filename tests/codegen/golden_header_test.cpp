// A whole generated header as a golden, so that a change of a template is read as a change of code.
#include "codegen/cpp/cpp.hpp"
#include "codegen/emit/template.hpp"
#include "tests/support/compiled.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace {

std::string read(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

/// tests/codegen/chat.hpp.golden; TIC_UPDATE_GOLDEN=1 writes it anew.
TEST(generated_header, is_the_golden_one) {
    const tic::test::compiled schema(read(CHAT_SCHEMA), "chat.tic");
    ASSERT_TRUE(schema.protocol) << schema.told();
    const std::string text = tic::cpp::print_header(schema.protocol->layout(), "chat.tic");
    if (std::getenv("TIC_UPDATE_GOLDEN") != nullptr) std::ofstream(CHAT_GOLDEN, std::ios::binary) << text;
    EXPECT_EQ(text, read(CHAT_GOLDEN));
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 120U) << line;
}

TEST(wrap, breaks_behind_commas_outside_of_literals_and_comments) {
    EXPECT_EQ(tic::emit::wrap("  f(a, b, c);\n", 10), "  f(a, b,\n      c);\n");
    EXPECT_EQ(tic::emit::wrap("f(\"a, b, c, d\", e);\n", 12), "f(\"a, b, c, d\", e);\n");
    EXPECT_EQ(tic::emit::wrap("f();  // a, b, c, d\n", 12), "f();  // a, b, c, d\n");
    EXPECT_EQ(tic::emit::wrap("f(a, b);\n", 8), "f(a, b);\n");
}

}  // namespace
