// Values and bytes of a tape held against each other.
#include <gtest/gtest.h>

#include "tests/conformance/tape/support.hpp"

namespace tic::conformance {
namespace {

const std::string head = "tape a\nschema chat.tic version 2\n";

std::string played(const std::string& steps) {
    read_tapes got(head + steps);
    for (tape& each : got.file.tapes) play_tape(each, got.problems);
    if (!got.problems.empty()) return got.told();
    return format_tapes(got.file).substr(head.size());
}

TEST(Play, FillsBytesIn) {
    EXPECT_EQ(played("> Ack chat=5 seq=1\n> Ack chat=5 seq=2\n> Ack chat=5 seq=2\n"),
              "> Ack chat=5 seq=1                                 c00000000160\n"
              "> Ack chat=5 seq=2                                 e0\n"
              "> Ack chat=5 seq=2                                 d0\n");
    EXPECT_EQ(played("alone Kind sticker\nsealed Body/1 kind=text text=\"\"\n"),
              "alone Kind/2 sticker                               c0\n"
              "sealed Body/1 kind=text text=\"\"                    a0\n");
}

TEST(Play, FillsValuesIn) {
    EXPECT_EQ(played("> Ack c00000000160\n> Send 7200 4880 6869\nalone Kind | c0\n"),
              "> Ack chat=5 seq=1                                 c00000000160\n"
              "> Send chat=5 tag=1 body=v2{kind=text text=\"hi\"}   720048806869\n"
              "alone Kind/2 sticker                               c0\n");
}

TEST(Play, EachConnectionAndDirectionHasItsMemory) {
    EXPECT_EQ(played("> Ack chat=5 seq=1\nconnection b\n> Ack chat=5 seq=1\nconnection\n> Ack chat=5 seq=2\n"),
              "> Ack chat=5 seq=1                                 c00000000160\n"
              "connection b\n"
              "> Ack chat=5 seq=1                                 c00000000160\n"
              "connection\n"
              "> Ack chat=5 seq=2                                 e0\n");
}

TEST(Play, BindsWhatTheBytesHold) {
    EXPECT_EQ(played("> Ack chat=$c seq=1 c00000000160\n> Ack chat=$c seq=2\n"),
              "> Ack chat=$c seq=1                                c00000000160\n"
              "> Ack chat=$c seq=2                                e0\n");
    EXPECT_EQ(played("> Ack chat=$c=5 seq=$s:new=1\n> Ack chat=$c seq=$t:new=2\n"),
              "> Ack chat=$c=5 seq=$s:new=1                       c00000000160\n"
              "> Ack chat=$c seq=$t:new=2                         e0\n");
    EXPECT_EQ(played("> Ack chat=$c seq=1\n"), "x.tape:3: nothing says what `$c` is: write `$c=VALUE`, or the bytes\n");
    EXPECT_EQ(played("> Ack chat=$c seq=1 c00000000160\n> Ack chat=$c seq=1 a00000000068\n"),
              "x.tape:4: `$c` was bound in line 3 to another value than 6\n");
    EXPECT_EQ(played("> Ack chat=5 seq=$s=1\n> Ack chat=5 seq=$t:new=1\n"),
              "x.tape:4: `$t:new` must be new, but `$s` was bound to 1 in line 3\n");
    // A name bound anew leaves its old value to others; another domain has values of its own.
    EXPECT_EQ(played("> Ack chat=$c=5 seq=$s=1\n> Ack chat=$c seq=$s:new=2\n> Ack chat=$c seq=$t:new=1\n"
                     "> Ack chat=$d:new=2 seq=$u:new=5\n> Ack chat=$c seq=$v:new=2\n"),
              "x.tape:7: `$v:new` must be new, but `$s` was bound to 2 in line 4\n");
}

TEST(Play, TellsWhereValuesAndBytesDiffer) {
    EXPECT_EQ(played("> Ack chat=5 seq=2 c00000000160\n"),
              "x.tape:3: the values say `.seq=2`, the bytes say `.seq=1`; where the bytes are right, remove the values "
              "and let "
              "`tictoc conform fmt` write them\n");
    EXPECT_EQ(played("> Ack chat=5 seq=1 720048806869\n"),
              "x.tape:3: the bytes 720048806869 are refused: truncated bit=48 more=1 path=Send.body\n");
    EXPECT_EQ(played("> Send chat=5 tag=1 body=raw\"\" c00000000160\n"),
              "x.tape:3: the bytes are a `Ack`, not a `Send`\n");
    EXPECT_EQ(played("> Ack chat=1099511627776 seq=1\n"),
              "x.tape:3: the values cannot be written: Ack.chat: 1099511627776 is not in 0..1099511627775\n");
    EXPECT_EQ(played("> Ack chat=5 seq=1 c000\n"),
              "x.tape:3: the bytes c000 are refused: truncated bit=16 more=4 path=Ack.chat\n");
}

TEST(Play, WhatTheStateForbidsIsAnError) {
    EXPECT_EQ(played("< Sent tag=1 chat=5 seq=1\n"),
              "x.tape:3: in the state `Ready` the server may not say `Sent` now; what is wrong on purpose goes into a "
              "`bad` line\n");
    EXPECT_EQ(played("> Send chat=5 tag=1 body=raw\"\"\n< Sent tag=1 chat=5 seq=1\n").find("x.tape"),
              std::string::npos);
}

}  // namespace
}  // namespace tic::conformance
