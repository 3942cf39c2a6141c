// Rules for every file: its job in the first lines, limits of size, no path of the machine it was written on; and every
// diagnostic is tested.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <string>

#include "tests/repo/tree.hpp"

namespace tic::tests {
namespace {

constexpr std::size_t most_lines = 400;
constexpr std::size_t most_columns = 120;
constexpr std::size_t most_function_lines = 60;

/// How a comment begins in files of this kind; empty where none is required.
std::string comment_of(const tree_file& file) {
    static const std::map<std::string, std::string> by_ending{
        {".cpp", "//"}, {".hpp", "//"},    {".h", "//"},     {".cc", "//"},         {".g4", "//"},
        {".def", "//"}, {".tic", "//"},    {".proto", "//"}, {".cmake", "#"},       {".sh", "#"},
        {".py", "#"},   {"packages", "#"}, {".vim", "\""},   {".clang-format", "#"}};
    if (file.path.ends_with("CMakeLists.txt")) return "#";
    for (const auto& [ending, comment] : by_ending)
        if (file.path.ends_with(ending)) return comment;
    return {};
}

TEST(Manners, EveryFileSaysItsJobFirst) {
    for (const auto& file : tree()) {
        if (file.is_data() || file.lines.empty()) continue;
        const bool is_script = file.lines.front().starts_with("#!");
        const std::string comment = is_script ? "#" : comment_of(file);
        if (comment.empty()) continue;
        const std::size_t first = is_script ? 1 : 0;
        ASSERT_LT(first, file.lines.size()) << file.path;
        const std::string& line = file.lines[first];
        const bool documented = comment == "#" && (line.starts_with("\"\"\"") || line.starts_with("r\"\"\""));
        EXPECT_TRUE(documented || line.starts_with(comment)) << file.path << " begins with: " << line;
    }
}

TEST(Manners, NoFileIsTooLong) {
    for (const auto& file : tree())
        if (file.is_written()) {
            EXPECT_LE(file.lines.size(), most_lines) << file.path;
        }
}

/// In characters: the bytes of UTF-8 that do not continue one.
std::size_t columns(const std::string& line) {
    return static_cast<std::size_t>(
        std::ranges::count_if(line, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// The rows of a Markdown table and what a fence shows (a program prints it) cannot be wrapped.
TEST(Manners, NoLineIsTooLong) {
    for (const auto& file : tree()) {
        if (!file.is_written()) continue;
        bool is_fenced = false;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const auto& line = file.lines[i];
            if (file.is_markdown() && line.starts_with("```")) is_fenced = !is_fenced;
            if (file.is_markdown() && (is_fenced || line.starts_with("|"))) continue;
            EXPECT_LE(columns(line), most_columns) << file.path << ':' << i + 1;
        }
    }
}

std::size_t indentation(const std::string& line) { return std::min(line.find_first_not_of(' '), line.size()); }

/// The lines of the block that ends at `end`, without those of raw strings: back to the last line that is indented as
/// little as its end.
std::size_t block_lines(const tree_file& file, const std::vector<bool>& raw, std::size_t end) {
    std::size_t count = 2;
    for (std::size_t at = end; at-- > 0;) {
        if (raw[at]) continue;
        if (!file.lines[at].empty() && indentation(file.lines[at]) <= indentation(file.lines[end])) break;
        ++count;
    }
    return count;
}

/// A function ends where `}` is alone on a line, at the margin or as a member of a class. (A block that is no function
/// is shorter than the function around it.)
TEST(Manners, NoFunctionIsTooLong) {
    for (const auto& file : tree()) {
        if (!file.is_cpp() || file.is_data()) continue;
        const auto raw = file.raw_string_lines();
        for (std::size_t end = 0; end < file.lines.size(); ++end) {
            if (raw[end] || (file.lines[end] != "}" && file.lines[end] != "    }")) continue;
            EXPECT_LE(block_lines(file, raw, end), most_function_lines) << file.path << ':' << end + 1;
        }
    }
}

TEST(Manners, RawStringsAreNoCode) {
    const tree_file file{
        "x.cpp",
        {"auto a = R\"(one", "}", "two)\";", "auto b = R\"x(})x\";", "}", "f(R\"(", ")\" R\"(", "in", ")\");", "out"}};
    EXPECT_EQ(file.raw_string_lines(),
              (std::vector<bool>{false, true, false, false, false, false, false, true, false, false}));
}

TEST(Manners, NoPathOfAMachine) {
    // Concatenated, so that this file does not contain them.
    const std::array<std::string, 3> roots{std::string("/wo") + "rk/", std::string("/ho") + "me/",
                                           std::string("/ro") + "ot/"};
    for (const auto& file : tree())
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            for (const auto& root : roots)
                EXPECT_EQ(file.lines[i].find(root), std::string::npos) << file.path << ':' << i + 1 << ": " << root;
}

TEST(Manners, EveryDiagnosticIsTested) {
    std::string tests;
    std::string codes;
    for (const auto& file : tree()) {
        if (file.path == "grammar/diag/codes.def")
            for (const auto& line : file.lines) codes += line + '\n';
        if (file.under("tests"))
            for (const auto& line : file.lines) tests += line + '\n';
    }
    const std::regex entry(R"(TIC_DIAGNOSTIC\((\d+), \w+, (\w+),)");
    std::size_t count = 0;
    for (std::sregex_iterator at(codes.begin(), codes.end(), entry), end; at != end; ++at, ++count) {
        const std::string number = (*at)[1].str();
        const std::string code = "T" + std::string(4 - number.size(), '0') + number;
        const std::string name = "id::" + (*at)[2].str();
        EXPECT_TRUE(tests.find(code) != std::string::npos || tests.find(name) != std::string::npos)
            << code << " (" << (*at)[2].str() << ") is in no test";
    }
    EXPECT_GE(count, 90U);
}

}  // namespace
}  // namespace tic::tests
