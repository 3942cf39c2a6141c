// The rooms of ARCHITECTURE.md include only what its block `arrows` allows, what users ship depends on nothing, and
// only the parser includes ANTLR.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <sstream>

#include "tests/repo/tree.hpp"

namespace tic::tests {
namespace {

struct room {
    std::vector<std::string> rooms;      // the others whose headers it may include
    std::vector<std::string> libraries;  // the first part of an include in angle brackets
};

std::vector<std::string> words(const std::string& text) {
    std::vector<std::string> found;
    std::istringstream in(text);
    for (std::string word; in >> word;) found.push_back(word);
    return found;
}

std::map<std::string, room> read_arrows() {
    std::map<std::string, room> found;
    const auto& all = tree();
    const auto page = std::ranges::find(all, std::string("ARCHITECTURE.md"), &tree_file::path);
    if (page == all.end()) return found;
    bool open = false;
    std::vector<std::string> entries;  // one a room; a line that begins with a blank continues the one before
    for (const auto& line : page->lines) {
        if (line.starts_with("```"))
            open = line == "```text arrows";
        else if (open && line.starts_with(' ') && !entries.empty())
            entries.back() += line;
        else if (open)
            entries.push_back(line);
    }
    for (const auto& entry : entries) {
        const auto colon = entry.find(':');
        if (colon == std::string::npos) continue;
        const auto semicolon = std::min(entry.find(';'), entry.size());
        const auto name = words(entry.substr(0, colon));
        found[name.at(0)] = {words(entry.substr(colon + 1, semicolon - colon - 1)),
                             words(entry.substr(std::min(semicolon + 1, entry.size())))};
    }
    return found;
}

bool is_within(const std::string& path, const std::string& folder) {
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

bool is_any_within(const std::string& path, const std::vector<std::string>& folders) {
    return std::ranges::any_of(folders, [&](const std::string& folder) { return is_within(path, folder); });
}

/// The innermost room that holds the path.
std::string room_of(const std::string& path, const std::map<std::string, room>& arrows) {
    std::string best;
    for (const auto& [name, ignored] : arrows)
        if (is_within(path, name) && name.size() > best.size()) best = name;
    return best;
}

struct included {
    std::string path;
    bool quoted = false;
};

std::vector<included> includes_of(const tree_file& file) {
    static const std::regex line_of(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)");
    std::vector<included> found;
    const auto raw = file.raw_string_lines();  // what generated code includes
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        std::smatch parts;
        if (!raw[i] && std::regex_match(file.lines[i], parts, line_of))
            found.push_back({parts[2].str(), parts[1].str() == "\""});
    }
    return found;
}

/// A header of the standard library: a lone word without a dot.
bool is_standard(const std::string& path) { return path.find_first_of("/.") == std::string::npos; }

bool is_ours(const std::string& path) {
    static const std::vector<std::string> tops{"grammar", "codegen", "runtime", "conformance", "tools", "tests"};
    return path.find('/') != std::string::npos && is_any_within(path, tops);
}

bool is_allowed(const included& one, const std::string& own, const room& may) {
    if (one.path.starts_with("mutants/"))
        return own == "runtime/mutants" || is_any_within("runtime/mutants", may.rooms);
    if (one.path.starts_with("tic/")) return own == "runtime/tic" || is_any_within("runtime/tic", may.rooms);
    if (is_ours(one.path)) return is_within(one.path, own) || is_any_within(one.path, may.rooms);
    if (one.quoted && one.path.find('/') == std::string::npos && one.path.ends_with(".hpp"))
        return true;  // of its folder
    if (is_standard(one.path)) return true;
    const auto first = one.path.substr(0, one.path.find('/'));
    return std::ranges::find(may.libraries, first) != may.libraries.end();
}

TEST(Arrows, AreReadFromThePage) { EXPECT_GE(read_arrows().size(), 10U); }

TEST(Arrows, HoldForEveryInclude) {
    const auto arrows = read_arrows();
    for (const auto& file : tree()) {
        if (!file.is_cpp() || file.is_data()) continue;
        const auto own = room_of(file.path, arrows);
        ASSERT_FALSE(own.empty()) << file.path << " is in no room of ARCHITECTURE.md";
        if (own == "tests") continue;  // they use what they test, and what tests are made with
        for (const auto& one : includes_of(file))
            EXPECT_TRUE(is_allowed(one, own, arrows.at(own))) << file.path << " includes " << one.path;
    }
}

TEST(Arrows, WhatUsersShipDependsOnNothing) { EXPECT_TRUE(read_arrows().at("runtime/tic").rooms.empty()); }

/// Mutants are made outside, from what codegen/cpp hands on as data and runtime/tic as its one hook.
TEST(Arrows, WhatUsersShipKnowsNoMutants) {
    const std::regex word("mutant|mutat|fault", std::regex::icase);
    const std::regex innocent("default", std::regex::icase);
    for (const auto& file : tree()) {
        if (!file.under("codegen/cpp") && !file.under("runtime/tic")) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            EXPECT_FALSE(std::regex_search(std::regex_replace(file.lines[i], innocent, ""), word))
                << file.path << ':' << i + 1;
    }
}

TEST(Arrows, LeadNowhereInACircle) {
    const auto arrows = read_arrows();
    for (const auto& [name, may] : arrows) {
        std::vector<std::string> reached = may.rooms;
        for (std::size_t i = 0; i < reached.size() && reached.size() < 1000; ++i)
            for (const auto& [other, next] : arrows)
                if (is_within(other, reached[i])) reached.insert(reached.end(), next.rooms.begin(), next.rooms.end());
        EXPECT_EQ(std::ranges::find(reached, name), reached.end()) << name;
    }
}

TEST(Arrows, OnlyTheParserNamesTheParserGenerator) {
    const std::regex name("antlr", std::regex::icase);
    for (const auto& file : tree()) {
        if (!file.is_cpp() || file.under("grammar/parse") || file.under("grammar/generated") ||
            file.under("tests/repo"))
            continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            EXPECT_FALSE(std::regex_search(file.lines[i], name)) << file.path << ':' << i + 1;
    }
}

}  // namespace
}  // namespace tic::tests
