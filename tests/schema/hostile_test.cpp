// Schemas made to be slow or deep: none may take long, overflow the stack or need gigabytes.
#include "tests/schema/support.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>

namespace tic::tests {
namespace {

/// `count` pieces made by a function of their number.
template <typename Make>
std::string many(unsigned count, Make&& make) {
    std::string result;
    for (unsigned i = 0; i < count; ++i) result += make(i);
    return result;
}

TEST(Hostile, ChainsOfConstsAndTypes) {
    constexpr unsigned n = 30000;
    const auto consts = many(n, [](unsigned i) {
        return fmt::format("const C{} = {};\n", i, i + 1 == n ? "7" : fmt::format("C{}", i + 1));
    });
    EXPECT_TRUE(check_text(consts + "struct S { a: int(0..C0); }")->made);
    const auto types = many(n, [](unsigned i) {
        return fmt::format("type T{} = {};\n", i, i + 1 == n ? "u8" : fmt::format("T{}", i + 1));
    });
    const auto deep = check_text(types + "struct S { a: T0; }");
    EXPECT_EQ(deep->said.errors(), 1U) << deep->codes();
    const auto ring = check_text(many(n, [](unsigned i) { return fmt::format("type T{} = T{};\n", i, (i + 1) % n); }));
    EXPECT_EQ(ring->said.errors(), 1U);
}

TEST(Hostile, DoublingGraphs) {
    const std::string structs = many(300, [](unsigned i) {
        return fmt::format(
            "struct S{0} {{ a: S{1}; b: S{1}; c: list(S{1}, 0..1); d: U{1}; }} union U{0} {{ a: S{1}, b: U{1} }}\n", i,
            i + 1);
    });
    const std::string rest =
        "struct S300 { t: u8 ~ t; } union U300 { a: u8 }\n"
        "struct Root { t: u8 ~ t; s: S0; x: u8 ~ t.x; } memory { t: recent(2) of u8 { x: u8; } }";
    EXPECT_EQ(check_text(structs + rest)->codes().substr(0, 5), "T0418");
    const std::string quiet =
        "struct S300 { } union U300 { a: u8 } struct Root { t: u8 ~ t; s: S0; x: u8 ~ t.x; } memory { t: recent(2) of "
        "u8 { x: u8; } }";
    EXPECT_TRUE(check_text(structs + quiet)->made);
}

TEST(Hostile, DeepStructsAndLongRings) {
    constexpr unsigned n = 20000;
    const auto chain = [](unsigned i) { return fmt::format("struct S{} {{ a: S{}; }}\n", i, i + 1); };
    EXPECT_TRUE(check_text(many(n, chain) + fmt::format("struct S{} {{ }}", n))->made);
    const auto ring = check_text(many(n, chain) + fmt::format("struct S{} {{ a: S0; }}", n));
    EXPECT_EQ(ring->said.errors(), 1U);
    EXPECT_LE(ring->said.all().front().notes.size(), 12U);
}

TEST(Hostile, ManyStatesInEachOther) {
    constexpr unsigned n = 20000;
    const auto states =
        many(n, [](unsigned i) { return fmt::format("state S{} in S{} {{ on P go S{}; }}\n", i, i + 1, i / 2); });
    EXPECT_TRUE(check_text("struct P { } session { client { P } server { } start S0;\n" + states +
                           fmt::format("state S{} {{ }} }}", n))
                    ->made);
}

TEST(Hostile, AllVersions) {
    const auto enums = many(50, [](unsigned i) {
        return fmt::format(
            "enum E{0} {{ {1} }} struct S{0} {{ {2} }}\n", i,
            many(255, [](unsigned v) { return fmt::format("v{0} since {0}, ", v + 1); }),
            many(255, [&](unsigned v) { return fmt::format("f{0}: E{1} since {0} ~ is v{0}; ", v + 1, i); }));
    });
    EXPECT_TRUE(check_text(enums, "version 255;")->made);
}

TEST(Hostile, AThousandErrorsAreCutShort) {
    const auto c =
        check_text(many(5000, [](unsigned i) { return fmt::format("struct S{} {{ a: Nothing{}; }}\n", i, i); }));
    EXPECT_EQ(c->made, nullptr);
    EXPECT_EQ(c->said.errors(), 5000U);
    EXPECT_LE(c->said.all().size(), 100U);
}

TEST(Speed, TwoThousandStructs) {
    const auto field = [](unsigned f) {
        constexpr const char* shapes[] = {"u16 ~ last + 1",
                                          "Id ~ ids",
                                          "uint ~ ids.seq + 1",
                                          "utf8(0..40) ~ 12",
                                          "list(Id ~ same, 0..4)",
                                          "bool ~ is true",
                                          "Kind ~ is a",
                                          "u44 ~ clock within 9",
                                          "i8?",
                                          "sealed(Leaf, 0..40) since 2"};
        return fmt::format("f{}: {}; ", f, shapes[f]);
    };
    const auto structs =
        many(2000, [&](unsigned i) { return fmt::format("struct S{} {{ {} }}\n", i, many(10, field)); });
    const std::string head =
        "type Id = u40 @id; enum Kind { a, b } struct Leaf { a: u8; } memory { ids: recent(8) of Id { seq: uint; } "
        "clock: u44; }\n";
    const auto begin = std::chrono::steady_clock::now();
    const auto c = check_text(head + structs, "version 3;");
    const auto took = std::chrono::steady_clock::now() - begin;
    EXPECT_TRUE(c->made) << c->codes();
    // Parsing is most of it; a slow or shared machine must not fail this, only what is out of all proportion.
    EXPECT_LT(took, std::chrono::seconds(10));
}

}  // namespace
}  // namespace tic::tests
