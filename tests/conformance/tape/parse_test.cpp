// What a tape's text says, as data.
#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "tests/conformance/tape/support.hpp"

namespace tic::conformance {
namespace {

constexpr std::string_view page = R"(# What a confirmed message costs.
tape chat.ack-001
schema chat.tic version 2 fingerprint a1f26505
level should
covers Ack.seq "a confirmed message is confirmed once"
from "written by hand from the language page"
> Ack chat=$c seq=1                                c00000000160
> Ack chat=$c seq=2                                e0   # one byte
connection other version 1
< Deliver chat=5 sender=9 seq=1 sent_at=1000 body=v1{kind=text text=""}
                                                   | c0000000 0160 000000
                                                   | 013fd084a0
connection
quiet
bad chat.ack-001#2 plain .chat expect refuse non-canonical bit=1 path=Ack.chat
                                                   | a400000002c0
bad chat.ack-001#3 cut 4 expect refuse truncated bit=2 more=2 path=Deliver.chat as short
                                                   | c0000000
# The end.
)";

TEST(Parse, ReadsThePage) {
    ASSERT_TRUE(chat().run) << chat().told();
    const read_tapes got(page);
    EXPECT_EQ(got.told(), "");
    ASSERT_EQ(got.file.tapes.size(), 1U);
    const tape& t = got.file.tapes[0];
    EXPECT_EQ(t.id, "chat.ack-001");
    EXPECT_EQ(t.at.line, 2U);
    EXPECT_EQ(t.comments, std::vector<std::string>{"# What a confirmed message costs."});
    EXPECT_EQ(t.fingerprint, 0xa1f26505U);
    EXPECT_EQ(t.weight, level::should);
    EXPECT_EQ(t.covers.at(0).item, "Ack.seq");
    EXPECT_EQ(t.provenance.at(0), "written by hand from the language page");
    ASSERT_EQ(t.connections.size(), 2U);
    EXPECT_EQ(t.connections[1].name, "other");
    EXPECT_EQ(t.connections[1].version, 1U);
    ASSERT_EQ(t.steps.size(), 4U);
    EXPECT_EQ(t.steps[0].bytes, (std::vector<std::uint8_t>{0xc0, 0, 0, 0, 1, 0x60}));
    EXPECT_EQ(t.steps[0].bound.at(0).name, "c");
    EXPECT_EQ(t.steps[1].remark, "one byte");
    EXPECT_EQ(t.steps[2].connection, 1U);
    EXPECT_EQ(t.steps[2].version, 1U);
    EXPECT_EQ(t.steps[2].bytes.size(), 14U);
    EXPECT_EQ(t.steps[3].is, step_kind::quiet);
    EXPECT_EQ(t.steps[3].connection, 0U);
    EXPECT_EQ(t.steps[3].at.line, 14U);
    ASSERT_EQ(t.bads.size(), 2U);
    EXPECT_EQ(t.bads[0].id, "chat.ack-001#2/plain..chat");
    EXPECT_EQ(t.bads[0].refused, (interpreter::refusal{reason::non_canonical, 1, 0, "Ack.chat"}));
    EXPECT_EQ(t.bads[1].id, "short");
    EXPECT_EQ(t.bads[1].what.count, 4U);
    EXPECT_EQ(got.file.comments, std::vector<std::string>{"# The end."});
}

TEST(Parse, ReadsGroups) {
    const read_tapes got(
        "tape a\nschema chat.tic version 2\n< any-order { Deliver chat=5 sender=9 seq=1 sent_at=1000 body=raw\"\" ;\n"
        "    Sent? tag=1 chat=5 seq=2 60 }\nquiet\n");
    EXPECT_EQ(got.told(), "");
    const auto& steps = got.file.tapes.at(0).steps;
    ASSERT_EQ(steps.size(), 3U);
    EXPECT_EQ(steps[0].group, 1U);
    EXPECT_EQ(steps[1].group, 1U);
    EXPECT_TRUE(steps[1].may_lack);
    EXPECT_EQ(steps[1].at.line, 4U);
    EXPECT_EQ(steps[2].group, 0U);
}

TEST(Parse, TellsAllThatIsWrongInOneGo) {
    const read_tapes got(
        "tape a\nschema chat.tic version 2\n> Akc chat=5 seq=1\n> Ack chat=5 sq=1\n> Ack chat=5 seq=1\n");
    EXPECT_EQ(got.told(),
              "x.tape:3: there is no packet `Akc` that the client could say in version 2; did you mean `Ack`?\n"
              "x.tape:4: `Ack` has no field `sq`, did you mean `seq`?\n");
    EXPECT_EQ(got.file.tapes.at(0).steps.size(), 1U);
}

TEST(Parse, IdsOfSeveralFilesAreTheirOwn) {
    const read_tapes a(
        "tape one\nschema chat.tic version 2\n> Ack chat=5 seq=1\nbad one#1 cut 1 expect refuse truncated as b\n");
    const read_tapes b(
        "\ntape one\nschema chat.tic version 2\n> Ack chat=5 seq=1\nbad one#1 cut 2 expect refuse truncated as b\n",
        find_chat(), "y.tape");
    std::vector<problem> problems;
    check_ids({a.file, b.file}, problems);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].spelled(),
              "y.tape:2: the tape `one` stands in x.tape:1 already; give one of them another id");
    EXPECT_EQ(problems[1].spelled(),
              "y.tape:5: the bad line `b` stands in x.tape:4 already; tell them apart with `as ID`");
}

