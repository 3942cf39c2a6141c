// The canonical form.
#include "tests/grammar/support.hpp"

#include <gtest/gtest.h>

namespace tic::tests {
namespace {

void expect_stable(const std::string& body) {
    const std::string once = formatted(body);
    EXPECT_EQ(formatted(once), once);
    EXPECT_EQ(dumped(once), dumped(body));
}

TEST(format, sets_short_blocks_on_one_line) {
    EXPECT_EQ(formatted("struct A{x:u8~20;\ny:T ?~chats.seq-1 within 5@secret;}\nenum E{a ~ 1,b,}"),
              "struct A { x: u8 ~ 20;  y: T? ~ chats.seq - 1 within 5 @secret; }\nenum E { a ~1, b }\n");
    EXPECT_EQ(formatted("struct A{}\nmemory{}\n"), "struct A {}\nmemory {}\n");
}

TEST(format, lines_up_long_blocks) {
    EXPECT_EQ(formatted("struct A { first: u8 ~ 20; second_name: list(u8 ~ last, 0..16)? ~ 4 @secret; third: Long ~ is "
                        "-1; // why\n }"),
              "struct A {\n"
              "  first:       u8   ~ 20;\n"
              "  second_name: list(u8 ~ last, 0..16)? ~ 4 @secret;\n"
              "  third:       Long ~ is -1;  // why\n"
              "}\n");
}

TEST(format, lines_up_neighbours) {
    EXPECT_EQ(
        formatted("type A=u8;\ntype Long =u16 @id;\n\ntype B= u8;\nstruct X{a:u8;}\nstruct Longer{a:u8;}\n"),
        "type A    = u8;\ntype Long = u16 @id;\n\ntype B = u8;\nstruct X      { a: u8; }\nstruct Longer { a: u8; }\n");
}

TEST(format, keeps_every_comment) {
    EXPECT_EQ(formatted("// a\n\n\n\n// b\nstruct A { // c\n x: // d\n u8; // e\n // f\n} // g\n// h\nenum E { a // "
                        "i\n , b, // j\n // k\n}\n// l"),
              "// a\n\n// b\nstruct A {  // c\n  // d\n  x: u8;  // e\n  // f\n}  // g\n// h\nenum E {\n  a,  // i\n  "
              "b,  // j\n  // k\n}\n// l\n");
    expect_stable("enum E { a ~1, // x\n ~2 since 2, /// doc\n b /// stray\n, c }");
    expect_stable("struct A { x: /// stray\n u8; /// y\n y: u8; } /// lost");
}

TEST(format, keeps_spellings) {
    EXPECT_EQ(formatted("const A=0xFF_FF;\nimport\"a\\u0062.tic\";"), "const A = 0xFF_FF;\nimport \"a\\u0062.tic\";\n");
}

TEST(format, never_sets_a_session_on_one_line) {
    const std::string wanted =
        "session {\n  client { A ~1, ~2 since 2, B }\n  server {}\n  start S;\n"
        "  state S      { on A, B reply C go S; push D; }\n  state Longer { on A go S; }\n}\n";
    EXPECT_EQ(formatted("session{client{A~1,~2 since 2,B,}server{}start S;state S{on A,B reply C go S;push D;}\nstate "
                        "Longer{on A go S;}}"),
              wanted);
    expect_stable(wanted);
}

TEST(format, tells_signs_from_differences) {
    EXPECT_EQ(
        formatted(
            "struct A { a: u8 ~ last -1; b: u8 ~ -1; c: u8 ~ within -1 within -2; d: u8 ~ is -1; e: int(-1..-0); }"),
        "struct A {\n  a: u8 ~ last - 1;\n  b: u8 ~ -1;\n  c: u8 ~ within - 1 within -2;\n  d: u8 ~ is -1;\n  e: "
        "int(-1..-0);\n}\n");
}

TEST(format, blocks_as_wide_as_the_page_stay_on_one_line) {
    const std::string names = "aaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbb, cccccccccccccccccccc, ddddddddddddddddd";
    const std::string fits = "enum Ee { " + names + " }\n";
    ASSERT_LE(fits.size(), 101U);
    EXPECT_EQ(formatted(fits), fits);
    EXPECT_EQ(formatted("enum Eeeeeeeeeeeeeee { " + names + " }\n").substr(0, 27), "enum Eeeeeeeeeeeeeee {\n  aa");
}

}  // namespace
}  // namespace tic::tests
