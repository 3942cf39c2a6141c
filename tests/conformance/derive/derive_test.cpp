// Each kind of change, worked by hand where the language page's encodings allow, and what is told where one proves
// nothing.
#include "conformance/derive/derive.hpp"

#include <gtest/gtest.h>

#include "conformance/derive/check.hpp"
#include "tests/conformance/tape/support.hpp"

namespace tic::conformance {
namespace {

const std::string acks =
    "tape a\nschema chat.tic version 2\n> Ack chat=5 seq=1\n> Ack chat=5 seq=2\n"
    "> Send chat=6 tag=1 body=v2{kind=text text=\"hi\"}\nsealed Body/1 kind=text text=\"\\u00e9\"\n";

/// The bad line as fmt writes it, or what is wrong with it.
std::string checked(const std::string& bad, const std::string& steps = acks, const schema_finder& find = find_chat()) {
    read_tapes got(steps + bad, find);
    for (tape& each : got.file.tapes) check_tape(each, got.problems);
    if (!got.problems.empty()) return got.problems[0].text;
    const std::string all = format_tapes(got.file);
    return all.substr(all.find("\nbad ") + 1);
}

TEST(Derive, Plain) {
    // The rank says that the chat is new, 1 010, then the 40 bits of 5; seq as predicted, 1.
    EXPECT_EQ(checked("bad a#2 plain .chat expect refuse non-canonical"),
              "bad a#2 plain .chat expect refuse non-canonical bit=1 path=Ack.chat\n    | a00000000058\n");
    EXPECT_EQ(checked("bad a#1 plain .chat expect refuse non-canonical"),
              "`.chat` is not predicted here, or what predicts it has no plain form");
    EXPECT_EQ(checked("bad a#1 plain .seq expect refuse non-canonical"),
              "`.seq` is not predicted here, or what predicts it has no plain form");
}

TEST(Derive, Rank) {
    EXPECT_EQ(checked("bad a#2 rank .chat expect refuse range"),
              "bad a#2 rank .chat expect refuse range bit=1 path=Ack.chat\n    | b8\n");
    EXPECT_EQ(checked("bad a#1 rank .chat expect refuse range"),
              "bad a#1 rank .chat expect refuse range bit=1 path=Ack.chat\n    | a00000000058\n");
    EXPECT_EQ(checked("bad a#1 rank .seq expect refuse range"), "`.seq` has no table");
}

TEST(Derive, Overlong) {
    EXPECT_EQ(checked("bad a#2 overlong .seq expect refuse overlong"),
              "bad a#2 overlong .seq expect refuse overlong bit=2 path=Ack.seq\n    | c000000000000000 20\n");
    EXPECT_EQ(checked("bad a#4 overlong .kind expect refuse overlong"), "`.kind` has no code whose length can grow");
}

TEST(Derive, Fill) {
    EXPECT_EQ(checked("bad a#2 fill expect refuse bad-padding"),
              "bad a#2 fill expect refuse bad-padding bit=7 path=Ack\n    | e1\n");
    EXPECT_EQ(checked("bad a#3 fill .body expect refuse bad-padding").substr(0, 67),
              "bad a#3 fill .body expect refuse bad-padding bit=55 path=Send.body\n");
    EXPECT_EQ(checked("bad a#3 fill expect refuse bad-padding"), "the packet ends with a whole byte: there is no fill");
    EXPECT_EQ(checked("bad a#2 fill .seq expect refuse bad-padding"), "there is no fill before `.seq`");
}

TEST(Derive, Bytes) {
    EXPECT_EQ(checked("bad a#4 bytes .text x\"61ff\" expect refuse bad-utf8"),
              "bad a#4 bytes .text x\"61ff\" expect refuse bad-utf8 bit=16 path=text\n    | a261ff\n");
    EXPECT_EQ(checked("bad a#4 bytes .text x\"6161\" expect refuse bad-utf8"),
              "no rule is broken: the packet is right");
    EXPECT_EQ(checked("bad a#4 bytes .kind x\"61\" expect refuse bad-utf8"),
              "`.kind`: only the octets of a text can be wrong");
}

TEST(Derive, CutAndPad) {
    EXPECT_EQ(checked("bad a#1 cut 4 expect refuse truncated"),
              "bad a#1 cut 4 expect refuse truncated bit=32 more=2 path=Ack.chat\n    | c0000000\n");
    EXPECT_EQ(checked("bad a#1 cut 0 expect refuse truncated"), "bad a#1 cut 0 expect refuse truncated bit=0 more=1\n");
    EXPECT_EQ(checked("bad a#1 cut 6 expect refuse truncated"), "the packet has only 6 bytes: cut it shorter");
    EXPECT_EQ(checked("bad a#4 pad x\"00\" expect refuse trailing"),
              "bad a#4 pad x\"00\" expect refuse trailing bit=24    a2c3a900\n");
    EXPECT_EQ(checked("bad a#1 pad x\"00\" expect refuse trailing"),
              "behind a packet stands the next one; `pad` is for `alone` and `sealed` steps");
}

TEST(Derive, SetBeyondTheDomain) {
    static const test::compiled made(R"(
protocol n; edition 1; version 1;
enum E { a, b, c }
struct N { near: int(0..1000) ~ 20; wide: u16 ~ last + 1; plain: u8; sint: sint;
  name: utf8(2..9) ~ 4; l: list(u8, 0..3) ~ 1; e: E; long: u64; short: bytes(0..4); same: utf8(0..3) ~ same ~ 1; }
session { client { N } server { } start S; state S { on N; } }
)");
    ASSERT_TRUE(made.run) << made.told();
    const schema_finder find = [](const std::string&, const std::string&, std::string&) { return &*made.run; };
    const std::string steps =
        "tape a\nschema n.tic version 1\n> N near=3 wide=1 plain=1 sint=0 name=\"abc\" l=[1 2] e=b long=1 short=x\"\" "
        "same=\"x\"\n";
    const auto told = [&](const std::string& what) {
        const std::string got = checked("bad a#1 " + what, steps, find);
        return got.substr(0, got.find('\n'));
    };
    EXPECT_EQ(told("set .near=range+1 expect refuse range"),
              "bad a#1 set .near=range+1 expect refuse range bit=0 path=N.near");
    EXPECT_EQ(told("set .near=1200 expect refuse range"),
              "bad a#1 set .near=1200 expect refuse range bit=0 path=N.near");
    EXPECT_EQ(told("set .wide=range+1 expect refuse range").substr(0, 41), "bad a#1 set .wide=range+1 expect refuse r");
    EXPECT_EQ(told("set .sint=range-1 expect refuse range").substr(0, 41), "bad a#1 set .sint=range-1 expect refuse r");
    EXPECT_EQ(told("set .name=length+1 expect refuse range").substr(0, 42),
              "bad a#1 set .name=length+1 expect refuse r");
    EXPECT_EQ(told("set .l=length+1 expect refuse range").substr(0, 39), "bad a#1 set .l=length+1 expect refuse r");
    EXPECT_EQ(told("set .same=length+1 expect refuse range").substr(0, 42),
              "bad a#1 set .same=length+1 expect refuse r");
    EXPECT_EQ(told("set .near=5 expect refuse range"), "no rule is broken: the packet is right");
    EXPECT_EQ(told("set .plain=range+1 expect refuse range"),
              "no packet can say it: N.plain: its code can spell nothing outside 0..255");
    EXPECT_EQ(told("set .name=length-1 expect refuse range"),
              "no packet can say it: N.name: its code can spell nothing outside 2..9");
    EXPECT_EQ(told("set .short=length+1 expect refuse range"),
              "no packet can say it: N.short: its code can spell nothing outside 0..4");
    EXPECT_EQ(told("set .long=range+1 expect refuse range"),
              "`.long`: no 64-bit number is beyond 0..18446744073709551615");
    EXPECT_EQ(told("set .e=range+1 expect refuse range"), "`.e`: `range+1` and `range-1` are for numbers");
    EXPECT_EQ(told("set .near=range+1 expect refuse truncated"),
              "it is refused as range bit=0 path=N.near, the line expects truncated");
    EXPECT_EQ(told("set .near=range+1 expect refuse range bit=1 path=N.near"),
              "it is refused as range bit=0 path=N.near, the line expects range bit=1 path=N.near");
    EXPECT_EQ(told("set .near=range+1 expect error"), "bad a#1 set .near=range+1 expect error");
    EXPECT_EQ(told("set .plain=range+1 expect error"), "bad a#1 set .plain=range+1 expect error");
    EXPECT_EQ(told("set .short=length+1 expect error"), "bad a#1 set .short=length+1 expect error");
    EXPECT_EQ(told("bytes .name x\"ffff\" expect error"), "bad a#1 bytes .name x\"ffff\" expect error");
    EXPECT_EQ(told("set .near=5 expect error"), "no rule is broken: the changed value can be written");
    EXPECT_EQ(told("fill expect error"), "only `set` and `bytes` change a value");
}

TEST(Derive, DeadMembersCannotBeSaid) {
    const std::string steps = "tape a\nschema chat.tic version 1\nsealed Body/1 kind=text text=\"\"\n";
    EXPECT_EQ(checked("bad a#1 set .kind=sticker expect error", steps), "bad a#1 set .kind=sticker expect error\n");
    EXPECT_EQ(checked("bad a#1 set .kind=sticker expect refuse range", steps),
              "no packet can say it: kind: sticker is not alive in version 1");
}

TEST(Derive, Newer) {
    EXPECT_EQ(checked("bad a#4 newer expect refuse newer-version"),
              "bad a#4 newer expect refuse newer-version bit=0    6880c3a9\n");
    EXPECT_EQ(checked("bad a#1 newer expect refuse newer-version"), "`newer` is for `sealed` steps");
}

TEST(Derive, Then) {
    EXPECT_EQ(checked("bad a#1 then < Sent tag=1 chat=5 seq=1 expect refuse wrong-state"),
              "bad a#1 then < Sent tag=1 chat=5 seq=1 expect refuse wrong-state bit=0 path=Sent\n    | 6000000000b0\n");
    EXPECT_EQ(checked("bad a#3 then < Sent tag=1 chat=5 seq=1 expect refuse wrong-state"),
              "the state `Ready` allows that packet: no rule is broken");
    EXPECT_EQ(checked("bad a#1 then > Ack chat=5 seq=2 expect refuse wrong-state"),
              "the state `Ready` allows that packet: no rule is broken");
    EXPECT_EQ(checked("bad a#4 then > Ack chat=5 seq=2 expect refuse wrong-state"),
              "only behind a packet can another one be said");
}

TEST(Derive, BytesThatStandThereMustBeTheOnesMade) {
    EXPECT_EQ(
        checked("bad a#1 cut 4 expect refuse truncated bit=32 more=2 path=Ack.chat c0000001"),
        "the change makes the bytes c0000000, here stand others; remove them and let `tictoc conform fmt` write them");
    EXPECT_EQ(checked("bad a#1 set .chat=range+1 expect error 00"), "an encoder is asked, so no bytes stand here");
}

TEST(Derive, WhatFmtWritesStands) {
    read_tapes got(acks +
                   "bad a#2 plain .chat expect refuse non-canonical\nbad a#2 rank .chat expect refuse range\nbad a#2 "
                   "overlong .seq expect refuse overlong\n"
                   "bad a#2 fill expect refuse bad-padding\nbad a#4 bytes .text x\"ff\" expect refuse bad-utf8\nbad "
                   "a#1 cut 0 expect refuse truncated\n"
                   "bad a#4 pad x\"00\" expect refuse trailing\nbad a#4 newer expect refuse newer-version\n"
                   "bad a#1 then < Sent tag=1 chat=5 seq=1 expect refuse wrong-state\nbad a#1 set .seq=range+1 expect "
                   "refuse range\n");
    std::vector<tape_file> files{got.file};
    ASSERT_TRUE(check_tapes(files, got.problems)) << got.told();
    const std::string once = format_tapes(files[0]);
    read_tapes again(once);
    files = {again.file};
    ASSERT_TRUE(check_tapes(files, again.problems)) << again.told() << once;
    EXPECT_EQ(format_tapes(files[0]), once);
}

}  // namespace
}  // namespace tic::conformance
