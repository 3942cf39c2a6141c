// Values of tapes: each form, bindings, what is wrong and where, and a round trip of invented values.
#include "conformance/values/text.hpp"

#include <gtest/gtest.h>

#include "runtime/interpreter/encode.hpp"
#include "tests/support/compiled.hpp"
#include "tests/support/invent.hpp"
#include "tests/support/values.hpp"

namespace tic::conformance {
namespace {

using interpreter::value;

const test::compiled& page() {
    static const test::compiled made(R"(
protocol page; edition 1; version 2;
enum Kind { text, photo, null }
struct Nothing { }
struct Photo { width: u8; }
union Body { text: utf8(0..9), photo: Photo, nested: Kind?, far: Photo? }
struct Letter { kind: Kind; body: Body; late: u8 since 2; }
struct All {
  on: bool; n: i8; x: f64; raw: bytes(0..4); name: utf8(0..40); photo: Photo; body: Body; mood: Kind?;
  l: list(u8?, 0..4); empty: Nothing; carried: sealed(Letter, 0..20); other: sealed(Body, 0..20);
}
)");
    return made;
}

struct outcome {
    std::string text;
    std::vector<binding> bound;
    std::size_t at = 0;
};

outcome again(std::string_view type, std::string_view text) {
    cursor from(text);
    text_reader reader(*page().run, 2, from);
    value v;
    const index t = *page().run->find_type(type);
    if (!reader.read_type(t, v)) return {.text = "wrong: " + reader.wrong.text, .bound = {}, .at = reader.wrong.at};
    return {write_text(*page().run, t, 2, v, reader.bound), reader.bound, from.next()};
}

constexpr std::string_view whole =
    "on=true n=-17 x=0.5 raw=x\"0aff\" name=\"Kim \\\"é\\\"\" photo={width=3} body=text(\"hi\") mood=photo l=[1 null "
    "3] empty={} "
    "carried=v1{kind=text body=photo{width=3}} other=v2{text(\"x\")}";

TEST(Text, SaysEveryForm) {
    ASSERT_TRUE(page().run) << page().told();
    EXPECT_EQ(again("All", whole).text, whole);
    EXPECT_EQ(again("Kind", "photo").text, "photo");
    EXPECT_EQ(again("Body", "photo{width=3}").text, "photo{width=3}");
    EXPECT_EQ(again("Body", "photo({width=3})").text, "photo{width=3}");
    EXPECT_EQ(again("Body", "far(null)").text, "far(null)");
    EXPECT_EQ(again("Body", "nested(null)").text, "nested(null)");
    EXPECT_EQ(again("Body", "nested((null))").text, "nested((null))");
    EXPECT_EQ(again("Nothing", "").text, "");
}

TEST(Text, GoesOverLinesAndComments) {
    EXPECT_EQ(again("Letter", "kind=text  # what it is\n   late=9\n\tbody=photo {\n width=3 }").text,
              "kind=text body=photo{width=3} late=9");
}

TEST(Text, StopsAtTheFirstWordThatIsNoField) {
    EXPECT_EQ(again("Photo", "width=3  60ff").at, 9U);
    EXPECT_EQ(again("Photo", "width=3 ; x").at, 8U);
    EXPECT_EQ(again("Photo", "width=3 | 60").at, 8U);
}

TEST(Text, BindsNames) {
    const auto got = again("Letter", "kind=$k body=photo{width=$w:new} late=$l=9");
    EXPECT_EQ(got.text, "kind=$k body=photo{width=$w:new} late=$l=9");
    const std::vector<binding> want{
        {".kind", "k", false, false}, {".body.photo.width", "w", true, false}, {".late", "l", false, true}};
    EXPECT_EQ(got.bound, want);
    EXPECT_EQ(again("Kind", "$k").bound, (std::vector<binding>{{"", "k", false, false}}));
    EXPECT_EQ(again("Body", "photo($p)").text, "photo($p)");
}

TEST(Text, ShowsSealedContentThatOpens) {
    const auto& run = *page().run;
    const index letter = *run.find_type("Letter");
    cursor from("kind=photo body=text(\"a\") late=1");
    text_reader reader(run, 2, from);
    value content;
    ASSERT_TRUE(reader.read_type(letter, content));
    const auto bytes = std::get<0>(interpreter::seal(run, letter, 2, content));
    node place{.operation = op::sealed, .type = letter};
    value carried{.bytes = std::string(bytes.begin(), bytes.end())};
    EXPECT_EQ(write_text(run, place, 1, carried), "v2{kind=photo body=text(\"a\") late=1}");
    carried.bytes += '\1';
    EXPECT_TRUE(write_text(run, place, 1, carried).starts_with("raw\""));
}

TEST(Text, SaysWhatIsWrongAndWhere) {
    struct expected {
        std::string_view type, text, wrong;
        std::size_t at;
    };
    const expected all[] = {
        {"Letter", "kind=text bod=1", "`Letter` has no field `bod`, did you mean `body`?", 10},
        {"Letter", "kind=text", "`body` of `Letter` is missing", 0},
        {"Letter", "kind=text kind=text", "`kind` is said twice", 10},
        {"Letter", "kind=tex", "`Kind` has no value `tex`, did you mean `text`?", 5},
        {"Letter", "kind=\"x\"", "`kind`: expected a value of `Kind`, found `\"`", 5},
        {"Letter", "kind=text body=photo{width=x}", "`body.photo.width`: expected a number, found `x`", 27},
        {"Letter", "kind=text body=photo{width=}", "`body.photo.width`: expected a number, found `}`", 27},
        {"Letter", "kind=text body=photo{width=3", "`body.photo`: expected `NAME=VALUE` or `}`, found nothing", 28},
        {"Letter", "kind=text body=photo 3", "`body.photo`: expected `(` before the arm's value, found `3`", 21},
        {"Letter", "kind=text body=foto{}", "`Body` has no arm `foto`, did you mean `photo`?", 15},
        {"Body", "text(\"abc", "a text without its closing quote on the same line", 5},
        {"Body", "text(\"a\\qc\")", "no such escape; there are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX", 7},
        {"Body", "text(\"\\ud800\")", "no such escape; there are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX", 6},
        {"Photo", "width=99999999999999999999", "`width`: 99999999999999999999 is not in 0..255", 6},
        {"Photo", "width=-1", "`width`: -1 is not in 0..255", 6},
        {"Photo", "width=$", "`$` needs a name", 6},
        {"Photo", "width=$a:old", "`$a:` can only be followed by `new`", 6},
        {"Photo", "width=$a=$b", "one name is bound to one value", 9},
        {"All", "carried=v3{}", "there is no version 3, only 1 to 2", 8},
        {"All", "carried=v1{kind=$x}", "`body` of `Letter` is missing", 11},
        {"All", "raw=x\"0\"", "expected whole bytes of hex and a closing quote", 4},
        {"All", "l=[1 2", "`l`: expected a value or `]`, found nothing", 6},
        {"All", "on=1", "`on`: expected true or false, found `1`", 3},
    };
    for (const auto& each : all) {
        const auto got = again(each.type, each.text);
        EXPECT_EQ(got.text, "wrong: " + std::string(each.wrong)) << each.text;
        EXPECT_EQ(got.at, each.at) << each.text;
    }
}

TEST(Text, FindsPlaces) {
    const auto& run = *page().run;
    const index all = *run.find_type("All");
    cursor from(whole);
    text_reader reader(run, 2, from);
    value v;
    ASSERT_TRUE(reader.read_type(all, v));
    const auto found = [&](std::string_view path) {
        const auto got = resolve_path(run, all, 2, &v, path);
        return !got.at ? got.wrong : write_text(run, *got.at, 2, *got.content);
    };
    EXPECT_EQ(found(".n"), "-17");
    EXPECT_EQ(found(".l[2]"), "3");
    EXPECT_EQ(found(".body.text"), "\"hi\"");
    EXPECT_EQ(found(".photo.width"), "3");
    EXPECT_EQ(found(".l[3]"), "`.l` has only 3 elements");
    EXPECT_EQ(found(".body.photo"), "`.body` holds another arm than `photo`");
    EXPECT_EQ(found(".carried.kind"), "`.carried` is sealed: break a `sealed` step of its content instead");
    EXPECT_EQ(found(".nam"), "it has no `nam`, did you mean `name`?");
    EXPECT_EQ(found(".l[99999999999999999999]"), "`.l` needs a number in `[…]`");
    EXPECT_EQ(found(""), "a path like `.seq` is needed");
}

TEST(Text, ReadsBackWhatItWrites) {
    test::inventor invent(11);
    for (unsigned schema = 0; schema < 30; ++schema) {
        const std::string text = invent.next();
        const test::compiled made(text);
        ASSERT_TRUE(made.run) << text << made.told();
        test::value_source values(*made.run, schema);
        for (index type = 0; type < made.run->plan().types.size(); ++type)
            for (unsigned version = 1; version <= made.run->plan().version; ++version) {
                const auto& t = made.run->plan().types[type];
                if (t.kind != type_kind::structure && made.run->plan().at(version, type).codes.count == 0) continue;
                const value v = values.of_type(type, version);
                const std::string said = write_text(*made.run, type, version, v);
                cursor from(said);
                text_reader reader(*made.run, version, from);
                value back;
                ASSERT_TRUE(reader.read_type(type, back)) << text << said << '\n'
                                                          << reader.wrong.text << " at " << reader.wrong.at;
                ASSERT_TRUE(from.ended()) << said;
                ASSERT_EQ(write_text(*made.run, type, version, back), said);
                const auto as_before = interpreter::encode_type(*made.run, type, version, v);
                const auto as_after = interpreter::encode_type(*made.run, type, version, back);
                ASSERT_EQ(as_before.index(), as_after.index()) << said;
                if (as_before.index() == 0) {
                    ASSERT_EQ(std::get<0>(as_before), std::get<0>(as_after)) << said;
                }
            }
    }
}

}  // namespace
}  // namespace tic::conformance
