// Every kind of fault is made of some schema of a small set; the list is a golden, so that no kind is lost unnoticed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <set>

#include "codegen/mutants/mutants.hpp"
#include "tests/conformance/mutants/support.hpp"

namespace tic::conformance {
namespace {

/// All mutants of the schemas below a folder that stand alone: none with imports, and none that is one.
std::vector<mutant> mutants_in(const std::string& folder) {
    std::vector<mutant> all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".tic" ||
            text_of(entry.path().string()).find("\nimport ") != std::string::npos ||
            text_of(entry.path().string()).find("\nsession {") == std::string::npos)
            continue;
        const test::compiled schema(text_of(entry.path().string()), entry.path().string());
        EXPECT_TRUE(schema.run) << entry.path() << '\n' << schema.told();
        if (!schema.run) continue;
        std::vector<mutant> some;
        std::string wrong;
        EXPECT_TRUE(read_mutants(mutation::print_mutants(schema.run->plan(), "x.tic").list, some, wrong))
            << entry.path() << ": " << wrong;
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

TEST(Kinds, AreThoseOfTheList) {
    std::set<std::string> kinds;
    for (const char* folder : {WIRE_SUITES, MESSENGER_SUITE})
        for (const auto& one : mutants_in(folder)) kinds.insert(one.topic + ' ' + one.kind);
    std::string text;
    for (const auto& kind : kinds) text += kind + '\n';
    if (std::getenv("TIC_UPDATE_GOLDEN") != nullptr) std::ofstream(KINDS_GOLDEN) << text;
    EXPECT_EQ(text, text_of(KINDS_GOLDEN));
    EXPECT_GE(kinds.size(), 80U);
}

TEST(Kinds, NoFaultIsMadeTwice) {
    const test::compiled schema(text_of(TINY_SCHEMA));
    ASSERT_TRUE(schema.run) << schema.told();
    std::vector<mutant> all;
    std::string wrong;
    ASSERT_TRUE(read_mutants(mutation::print_mutants(schema.run->plan(), "tiny.tic").list, all, wrong));
    std::set<std::string> seen;
    for (const auto& one : all)
        EXPECT_TRUE(seen.insert(one.topic + one.kind + one.path + one.who).second)
            << one.kind << ' ' << one.path << ' ' << one.who;
}

}  // namespace
}  // namespace tic::conformance
