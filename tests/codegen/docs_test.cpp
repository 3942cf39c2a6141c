// The page of a protocol names the code of every field with its hint, and shows each packet as a whole.
#include "codegen/docs/docs.hpp"
#include "codegen/docs/codes.hpp"
#include "tests/support/compiled.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tic::test {
namespace {

constexpr const char* schema = R"(
protocol page; edition 1; version 2;
memory { chats: recent(16) of u40 { seq: uint; } }
enum Kind { text ~90, photo ~8, sticker since 2 ~2 }
struct Pair { a: bool; b: u3?; }
union Way { pair: Pair ~3, word: utf8(0..9) }
struct Send {
  chat:  u40 ~ chats;
  seq:   uint ~ chats.seq + 1;
  tag:   u16 ~ last - 2 within 5;
  state: int(0..3) ~ is 1;
  on:    bool ~ is true;
  kind:  Kind ~ same;
  late:  i9? ~ recent(4);
  words: list(utf8(0..9) ~ 4, 0..3) ~ 1;
  way:   Way;
  body:  sealed(Pair, 0..9);
}
struct Quit { }
session { client { Send ~ 3, Quit } server { } start Open; state Open { on Send, Quit; } }
)";

struct page : testing::Test {
    compiled made{schema};

    std::string of(std::string_view field) const {
        const auto& plan = made.run->plan();
        for (index t = 0; t < plan.types.size(); ++t)
            if (plan.types[t].name == "Send")
                for (const auto& n : plan.fields(plan.version, t))
                    if (plan.members[n.member].name == field) return docs::describe(plan, n);
        return "no such field";
    }
    void SetUp() override { ASSERT_TRUE(made.run) << made.told(); }
};

TEST_F(page, tells_the_code_of_each_hint) {
    EXPECT_EQ(of("chat"), "rank in chats: exp_golomb(0); a new one: exp_golomb(0) of their number, fixed(40)");
    EXPECT_EQ(of("seq"), "exp_golomb(0) of zigzag(v − (chats.seq + 1) modulo 2^62)");
    EXPECT_EQ(of("tag"), "exp_golomb(4) of zigzag(v − (the last − 2) modulo 2^16)");
    EXPECT_EQ(of("state"), "1 if 1; 0 and truncated_binary(4)");
    EXPECT_EQ(of("on"), "1 if true; else 0");
    EXPECT_EQ(of("kind"),
              "1 if as the last; 0 and <a href=\"#Kind\">Kind</a> by huffman; the first: <a href=\"#Kind\">Kind</a> by "
              "huffman");
    EXPECT_EQ(
        of("late"),
        "1 if present, then rank in the last 4: exp_golomb(0); a new one: exp_golomb(0) of their number, fixed(9)");
}

TEST_F(page, tells_what_strings_lists_and_types_hold) {
    EXPECT_EQ(of("words"), "count exp_golomb(1), each: length exp_golomb(3), fill, bytes");
    EXPECT_EQ(of("way"), "<a href=\"#Way\">Way</a>");
    EXPECT_EQ(of("body"), "length truncated_binary(10), fill, bytes of a sealed <a href=\"#Pair\">Pair</a>");
}

TEST_F(page, shows_each_packet_whole) {
    const std::string text = docs::print_page(made.run->plan());
    EXPECT_NE(
        text.find(
            "<p><b>Send</b></p>\n<div class=\"packet\"><span class=\"box tag\"><b><code>0</code></b><i>1</i></span>"
            "<span class=\"box\" style=\"flex-grow:1\"><b>chat</b><i>1–49</i></span>"),
        std::string::npos)
        << text;
    EXPECT_NE(text.find("<p><b>Quit</b></p>\n<div class=\"packet\"><span class=\"box "
                        "tag\"><b><code>1</code></b><i>1</i></span><span class=\"box tag\"><b>fill</b>"),
              std::string::npos);
    EXPECT_NE(text.find("<td>pair</td><td><code>0</code>, then <a href=\"#Pair\">Pair</a></td><td>3–6</td>"),
              std::string::npos);
    for (const char* tag : {"div", "span", "table", "tr", "td", "h3", "p", "body", "html"}) {
        const auto count = [&](const std::string& mark) {
            std::size_t n = 0;
            for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
                n += !std::isalnum(static_cast<unsigned char>(text[at + mark.size()]));
            return n;
        };
        EXPECT_EQ(count(std::string("<") + tag), count(std::string("</") + tag)) << tag;
    }
}

}  // namespace
}  // namespace tic::test