TEST(Parse, IsFast) {
    std::string text = "tape big\nschema chat.tic version 2\n";
    for (unsigned i = 0; i < 40'000; ++i)
        text += "> Ack chat=" + std::to_string(i) + " seq=1                             | c00000000160  # remark\n";
    const auto start = std::chrono::steady_clock::now();
    const read_tapes got(text);
    const auto took = std::chrono::steady_clock::now() - start;
    EXPECT_EQ(got.told(), "");
    EXPECT_EQ(got.file.tapes.at(0).steps.size(), 40'000U);
    RecordProperty("milliseconds",
                   static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(took).count()));
    EXPECT_LT(took, std::chrono::seconds(5));
}

TEST(Parse, GarbageIsTold) {
    // Pieces of real lines, put together and cut by chance: whatever comes, it is parsed or told.
    const unsigned seed = 5;
    std::minstd_rand dice(seed);
    const std::string_view pieces[] = {"tape a\n",
                                       "schema chat.tic version 2\n",
                                       "> Ack ",
                                       "chat=",
                                       "$c",
                                       "$c:new=",
                                       "seq=1 ",
                                       "{",
                                       "}",
                                       "[",
                                       "]",
                                       "(",
                                       ")",
                                       "v1{",
                                       "raw\"",
                                       "x\"0a\"",
                                       "\"",
                                       "| ",
                                       "c0",
                                       "0",
                                       "\n",
                                       " ",
                                       "#",
                                       "bad a#1 ",
                                       "set .chat=",
                                       "range+1",
                                       " expect refuse range",
                                       " bit=",
                                       "< any-order {",
                                       ";",
                                       "alone Body/1 ",
                                       "sealed Body/2 ",
                                       "then > Ack ",
                                       "\\u",
                                       "connection b version 1\n",
                                       "quiet\n",
                                       "level",
                                       "covers ",
                                       "from ",
                                       "\xff",
                                       std::string_view("\0", 1),
                                       "cut 99999999999999999999"};
    for (unsigned round = 0; round < 20'000; ++round) {
        std::string text = round % 2 == 0 ? "tape a\nschema chat.tic version 2\n> Ack chat=5 seq=1\n" : "";
        for (std::size_t n = dice() % 24; n > 0; --n) text += pieces[dice() % std::size(pieces)];
        if (dice() % 4 == 0 && !text.empty()) text.resize(dice() % text.size());
        const read_tapes got(text);
        if (!got.problems.empty()) continue;
        const std::string once = format_tapes(got.file);
        const read_tapes again(once);
        ASSERT_EQ(again.told(), "") << "seed " << seed << '\n' << text << "\n---\n" << once;
        ASSERT_EQ(format_tapes(again.file), once) << "seed " << seed << '\n' << text;
    }
}

}  // namespace
}  // namespace tic::conformance
