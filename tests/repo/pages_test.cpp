// What stands beside the code keeps up with it: paths named in the pages exist, and editors know every word of the
// grammar.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <string>

#include "tests/repo/tree.hpp"

namespace tic::tests {
namespace {

std::string text_of(const std::string& path) {
    std::string text;
    for (const auto& file : tree())
        if (file.path == path)
            for (const auto& line : file.lines) text += line + '\n';
    return text;
}

std::set<std::string> all_of(const std::string& text, const std::regex& pattern) {
    std::set<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) found.insert((*at)[1].str());
    return found;
}

TEST(Pages, NamePathsThatExist) {
    const std::regex path("`((?:grammar|codegen|runtime|tools|tests|docs)/[A-Za-z0-9_./]+)`");
    for (const auto* page : {"ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"}) {
        const auto named = all_of(text_of(page), path);
        EXPECT_FALSE(named.empty()) << page;
        for (const auto& one : named)
            EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(TIC_ROOT) / one)) << page << " names " << one;
    }
}

TEST(Pages, EditorsKnowEveryWordOfTheGrammar) {
    const auto words = all_of(text_of("grammar/Tic.g4"), std::regex("'([a-z]+)'"));
    EXPECT_GE(words.size(), 30U);
    for (const auto* path : {"tools/editor/tic.vim", "tools/editor/tic.tmLanguage.json"}) {
        const auto patterns = std::regex_replace(text_of(path), std::regex(R"(\\\\b)"), " ");
        const auto known = all_of(patterns, std::regex("\\b([a-z]+)\\b"));
        for (const auto& word : words) EXPECT_TRUE(known.contains(word)) << path << " lacks " << word;
    }
}

}  // namespace
}  // namespace tic::tests
