// The suites of known and of invented schemas reach all that there is to reach, and are the same each time.
#include "conformance/vectors/vectors.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "conformance/classes/played.hpp"
#include "conformance/derive/check.hpp"
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

/// The files as a reader finds them: written, parsed and checked again.
std::vector<tape_file> read_back(const interpreter::program& run) {
    std::vector<tape_file> files;
    std::vector<problem> problems;
    const schema_finder find = [&](const std::string&, const std::string&, std::string&) { return &run; };
    for (const tape_file& made : make_vectors(run, "x.tic"))
        files.push_back(parse_tapes(made.path, format_tapes(made), find, problems));
    check_tapes(files, problems);
    for (const problem& each : problems) ADD_FAILURE() << each.spelled();
    return files;
}

/// What no tape reaches, a line each.
std::vector<std::string> missing(const interpreter::program& run, const std::vector<tape_file>& files) {
    const path_table paths(run);
    const goal_list goals(run, paths);
    const std::set<std::string> reached = reached_by(run, files);
    std::vector<std::string> lines;
    for (const item& i : all_classes(run, paths, goals))
        if (!reached.contains(i.name)) lines.push_back(i.name);
    return lines;
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
    EXPECT_EQ(missing(*schema.run, read_back(*schema.run)), std::vector<std::string>{});
}

TEST_P(Golden, IsTheSameTwice) {
    const test::compiled one(read(GetParam()));
    const test::compiled other(read(GetParam()));
    ASSERT_TRUE(one.run && other.run);
    EXPECT_EQ(text_of(*one.run), text_of(*other.run));
}

INSTANTIATE_TEST_SUITE_P(Vectors, Golden,
                         testing::Values("tests/golden/chat.tic", "tests/golden/ints.tic", "tools/bench/workload.tic"));

TEST(Vectors, WhatATapeAloneReachesIsMissingWithoutIt) {
    const test::compiled schema(read("tests/golden/chat.tic"));
    ASSERT_TRUE(schema.run);
    std::vector<tape_file> files = read_back(*schema.run);
    for (tape_file& file : files)
        std::erase_if(file.tapes, [](const tape& t) { return t.id == "Deliver.seq/after-hit"; });
    EXPECT_EQ(missing(*schema.run, files), std::vector<std::string>{"Deliver.seq/after-hit"});
}

/// The tapes whose ids begin so.
std::vector<tape> named(const std::string& schema_text, const std::string& prefix) {
    const test::compiled schema(schema_text);
    EXPECT_TRUE(schema.run) << schema.told();
    std::vector<tape> found;
    if (!schema.run) return found;
    for (tape_file& file : read_back(*schema.run))
        for (tape& each : file.tapes)
            if (each.id.starts_with(prefix)) found.push_back(std::move(each));
    return found;
}

/// A flag with a zero too many behind it fills the same bytes, but not where it ends one.
TEST(Vectors, FlagsAtTheEndAlsoEndAByte) {
    const std::string schema =
        "protocol p; edition 1; struct A { l: list(u1, 0..7); n: u2; b: bool ~ is true; }\n"
        "session { client { A } server {} start S; state S { on A; } }\n";
    const auto ends_a_byte = [](const tape& t) {
        return t.bads.empty() && t.steps.back().bytes.size() == 1 && t.steps.back().bytes[0] % 2 == 0;
    };
    EXPECT_TRUE(std::ranges::any_of(named(schema, "A.b/hint-miss/whole"), ends_a_byte));
}

/// Both states allow the same; only what a packet leads to tells them apart.
TEST(Vectors, StatesThatAllowTheSameAreToldApart) {
    const std::string schema =
        "protocol p; edition 1; struct X {} struct Y {} struct D {} struct E {}\n"
        "session { client { X, Y } server { D, E } start S;\n"
        "state S { on X reply D go T; on Y reply E; } state T { on X reply D; on Y reply E; } }\n";
    const std::vector<tape> in_second = named(schema, "state.S-v1/reply.X.D/proved-later");
    ASSERT_EQ(in_second.size(), 1U);
    EXPECT_EQ(in_second[0].steps.size(), 4U);  // X D, then X is no barrier for the next
    const std::vector<tape> in_first = named(schema, "state.S-v1/reply.Y.E/proved-later");
    ASSERT_EQ(in_first.size(), 1U);
    EXPECT_EQ(in_first[0].steps.size(), 3U);
    EXPECT_EQ(in_first[0].bads.size(), 1U);
}

TEST(Vectors, NamesAreStable) {
    const test::compiled schema(
        "protocol p; edition 1; version 2; memory { c: u8; }\n"
        "struct A { n: u8 ~ c + 1; k: K since 2; t: utf8(1..3)?; } enum K { x, y ~3 }\n"
        "session { client { A } server {} start S; state S { on A; } }\n");
    ASSERT_TRUE(schema.run) << schema.told();
    const path_table paths(*schema.run);
    std::string names;
    for (const item& i : all_classes(*schema.run, paths, goal_list(*schema.run, paths))) names += i.name + "\n";
    const std::string path = "tests/conformance/vectors/names.txt";
    if (std::getenv("TIC_UPDATE_GOLDEN") != nullptr) std::ofstream(TIC_ROOT "/" + path) << names;
    EXPECT_EQ(names, read(path));
}

TEST(Vectors, InventedSchemasAreReachedWhole) {
    const std::uint64_t seed = setting("TIC_SEED", 1);
    const std::uint64_t count = setting("TIC_VALUES", 24);
    std::cout << "TIC_SEED=" << seed << " TIC_VALUES=" << count << "\n";
    test::inventor invent(seed);
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::string text = invent.next();
        const test::compiled schema(text);
        ASSERT_TRUE(schema.run) << schema.told() << text;
        std::vector<std::string> left = missing(*schema.run, read_back(*schema.run));
        // Which fills hints together forbid the layout alone does not show.
        std::erase_if(left, [](const std::string& name) { return name.ends_with("/fill"); });
        ASSERT_EQ(left, std::vector<std::string>{}) << "TIC_SEED=" << seed << ", schema " << i + 1 << ":\n" << text;
    }
}

}  // namespace
}  // namespace tic::conformance
