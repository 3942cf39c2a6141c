// What every file owes its readers: its job in the first lines, a size one can read, no trace of the machine it was
// made on; and every diagnostic is tested.
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
constexpr std::size_t most_function_lines = 60;

/// How a comment begins in files of this kind; empty where none is asked for.
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

TEST(Manners, EveryFileTellsItsJobFirst) {
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
    for (const auto& file : tree()) {
        if (!file.is_cpp() || file.is_data()) continue;
        EXPECT_LE(file.lines.size(), most_lines) << file.path;
    }
}

std::size_t indentation(const std::string& line) { return std::min(line.find_first_not_of(' '), line.size()); }

/// A function ends where `}` stands alone, at the margin or as a member of a class; it begins at the last line before
/// that which is indented as little. (A block that is no function is shorter than the function around it.)
TEST(Manners, NoFunctionIsTooLong) {
    for (const auto& file : tree()) {
        if (!file.is_cpp() || file.is_data()) continue;
        for (std::size_t end = 0; end < file.lines.size(); ++end) {
            if (file.lines[end] != "}" && file.lines[end] != "    }") continue;
            std::size_t begin = end;
            while (begin > 0 &&
                   (file.lines[begin - 1].empty() || indentation(file.lines[begin - 1]) > indentation(file.lines[end])))
                --begin;
            EXPECT_LE(end - begin + 2, most_function_lines) << file.path << ':' << end + 1;
        }
    }
}

TEST(Manners, NothingTellsWhereItWasWritten) {
    // Put together here, so that this file does not hold them.
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
            << code << " (" << (*at)[2].str() << ") is said in no test";
    }
    EXPECT_GE(count, 90U);
}

}  // namespace
}  // namespace tic::tests
