// What good files become.
#include "tests/grammar/support.hpp"

#include <gtest/gtest.h>

namespace tic::tests {
namespace {

TEST(parse, reads_the_whole_header) {
    source::files sources;
    sources.add("a.tic",
                "/// What it is.\n/// More.\nprotocol a;\nedition 1;\nversion 0x3 oldest 2;\nlimit 1_000;\ntransport "
                "datagram;\ntext model m;\n");
    diag::sink out;
    const auto made = parse::parse(sources, 0, out);
    ASSERT_TRUE(made) << diag::render(sources, out);
    EXPECT_EQ(ast::dump(*made),
              "/// What it is.\n/// More.\nprotocol a\nedition 1\nversion 3\noldest 2\nlimit 1000\ntransport "
              "datagram\ntext model m\n");
}

TEST(parse, takes_any_word_as_a_name) {
    EXPECT_EQ(dumped("struct struct { since: u8 since 2; is: is; list: u8 ~ list; until: until until until; struct: u8 "
                     "~ since within within; }"),
              "struct struct\n  since: u8 since 2\n  is: is\n  list: u8 ~name list\n  until: until until until\n"
              "  struct: u8 ~name since within within\n");
    EXPECT_EQ(dumped("enum enum { enum, until until 3, since since 2 }"),
              "enum enum\n  enum\n  until until 3\n  since since 2\n");
    EXPECT_EQ(dumped("session { client { on, go } server { reply } start go; state state in in { on on, reply, go "
                     "reply go, reply go go; push push; } }"),
              "session\n  client on\n  client go\n  server reply\n  start go\n  state state in in\n"
              "    on on reply go reply go reply reply go go\n    push push\n");
}

TEST(parse, reads_every_domain) {
    EXPECT_EQ(dumped("struct A { a: list(u8 ~ 3, ~ last - 1 since 2 @secret, -0..N)?; b: sealed(B, 4); c: "
                     "int(-5..0x1f); d: T??; }"),
              "struct A\n  a: list(u8 ~3 ~last minus 1 since 2 @secret, -0..N)?\n  b: sealed(B, 4)\n  c: int(-5..31)\n "
              " d: T??\n");
}

TEST(parse, reads_every_hint) {
    EXPECT_EQ(
        dumped(
            "struct A { a: u8 ~ -3; b: u8 ~ is \"\\u00e9\\ud83d\\ude00\" ~ 4; c: u8 ~ same ~ 5; d: u8 ~ last -1 within "
            "N;"
            " e: u8 ~ a.b + -2; f: u8 ~ recent(8) ~ 3; g: u8 ~ recent; h: u8 ~ is true, ~ N since 3; i: u8 ~ is -1; }"),
        "struct A\n  a: u8 ~-3\n  b: u8 ~is \"é😀\" then ~4\n  c: u8 ~same then ~5\n  d: u8 ~last minus 1 within N\n"
        "  e: u8 ~name a.b plus -2\n  f: u8 ~recent(8) then ~3\n  g: u8 ~name recent\n  h: u8 ~is name true ~name N "
        "since 3\n"
        "  i: u8 ~is -1\n");
}

TEST(parse, gives_later_weights_to_the_item_before) {
    EXPECT_EQ(dumped("enum E { a ~1, ~2 since 2, ~3 since 3 @was(\"x\"), b since 2 until 4 ~5, }"),
              "enum E\n  a ~1 ~2 since 2 ~3 since 3 @was(\"x\")\n  b since 2 until 4 ~5\n");
    EXPECT_EQ(dumped("union U { a: u8? ~1, ~2 since 2, b: sealed(A, 0..1) since 2, }"),
              "union U\n  a: u8? ~1 ~2 since 2\n  b: sealed(A, 0..1) since 2\n");
}

TEST(parse, reads_memory_and_sessions) {
    EXPECT_EQ(dumped("memory { c: recent(16) of Id { s: u8; t: recent(4) of u8; } d: recent(N) of u8; e: u8; }"),
              "memory\n  c: recent(16) of Id\n    s: u8\n    t: recent(4) of u8\n  d: recent(N) of u8\n  e: u8\n");
    EXPECT_EQ(dumped("session { client { A ~1, ~2 since 2, B, } server { } start S; state S { on A, B, reply C go T, "
                     "D, ; on B go S; push C, D,; } }"),
              "session\n  client A ~1 ~2 since 2\n  client B\n  start S\n  state S\n    on A B reply C go T reply D\n  "
              "  on B go S\n    push C D\n");
}

TEST(parse, gives_docs_to_what_follows) {
    EXPECT_EQ(dumped("/// one\n///  two\n// not this\n///\nstruct A { /// x\n x: u8; /// y\n y: u8; /// lost\n }"),
              "/// one\n///  two\n/// \nstruct A\n  /// x\n  x: u8\n  /// y\n  y: u8\n");
}

TEST(parse, spans_are_bytes) {
    const parsed made = parse_body("// 한국어 😀 주석\nstruct A { x: u8 @unit(\"한\") @secret; }\n");
    ASSERT_TRUE(made.file);
    const auto& field = std::get<ast::structure>(made.file->items[0]).fields[0];
    EXPECT_EQ(made.sources.text(field.id.where), "x");
    EXPECT_EQ(made.sources.text(field.of.where), "u8");
    EXPECT_EQ(made.sources.text(field.marks[0].where), "@unit(\"한\")");
    EXPECT_EQ(made.sources.text(field.where), "x: u8 @unit(\"한\") @secret;");
}

TEST(parse, reads_a_byte_order_mark_and_any_line_end) {
    source::files sources;
    sources.add("a.tic", "\xEF\xBB\xBFprotocol a;\r\nedition 1;\r\n// 한\r\nstruct A { x: u8; }\r\n");
    diag::sink out;
    const auto made = parse::parse(sources, 0, out);
    ASSERT_TRUE(made) << diag::render(sources, out);
    EXPECT_EQ(sources.text(made->protocol.where), "a");
    EXPECT_EQ(sources.text(std::get<ast::structure>(made->items[0]).id.where), "A");
}

TEST(parse, refuses_a_file_that_is_too_large) {
    source::files sources;
    sources.add("a.tic", std::string((std::size_t{8} << 20U) + 1, ' '));
    diag::sink out;
    EXPECT_FALSE(parse::parse(sources, 0, out));
    ASSERT_EQ(out.all().size(), 1U);
    EXPECT_EQ(out.all()[0].code, diag::id::file_too_large);
}

TEST(parse, answers_for_the_largest_broken_file) {
    source::files sources;
    std::string text = header;
    while (text.size() < 200000) text += "struct { : ; } ) \" ' } {\n";
    sources.add("a.tic", text);
    diag::sink out;
    EXPECT_FALSE(parse::parse(sources, 0, out));
}

}  // namespace
}  // namespace tic::tests
