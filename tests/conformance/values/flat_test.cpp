// VALUES of implementations: the table of docs/porting.md, spellings that are accepted, and a round trip of invented
// values.
#include "conformance/values/flat.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/compiled.hpp"
#include "tests/support/invent.hpp"
#include "tests/support/values.hpp"

namespace tic::conformance {
namespace {

using interpreter::value;

const test::compiled& page() {
    static const test::compiled made(R"(
protocol page; edition 1; version 2;
enum Kind { text, photo since 2 }
struct Nothing { }
struct Place { x: i8; y: u4?; }
struct Photo { width: u8; }
union Body { text: utf8(0..9), photo: Photo, none: Nothing, maybe: u8? }
struct All {
  on: bool; seq: i8; kind: Kind; x: f32; y: f64; body: bytes(0..4); name: utf8(0..40); place: Place; empty: Nothing;
  load: Body; sticker: u8?; phones: list(u8, 0..4); grid: list(list(u2, 1..4), 0..4); late: u8 since 2;
  carried: sealed(Place, 0..9);
}
)");
    return made;
}

index type_of(const test::compiled& from, std::string_view name) { return *from.run->find_type(name); }

std::variant<value, std::string> read(std::string_view type, std::string_view text, unsigned version = 2) {
    return read_flat(*page().run, type_of(page(), type), version, text);
}

std::string again(std::string_view type, std::string_view text, unsigned version = 2) {
    const auto got = read(type, text, version);
    if (const auto* wrong = std::get_if<std::string>(&got)) return "wrong: " + *wrong;
    return write_flat(*page().run, type_of(page(), type), version, std::get<0>(got));
}

constexpr std::string_view whole =
    ".on=true .seq=-17 .kind=photo .x=0.5 .y=1e-07 .body=4080 .name=Kim%20%EA%B9%80 .place.x=1 .place.y=? .empty={} "
    ".load.photo.width=3 .sticker=? .phones[]=2 .phones[0]=5 .phones[1]=7 .grid[]=1 .grid[0][]=2 .grid[0][0]=1 "
    ".grid[0][1]=0 "
    ".late=9 .carried=47";

TEST(Flat, SaysEveryDomainAsThePageDoes) {
    ASSERT_TRUE(page().run) << page().told();
    EXPECT_EQ(again("All", whole), whole);
    EXPECT_EQ(again("Kind", ".=photo"), ".=photo");
    EXPECT_EQ(again("Body", ".photo.width=3"), ".photo.width=3");
    EXPECT_EQ(again("Body", ".none={}"), ".none={}");
    EXPECT_EQ(again("Body", ".maybe=?"), ".maybe=?");
    EXPECT_EQ(again("Nothing", ""), "");
}

TEST(Flat, ReadsPairsInAnyOrder) {
    EXPECT_EQ(again("Place", ".y=2 .x=1"), ".x=1 .y=2");
    EXPECT_EQ(again("Place", " .y=2  .x=1 "), ".x=1 .y=2");
}

TEST(Flat, LeavesOutWhatIsDeadInTheVersion) {
    const auto got = read("All", whole);
    ASSERT_EQ(got.index(), 0U);
    EXPECT_EQ(write_flat(*page().run, type_of(page(), "All"), 1, std::get<0>(got)).find(".late"), std::string::npos);
}

TEST(Flat, ReadsFloatsInAnySpellingOfTheSameBits) {
    const test::compiled made("protocol f; edition 1; struct F { a: f32; b: f64; }");
    const auto bits = [&](const std::string& a, const std::string& b) {
        const auto got = read_flat(*made.run, 0, 1, ".a=" + a + " .b=" + b);
        if (const auto* wrong = std::get_if<std::string>(&got)) return *wrong;
        return write_flat(*made.run, 0, 1, std::get<0>(got));
    };
    EXPECT_EQ(bits("0.1000000000", "1e2"), ".a=0.1 .b=100");
    EXPECT_EQ(bits("0x3dcccccd", "0x4059000000000000"), ".a=0.1 .b=100");
    EXPECT_EQ(bits("1", "-0"), ".a=1 .b=-0");
    EXPECT_EQ(bits("0x7fc00000", "0xfff0000000000000"), ".a=0x7fc00000 .b=0xfff0000000000000");
    EXPECT_EQ(bits("nan", "1"), "`.a`: expected a number, found `nan`");
    EXPECT_EQ(bits("0x7fc0", "1"), "`.a`: `0x7fc0` is not all 8 hex digits of an f32");
}

TEST(Flat, SaysWhatIsWrong) {
    const auto wrong = [](std::string_view type, std::string_view text) {
        const auto got = read(type, text);
        return got.index() == 1 ? std::get<1>(got) : "nothing";
    };
    EXPECT_EQ(wrong("Place", ".x=1"), "`.y` is missing");
    EXPECT_EQ(wrong("Place", ".x=1 .y=2 .z=3"), "`.z` is not a field of this value");
    EXPECT_EQ(wrong("Place", ".x=1 .x=1 .y=2"), "`.x` is said twice");
    EXPECT_EQ(wrong("Place", "x=1 .y=2"), "`x=1` is not `.PATH=VALUE`");
    EXPECT_EQ(wrong("Place", ".x=a .y=2"), "`.x`: expected a number, found `a`");
    EXPECT_EQ(wrong("Place", ".x=99999999999999999999 .y=2"), "`.x`: 99999999999999999999 is not in -128..127");
    EXPECT_EQ(wrong("Kind", ".=foto"), "`.`: there is no `foto`, did you mean `photo`?");
    EXPECT_EQ(wrong("Body", ".foto.width=1"), "`.`: none of the union's arms is there");
    EXPECT_EQ(wrong("Body", ".text=%2"), "`.text`: `%2` has a wrong %XX");
    EXPECT_EQ(wrong("Body", ".none=1"), "`.none` is missing: say `.none={}`");
}

TEST(Flat, ACountThatIsALieTakesNoMemory) {
    const test::compiled made("protocol f; edition 1; struct F { a: list(u8, 0..60000); }");
    const auto got = read_flat(*made.run, 0, 1, ".a[]=18446744073709551615");
    ASSERT_EQ(got.index(), 1U);
    EXPECT_EQ(std::get<1>(got), "`.a[]`: more than the elements that are there");
}

TEST(Flat, ReadsBackWhatItWrites) {
    test::inventor invent(7);
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
                const std::string said = write_flat(*made.run, type, version, v);
                const auto back = read_flat(*made.run, type, version, said);
                ASSERT_EQ(back.index(), 0U) << text << t.name << ' ' << said << '\n' << std::get<1>(back);
                ASSERT_EQ(write_flat(*made.run, type, version, std::get<0>(back)), said) << text;
                const auto as_before = interpreter::encode_type(*made.run, type, version, v);
                const auto as_after = interpreter::encode_type(*made.run, type, version, std::get<0>(back));
                ASSERT_EQ(as_before.index(), as_after.index()) << said;
                if (as_before.index() == 0) {
                    ASSERT_EQ(std::get<0>(as_before), std::get<0>(as_after)) << said;
                }
            }
    }
}

}  // namespace
}  // namespace tic::conformance
