// What a checked schema holds: numbering, lives, memory, merged states.
#include "tests/schema/support.hpp"

#include <gtest/gtest.h>

namespace tic::tests {
namespace {

TEST(Schema, TypesAreNumberedInReadingOrderRootFirst) {
    const auto c =
        check_files({{"root.tic", "protocol r; edition 1; import \"a.tic\"; import \"sub/b.tic\"; struct R { a: A; }"},
                     {"a.tic", "protocol a; edition 1; import \"sub/c.tic\"; struct A { x: u8; }"},
                     {"sub/b.tic", "protocol b; edition 1; import \"c.tic\"; import \"../root.tic\"; struct B { }"},
                     {"sub/c.tic", "protocol c; edition 1; struct C { }"}});
    ASSERT_TRUE(c->made) << c->rendered();
    std::string names;
    for (const auto& s : c->made->structs) names += s.name;
    EXPECT_EQ(names, "RABC");
    EXPECT_EQ(c->made->files.size(), 4U);
    EXPECT_EQ(c->made->protocol, "r");
}

TEST(Schema, LivesAndWeights) {
    const auto c = check_text("enum E { a ~ 5, ~ 7 since 3, b since 2 until 3, c until 900 }", "version 3 oldest 2;");
    ASSERT_TRUE(c->made) << c->rendered();
    const auto& values = c->made->enums[0].values;
    EXPECT_EQ(schema::weight_in(values[0].weights, 2), 5);
    EXPECT_EQ(schema::weight_in(values[0].weights, 3), 7);
    EXPECT_EQ(schema::weight_in(values[1].weights, 3), 1);
    EXPECT_EQ(values[1].alive, (schema::life{2, 3}));
    EXPECT_EQ(values[2].alive, (schema::life{1, 0}));
    EXPECT_EQ(c->made->oldest, 2);
}

TEST(Schema, MemoryIsFoundByName) {
    const auto c = check_text(
        "memory { a: u8; t: recent(3) of u8 { x: u8; y: recent(2) of u8; } b: u16; }\n"
        "struct S { t: u8 ~ t; x: u8 ~ t.x; y: u8 ~ t.y; b: u16 ~ b - 1 within 2; }");
    ASSERT_TRUE(c->made) << c->rendered();
    const auto& f = c->made->structs[0].fields;
    EXPECT_EQ(f[0].hints[0].kind, schema::hint_kind::table);
    EXPECT_EQ(f[0].hints[0].entry, schema::none);
    EXPECT_EQ(f[1].hints[0].kind, schema::hint_kind::cell);
    EXPECT_EQ(f[1].hints[0].memory, 0U);
    EXPECT_EQ(f[1].hints[0].entry, 0U);
    EXPECT_EQ(f[2].hints[0].kind, schema::hint_kind::table);
    EXPECT_EQ(f[3].hints[0].memory, 1U);
    EXPECT_EQ(f[3].hints[0].delta, -1);
    EXPECT_EQ(f[3].hints[0].within, 2U);
    EXPECT_EQ(c->made->tables[0].capacity, 3);
}

TEST(Schema, StatesHaveWhatTheyInherit) {
    const auto c = check_text(
        "struct A { } struct B { } struct X { } struct Y { } struct Z { }\n"
        "session { client { A, B } server { X, Y, Z } start S; state Base { on A reply X; on B; push Y; }\n"
        "state S in Base { on B reply X go Base; push Z, Y; } }");
    ASSERT_TRUE(c->made) << c->rendered();
    const auto& talk = *c->made->talk;
    const auto& s = talk.states[1];
    EXPECT_EQ(talk.start, 1U);
    ASSERT_EQ(s.rules.size(), 2U);
    EXPECT_EQ(s.rules[0].request, 1U);
    EXPECT_EQ(s.rules[0].replies[0].go, 0U);
    EXPECT_EQ(s.rules[1].request, 0U);
    EXPECT_EQ(s.pushes, (std::vector<schema::index>{2, 1}));
}

TEST(Schema, SecrecyComesFromTheMarkOrTheType) {
    const auto c =
        check_text("type P = u8 @secret; type Q = P; struct S { a: Q; b: u8 @secret; c: u8; d: list(Q, 0..2); }");
    ASSERT_TRUE(c->made) << c->rendered();
    const auto& f = c->made->structs[0].fields;
    EXPECT_TRUE(f[0].secret);
    EXPECT_TRUE(f[1].secret);
    EXPECT_FALSE(f[2].secret);
    EXPECT_FALSE(f[3].secret);
    EXPECT_TRUE(c->made->elements[f[3].of.element].secret);
}

TEST(Schema, AConstIsMeantBeforeACell) {
    const auto c = check_text(
        "const n = 3; memory { n: u8; t: recent(2) of u8; } const t = 1; struct S { a: u8 ~ n; b: u8 ~ t; }");
    ASSERT_TRUE(c->made) << c->rendered();
    EXPECT_EQ(c->made->structs[0].fields[0].hints[0].kind, schema::hint_kind::expected);
    EXPECT_EQ(c->made->structs[0].fields[1].hints[0].expected, 1U);
}

TEST(Schema, OneMissingImportHidesWhatMayHaveBeenInIt) {
    const auto c = check_files(
        {{"root.tic", "protocol r; edition 1; import \"gone.tic\"; struct S { a: There; b: int(0..MAYBE); }"}});
    EXPECT_EQ(c->codes(), "T0205 1:31\n");
}

}  // namespace
}  // namespace tic::tests
