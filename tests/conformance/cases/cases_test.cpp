// Tapes turned into requests and answers: both roles, values alone, and each bad line where it would be heard.
#include "conformance/cases/cases.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/derive/check.hpp"
#include "tests/support/compiled.hpp"

namespace tic::test {
namespace {

using namespace conformance;

constexpr auto schema_text = R"(protocol talk;
edition 1;

struct Ask    { n: u4; }
struct Answer { n: u8; }
struct Long   { n: u4;  text: utf8(0..7); }
union Any { ask: Ask, number: u8 }

session {
  client { Ask ~1, Long ~1 }
  server { Answer }
  start Open;
  state Open { on Ask reply Answer;  on Long; }
}
)";

class Cases : public testing::Test {
protected:
    Cases() : schema(schema_text, "talk.tic") {}

    /// Lines of all cases: `ID NEEDS`, then ` REQUEST -> ANSWER`.
    std::string told(std::string_view text) {
        std::vector<problem> problems;
        const auto find = [this](const std::string&, const std::string&, std::string&) { return &*schema.run; };
        files.push_back(parse_tapes("t.tape", text, find, problems));
        if (problems.empty()) check_tapes(files, problems);
        std::string out;
        for (const auto& one : problems) out += one.spelled() + '\n';
        for (const auto& each : files.front().tapes)
            for (const auto& one : cases_of(*schema.run, each)) out += lines_of(one);
        return out;
    }

    static std::string lines_of(const test_case& one) {
        constexpr std::string_view names[] = {"decode", "encode", "unseal", "seal", "open", "states"};
        std::string out = one.id + ' ' + std::string(names[static_cast<unsigned>(one.needs)]) + '\n';
        for (const auto& each : one.exchanges) {
            const auto request = request_text(each);
            const auto verb_end = std::min(request.find(' '), request.size());
            out += ' ' + request.substr(0, verb_end) + ' ' + std::to_string(each.session) + request.substr(verb_end) +
                   " -> " + expected_text(each) + '\n';
        }
        return out;
    }

    compiled schema;
    std::vector<tape_file> files{};
};

TEST_F(Cases, OfAConversationAreBothRoles) {
    EXPECT_EQ(
        told("tape t\nschema talk.tic version 1\n> Ask n=3\n< Answer n=7\n"),
        "t/client open\n open 1 client 1 -> ok\n send 1 Ask .n=3 -> ok 18\n receive 1 07 -> ok Answer .n=7\n end 1 -> "
        "ok\n"
        "t/server open\n open 1 server 1 -> ok\n receive 1 18 -> ok Ask .n=3\n send 1 Answer .n=7 -> ok 07\n end 1 -> "
        "ok\n");
}

TEST_F(Cases, OfASplitTapeComeInAllPieces) {
    const std::string both = "Long .n=3 .text=hi ; Ask .n=4\n end 1 -> ok\n";
    EXPECT_THAT(
        told("tape t\nschema talk.tic version 1\nsplit\n> Long n=3 text=\"hi\"\n> Ask n=4\n"),
        testing::AllOf(
            testing::HasSubstr("t/server/at-once open\n open 1 server 1 -> ok\n receive 1 9a686920 -> ok " + both),
            testing::HasSubstr(
                "t/server/cut.1 open\n open 1 server 1 -> ok\n receive 1 9a -> ok\n receive 1 686920 -> ok " + both),
            testing::HasSubstr(
                "t/server/bytewise open\n open 1 server 1 -> ok\n receive 1 9a -> ok\n receive 1 68 -> ok\n"
                " receive 1 69 -> ok Long .n=3 .text=hi\n receive 1 20 -> ok Ask .n=4\n end 1 -> ok\n"),
            testing::Not(testing::HasSubstr("t/client/at-once"))));
}

TEST_F(Cases, BehindClosedAllIsIgnored) {
    const compiled closing(
        "protocol bye; edition 1; struct Bye {} struct Ok {}\n"
        "session { client { Bye } server { Ok } start S; state S { on Bye reply Ok go Closed; } }\n",
        "bye.tic");
    const auto find = [&](const std::string&, const std::string&, std::string&) { return &*closing.run; };
    std::vector<problem> problems;
    files.push_back(parse_tapes("t.tape", "tape t\nschema bye.tic version 1\n> Bye\n< Ok\n", find, problems));
    check_tapes(files, problems);
    ASSERT_TRUE(problems.empty());
    const auto cases = cases_of(*closing.run, files[0].tapes[0]);
    ASSERT_EQ(cases.size(), 2U);
    EXPECT_EQ(lines_of(cases[1]),
              "t/server open\n open 1 server 1 -> ok\n receive 1 00 -> ok Bye\n send 1 Ok -> ok 00\n"
              " receive 1 ff -> ok\n end 1 -> ok\n");
}

TEST_F(Cases, OfAValueAloneAreBothWays) {
    EXPECT_EQ(told("tape u\nschema talk.tic version 1\nalone Answer n=255\n"),
              "u#1/decode decode\n decode 0 Answer/1 ff -> ok .n=255\n"
              "u#1/encode encode\n encode 0 Answer/1 .n=255 -> ok ff\n");
}

TEST_F(Cases, OfSealedContentTellTheVersion) {
    EXPECT_EQ(
        told("tape u\nschema talk.tic version 1\nsealed Answer/1 n=1\nbad u#1 newer expect refuse newer-version\n"),
        "u#1/unseal unseal\n unseal 0 Answer 8080 -> ok 1 .n=1\n"
        "u#1/seal seal\n seal 0 Answer/1 .n=1 -> ok 8080\n"
        "u#1/newer unseal\n unseal 0 Answer 4020 -> refuse newer-version bit=0\n");
}

TEST_F(Cases, OfAnErrorSayTheGoodPacketAfterwards) {
    EXPECT_THAT(
        told("tape t\nschema talk.tic version 1\n> Ask n=3\nbad t#1 set .n=range+1 expect error as no\n"),
        testing::HasSubstr(
            "no open\n open 1 client 1 -> ok\n send 1 Ask .n=16 -> error\n send 1 Ask .n=3 -> ok 18\n end 1 -> ok\n"));
}

TEST_F(Cases, OfAnUnlawfulPacketAskBothEnds) {
    EXPECT_THAT(
        told("tape t\nschema talk.tic version 1\n> Ask n=3\n< Answer n=7\n"
             "bad t#2 then < Answer n=1 expect refuse wrong-state as w\n"),
        testing::EndsWith(
            "w states\n open 1 client 1 -> ok\n send 1 Ask .n=3 -> ok 18\n receive 1 07 -> ok Answer .n=7\n"
            " receive 1 01 -> refuse wrong-state bit=0 path=Answer\n"
            "w/send states\n open 1 server 1 -> ok\n receive 1 18 -> ok Ask .n=3\n send 1 Answer .n=7 -> ok 07\n"
            " send 1 Answer .n=1 -> refuse wrong-state\n end 1 -> ok\n"));
}

TEST_F(Cases, OfACutPacketAreRefusedAtTheEnd) {
    EXPECT_THAT(
        told(
            "tape t\nschema talk.tic version 1\n> Long n=3 text=\"abc\"\nbad t#1 cut 2 expect refuse truncated as c\n"),
        testing::HasSubstr("c open\n open 1 server 1 -> ok\n receive 1 9b61 -> ok\n end 1 -> refuse truncated bit=16 "
                           "more=2 path=Long.text\n"));
}

}  // namespace
}  // namespace tic::test
