// The planner: canonical text and fingerprint against goldens, layouts as text, and every error that needs bit counts.
#include "codegen/plan/plan.hpp"
#include "tests/support/compiled.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

using tic::test::compiled;

std::string read(const std::string& name) {
    std::ifstream in(std::string(TIC_TESTS) + "/" + name, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string told(const std::string& text) { return compiled("protocol p; edition 1; " + text).told(); }

/// A session in which the client sends P.
const std::string talk = " session { client { P } server { } start S; state S { on P; } }";

TEST(canonical, is_the_golden_text) {
    for (const auto* name : {"chat", "ints"}) {
        const compiled schema(read(std::string("golden/") + name + ".tic"));
        ASSERT_TRUE(schema.protocol) << schema.told();
        for (unsigned v = schema.protocol->schema().oldest; v <= schema.protocol->schema().version; ++v)
            EXPECT_EQ(tic::plan::canonical(schema.protocol->schema(), v),
                      read(std::string("golden/") + name + ".v" + std::to_string(v) + ".canon"));
    }
}

TEST(canonical, fingerprint_of_the_taste) {
    const compiled schema(read("golden/chat.tic"));
    ASSERT_TRUE(schema.protocol) << schema.told();
    EXPECT_EQ(schema.protocol->layout().at(2).fingerprint, 0xa1f26505U);
    EXPECT_FALSE(schema.protocol->layout().at(1).fingerprint == 0);
}

/// tests/codegen/*.layout; TIC_UPDATE_GOLDEN=1 writes them anew.
TEST(layout_text, is_the_golden_text) {
    for (const auto* name : {"chat", "ints"}) {
        const compiled schema(read(std::string("golden/") + name + ".tic"));
        ASSERT_TRUE(schema.protocol) << schema.told();
        std::string text;
        for (unsigned v = 1; v <= schema.protocol->schema().version; ++v)
            text += tic::plan::print_layout(schema.protocol->layout(), v);
        const std::string golden = std::string("codegen/") + name + ".layout";
        if (std::getenv("TIC_UPDATE_GOLDEN") != nullptr)
            std::ofstream(std::string(TIC_TESTS) + "/" + golden, std::ios::binary) << text;
        EXPECT_EQ(text, read(golden));
    }
}

TEST(layout, versions_that_do_not_differ_share_their_nodes) {
    const compiled schema(
        "protocol p; edition 1; version 3; struct P { a: u8; b: u8 since 3; } struct Q { c: list(u4 ~ last, 0..3); }");
    ASSERT_TRUE(schema.protocol) << schema.told();
    const auto plan = schema.protocol->layout();
    const auto first = [&](unsigned v, tic::index t) { return plan.at(v, t).first_node; };
    EXPECT_EQ(plan.at(1).first_type, plan.at(2).first_type);
    EXPECT_NE(first(2, 0), first(3, 0));
    EXPECT_EQ(first(2, 1), first(3, 1));
}

TEST(limits, list_of_nothing) {
    EXPECT_EQ(told("struct A { l: list(int(5..5), 0..3); }"),
              "1:43 T0801 an element of this list, `int(5..5)`, can take 0 bits in version 1\n");
    EXPECT_NE(told("struct E { } struct A { l: list(E, 0..3); }").find("T0801"), std::string::npos);
    EXPECT_NE(told("struct A { l: list(list(u8, 0), 0..3); }").find("T0801"), std::string::npos);
    EXPECT_NE(told("enum E { one } struct A { l: list(E ~ same, 0..3); }").find("T0801"), std::string::npos);
    EXPECT_EQ(
        told("enum E { one } struct A { l: list(E?, 0..3); m: list(E ~ is one, 0..3); n: list(E ~ recent(2), 0..3); }"),
        "");
    EXPECT_EQ(told("version 2 oldest 2; struct E { a: u8 since 2; } struct A { l: list(E, 0..3); }"), "");
}

TEST(limits, elements_are_multiplied_through) {
    EXPECT_EQ(told("limit 99999999; struct P { l: list(list(u8, 0..255), 0..256); }" + talk), "");
    EXPECT_NE(
        told("limit 99999999; struct P { l: list(list(u8, 0..256), 0..256); }" + talk).find("hold 65792 elements"),
        std::string::npos);
    EXPECT_NE(told("limit 99999999; struct B { l: list(bool, 0..65537); } struct P { b: sealed(B, 0..9); }" + talk)
                  .find("T0802"),
              std::string::npos);
    EXPECT_EQ(
        told("limit 99999999; union U { a: list(u8, 0..65536), b: list(u8, 0..65535) } struct P { u: U; }" + talk), "");
    EXPECT_NE(
        told("limit 99999999; struct I { a: list(u8, 0..65536); } struct P { i: I?; j: bool; k: list(u8, 1); }" + talk)
            .find("65537"),
        std::string::npos);
}

TEST(limits, packets) {
    EXPECT_EQ(told("limit 10; struct P { b: bytes(9); }" + talk), "");  // 7 bits of fill, 72 bits
    EXPECT_NE(told("limit 10; struct P { b: bytes(10); }" + talk)
                  .find("packet `P` can take 11 bytes in version 1; the limit is 10"),
              std::string::npos);
    EXPECT_EQ(told("limit 1; struct P { }" + talk), "");
    EXPECT_NE(told("struct P { b: bytes(0..65536); }" + talk).find("T0803"), std::string::npos);
    EXPECT_EQ(told("version 2 oldest 2; struct P { a: bytes(0..60000); b: bytes(0..60000) until 2; }" + talk), "");
}

TEST(limits, codes_of_more_than_fifteen_bits) {
    EXPECT_EQ(told("enum E { a ~1000, b ~1000 }"), "");
    // Weights stop at 1000: fifteen Fibonacci numbers, and three that join only above them.
    std::string deep;
    for (const unsigned w :
         std::vector<unsigned>{1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 990, 1000})
        deep += "v" + std::to_string(deep.size()) + " ~" + std::to_string(w) + ", ";
    EXPECT_NE(told("enum E { " + deep + " }").find("T0804"), std::string::npos);
}

TEST(limits, nothing_alive) {
    EXPECT_NE(told("version 2; enum E { a since 2 } struct P { e: E; }" + talk).find("T0805"), std::string::npos);
    EXPECT_EQ(told("version 2; enum E { a since 2 } struct P { e: E since 2; }" + talk), "");
    EXPECT_EQ(told("version 2 oldest 2; enum E { a since 2 } struct P { e: E; }" + talk), "");
    EXPECT_EQ(told("version 2; enum E { a since 2 } struct Unused { e: E; } struct P { }" + talk), "");
    EXPECT_NE(told("version 2; union U { a: u8 since 2 } struct B { u: U; } struct P { s: sealed(B, 0..9); }" + talk)
                  .find("T0805"),
              std::string::npos);
}

TEST(limits, types_that_nest_too_deep) {
    std::string text;
    for (int i = 0; i < 300; ++i) text += "struct A" + std::to_string(i) + " { a: A" + std::to_string(i + 1) + "; } ";
    EXPECT_NE(told(text + "struct A300 { }").find("T0806"), std::string::npos);
}

TEST(lints, fill_bits) {
    EXPECT_NE(told("struct P { name: utf8(0..9); on: bool; }" + talk).find("T0990"), std::string::npos);
    EXPECT_EQ(told("struct P { on: bool; name: utf8(0..9); }" + talk), "");
}

}  // namespace
