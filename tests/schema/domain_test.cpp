// Kinds of domains and their canonical spelling, with that of hints.
#include "grammar/ast/dump.hpp"
#include "tests/schema/support.hpp"

#include <gtest/gtest.h>

namespace tic::tests {
namespace {

using schema::spell;

const schema::place& field(const checked& c, std::size_t at) { return c.made->structs.front().fields.at(at); }

struct spelling {
    std::string domain, hint;
    bool operator==(const spelling&) const = default;
};
std::ostream& operator<<(std::ostream& out, const spelling& s) { return out << s.domain << " " << s.hint; }

spelling of(const std::string& declared, const std::string& more = "", unsigned version = 1) {
    const auto c = check_text("struct S { chat: u8 ~ chats; x: " + declared + "; }\n" + more +
                                  "memory { chats: recent(4) of u8 { seq: uint; who: recent(2) of u8; } clock: u44; }",
                              "version 3;");
    if (!c->made) return {c->rendered(), ""};
    return {spell(*c->made, field(*c, 1).of, version), spell(*c->made, field(*c, 1), version)};
}

TEST(Spelling, Domains) {
    EXPECT_EQ(of("bool"), (spelling{"bool", ""}));
    EXPECT_EQ(of("u1?"), (spelling{"u1?", ""}));
    EXPECT_EQ(of("i64"), (spelling{"i64", ""}));
    EXPECT_EQ(of("int(-0..0x10)"), (spelling{"int(0..16)", ""}));
    EXPECT_EQ(of("int(-9223372036854775808..-1)"), (spelling{"int(-9223372036854775808..-1)", ""}));
    EXPECT_EQ(of("int(0..18446744073709551615)"), (spelling{"int(0..18446744073709551615)", ""}));
    EXPECT_EQ(of("int(5)"), (spelling{"int(5..5)", ""}));
    EXPECT_EQ(of("bytes(4)"), (spelling{"bytes(4..4)", ""}));
    EXPECT_EQ(of("sealed(E, 0..K)", "struct E { } const K = 9;"), (spelling{"sealed(E,0..9)", ""}));
    EXPECT_EQ(of("B", "type B = A; type A = u8 @id;"), (spelling{"A=u8", ""}));
    EXPECT_EQ(of("B?", "type B = A @id; type A = u8 @id @was(\"Old\");"), (spelling{"B=Old=u8?", ""}));
    EXPECT_EQ(of("list(u3? ~ same ~ 1, 3)? ~ 3"), (spelling{"list(u3?~same~1,3..3)?", "~3"}));
    EXPECT_EQ(of("L", "type L = list(list(u8 ~ last - 1, 2), 0..K); const K = 4;"),
              (spelling{"list(list(u8~last-1/0,2..2),0..4)", ""}));
}

TEST(Spelling, Hints) {
    EXPECT_EQ(of("i8 ~ -5").hint, "~-5");
    EXPECT_EQ(of("u8 ~ is 0x10 ~ 20").hint, "~is:16~20");
    EXPECT_EQ(of("bool ~ is true").hint, "~is:true");
    EXPECT_EQ(of("E ~ is b", "enum E { a, b @was(\"c\") }").hint, "~is:c");
    EXPECT_EQ(of("utf8(0..9) ~ is \"\\u00e9\\u0001\\/\"").hint, "~is:\"\xc3\xa9\\u0001/\"");
    EXPECT_EQ(of("u16 ~ last").hint, "~last+0/0");
    EXPECT_EQ(of("u16 ~ last - 0 within 7").hint, "~last+0/7");
    EXPECT_EQ(of("u16 ~ last - 4294967296").hint, "~last-4294967296/0");
    EXPECT_EQ(of("u44 ~ clock within 1000").hint, "~clock+0/1000");
    EXPECT_EQ(of("uint ~ chats.seq + 1").hint, "~chats.seq+1/0");
    EXPECT_EQ(of("u8 ~ chats.who").hint, "~chats.who");
    EXPECT_EQ(of("u8 ~ chats ~ 3").hint, "~chats~3");
    EXPECT_EQ(of("f32 ~ recent(16)").hint, "~recent16");
}

TEST(Spelling, TheHintThatCountsIsTheLastWrittenOfThoseAlive) {
    const std::string declared = "u8 ~ 1, ~ 3 since 3, ~ 2 since 2";
    EXPECT_EQ(of(declared, "", 1).hint, "~1");
    EXPECT_EQ(of(declared, "", 2).hint, "~2");
    EXPECT_EQ(of(declared, "", 3).hint, "~2");
}

TEST(Spelling, JsonStringsAreShortest) {
    EXPECT_EQ(ast::json_string("a\"\\\b\f\n\r\t\x1f\x7f/"), "\"a\\\"\\\\\\b\\f\\n\\r\\t\\u001f\x7f/\"");
}

TEST(Domains, Kinds) {
    const auto c = check_text(
        "enum E { a } struct S { a: u62; b: i63; c: u63; d: int(-4611686018427387904..0); e: bytes(0..64); f: "
        "utf8(0..65); "
        "g: E; h: f32; i: int(-9..-2); j: int(5..9); k: sint; l: uint; m: int(0..4611686018427387904); n: u64; o: "
        "text(0..3); }");
    ASSERT_TRUE(c->made) << c->rendered();
    std::string predictable, shorts, numbers;
    for (const auto& f : c->made->structs[0].fields) {
        if (schema::is_predictable(f.of)) predictable += f.name;
        if (schema::is_short(f.of)) shorts += f.name;
        if (schema::is_number(f.of)) numbers += f.name;
    }
    EXPECT_EQ(predictable, "adijklm");
    EXPECT_EQ(shorts, "abcdeghijklmn");
    EXPECT_EQ(numbers, "abcdijklmn");
    EXPECT_EQ(schema::nearest_zero(field(*c, 8).of), static_cast<std::uint64_t>(-2));
    EXPECT_EQ(schema::nearest_zero(field(*c, 9).of), 5U);
    EXPECT_EQ(schema::nearest_zero(field(*c, 10).of), 0U);
}

}  // namespace
}  // namespace tic::tests
