// The suites of known and of invented schemas reach all that there is to reach, and are the same each time.
#include "conformance/vectors/vectors.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "conformance/classes/classes.hpp"
#include "conformance/tape/format.hpp"
#include "tests/support/compiled.hpp"
#include "tests/support/invent.hpp"

namespace tic::conformance {
namespace {

std::string read(const std::string& path) {
    std::ifstream file(TIC_ROOT "/" + path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

/// What no tape of the suite reaches, a line each.
std::string missing(const interpreter::program& run) {
    const place_table places(run);
    const goal_list goals(run, places);
    std::set<std::string> reached;
    for (const tape_file& file : make_vectors(run, "x.tic"))
        for (const tape& t : file.tapes)
            for (const covered& c : t.covers) reached.insert(c.item);
    std::string text;
    for (const item& i : all_classes(run, places, goals))
        if (i.is != item_kind::refusal && !reached.contains(i.name)) text += i.name + "\n";
    return text;
}

std::string text_of(const interpreter::program& run) {
    std::string text;
    for (const tape_file& file : make_vectors(run, "x.tic")) text += file.path + "\n" + format_tapes(file);
    return text;
}

class Golden : public testing::TestWithParam<const char*> {};

TEST_P(Golden, ReachesAll) {
    const test::compiled schema(read(GetParam()));
    ASSERT_TRUE(schema.run) << schema.told();
    EXPECT_EQ(missing(*schema.run), "");
}

TEST_P(Golden, IsTheSameTwice) {
    const test::compiled one(read(GetParam()));
    const test::compiled other(read(GetParam()));
    ASSERT_TRUE(one.run && other.run);
    EXPECT_EQ(text_of(*one.run), text_of(*other.run));
}

INSTANTIATE_TEST_SUITE_P(Vectors, Golden,
                         testing::Values("tests/golden/chat.tic", "tests/golden/ints.tic", "tools/bench/workload.tic"));

TEST(Vectors, InventedSchemasAreReachedWhole) {
    const std::uint64_t seed = setting("TIC_SEED", 1);
    const std::uint64_t count = setting("TIC_VALUES", 24);
    std::cout << "TIC_SEED=" << seed << " TIC_VALUES=" << count << "\n";
    test::inventor invent(seed);
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::string text = invent.next();
        const test::compiled schema(text);
        ASSERT_TRUE(schema.run) << schema.told() << text;
        ASSERT_EQ(missing(*schema.run), "") << "TIC_SEED=" << seed << ", schema " << i + 1 << ":\n" << text;
    }
}

}  // namespace
}  // namespace tic::conformance
