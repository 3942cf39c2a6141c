// The course of a connection over pipes in memory and a clock that the tests turn: opening, packets, every limit, the
// end.
#include <gtest/gtest.h>

#include "tests/net/lone_connection.hpp"

namespace tic::net::tests {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class Connection : public lone_connection {};

TEST_F(Connection, PacketsInPiecesOfAnySizeAreHeardOnceEach) {
    const auto bytes = packets({"eins", "zwei", "", "vier", "e"});
    for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
        hosted.received.clear();
        make(opening_by::name);
        agree();
        for (std::size_t at = 0; at < bytes.size(); at += piece) {
            receive(std::span(bytes).subspan(at, std::min(piece, bytes.size() - at)));
        }
        EXPECT_EQ(hosted.received, (words{"eins", "zwei", "", "vier", "e"})) << piece;
        EXPECT_EQ(drain_output(), packets({"eins", "e"}));
    }
}

TEST_F(Connection, AllThatOneTurnHasToSayIsTakenAtOnce) {
    agree();
    receive(packets({"e1", "e2", "e3"}));
    EXPECT_EQ(end.wakes, 1);
    EXPECT_EQ(line->take(now), packets({"e1", "e2", "e3"}));
    receive(packets({"e4"}));
    EXPECT_TRUE(line->take(now).empty()) << "the last is not all sent";
    line->sent(9, now);
    EXPECT_EQ(line->take(now), packets({"e4"}));
    EXPECT_EQ(counts.writes.value(), 2U);
}

TEST_F(Connection, ThePrefaceOpensAndIsAnswered) {
    make(opening_by::preface);
    connection client(connection_context{hosted, limit, counts}, end, side::client, opening_by::preface, now);
    auto greeting = client.take(now);
    client.sent(greeting.size(), now);
    greeting.insert(greeting.end(), {2, 'e', '!'});
    receive(greeting);
    EXPECT_EQ(line->outcome().version, 2);
    client.receive(drain_output(), now);
    EXPECT_TRUE(client.is_open());
    EXPECT_EQ(hosted.opened, (std::vector<unsigned>{2, 2}));
    EXPECT_EQ(hosted.received, (words{"e!", "e!"}));
}

TEST_F(Connection, AnotherProtocolIsNotTic) {
    make(opening_by::preface);
    receive(std::vector<std::uint8_t>{'G', 'E', 'T'});
    EXPECT_EQ(why(), "not-tic");
    EXPECT_TRUE(drain_output().empty());
    EXPECT_TRUE(hosted.opened.empty());
}

TEST_F(Connection, AnotherSchemaIsAnsweredThenClosed) {
    make(opening_by::preface);
    receive(std::vector<std::uint8_t>{0x54, 0x49, 2, 1, 9, 9, 9, 9});
    EXPECT_EQ(why(), "schema-mismatch");
    EXPECT_EQ(drain_output(), (std::vector<std::uint8_t>{0x54, 0x49, 2, 0x22, 0x22, 0x22, 0x22}));
    EXPECT_EQ(line->outcome().theirs, 0x09090909U);
}

TEST_F(Connection, VersionsThatDoNotMeetAreAnsweredThenClosed) {
    make(opening_by::preface);
    receive(std::vector<std::uint8_t>{0x54, 0x49, 9, 3, 9, 9, 9, 9});
    EXPECT_EQ(why(), "no-common-version");
    EXPECT_EQ(drain_output().size(), 7U);
}

TEST_F(Connection, AnOpeningThatNeverEndsMeetsItsDeadline) {
    for (const auto how : {opening_by::preface, opening_by::name}) {
        make(how);
        if (how == opening_by::preface) receive(std::vector<std::uint8_t>{0x54});
        pass(limit.handshake - milliseconds(1));
        EXPECT_FALSE(line->is_over());
        pass(milliseconds(1));
        EXPECT_EQ(why(), "handshake-deadline");
    }
    EXPECT_EQ(closed(close_reason::handshake_deadline), 2U);
}

TEST_F(Connection, TheFirstPacketHasADeadlineOfItsOwn) {
    agree();
    pass(limit.first_packet - milliseconds(1));
    EXPECT_FALSE(line->is_over());
    pass(milliseconds(1));
    EXPECT_EQ(why(), "first-packet-deadline");
}

TEST_F(Connection, WithoutThatDeadlineAPeerMayListenOnly) {
    limit.first_packet = {};
    agree();
    pass(std::chrono::hours(1000));
    EXPECT_FALSE(line->is_over());
}

TEST_F(Connection, WhoHasSpokenMayBeSilentForEver) {
    agree();
    receive(packets({"."}));
    pass(std::chrono::hours(1000));
    EXPECT_FALSE(line->is_over());
}

TEST_F(Connection, UnlessThereIsALimit) {
    limit.idle = seconds(60);
    agree();
    receive(packets({"."}));
    pass(seconds(59));
    receive(packets({"."}));
    pass(seconds(59));
    EXPECT_FALSE(line->is_over());
    pass(seconds(1));
    EXPECT_EQ(why(), "idle");
}

TEST_F(Connection, OneByteASecondIsTooSlow) {
    agree();
    receive(packets({"."}));
    receive(std::vector<std::uint8_t>{200});
    for (int i = 0; i < 9; ++i) {
        pass(seconds(1));
        receive(std::vector<std::uint8_t>{'x'});
        EXPECT_FALSE(line->is_over());
    }
    pass(seconds(1));
    EXPECT_EQ(why(), "slow-sender");
}

TEST_F(Connection, AReaderThatStopsIsClosedAndCostsABoundedQueue) {
    agree();
    receive(packets({"b"}));
    const auto out = line->take(now);
    line->sent(1, now);
    pass(limit.progress_period);
    EXPECT_EQ(why(), "slow-reader");
    EXPECT_EQ(hosted.gone, (words{"slow-reader"}));
    EXPECT_FALSE(line->has_output());
}

TEST_F(Connection, AReaderThatTakesSomeIsKept) {
    limit.queue = 1U << 20U;
    agree();
    for (int i = 0; i < 100; ++i) receive(packets({"b"}));
    const auto out = line->take(now);
    for (std::size_t left = out.size(); left >= limit.progress; left -= limit.progress) {
        pass(limit.progress_period - milliseconds(1));
        line->sent(limit.progress, now);
        pass(milliseconds(1));
        EXPECT_FALSE(line->is_over());
    }
}

TEST_F(Connection, WhoDoesNotReadItsRepliesIsNoLongerHeard) {
    limit.queue = 1000;
    agree();
    receive(packets({"b", "b", "b", "b", "b", "b"}));
    EXPECT_EQ(hosted.received.size(), 3U) << "603 bytes wait, half of the queue is 500";
    EXPECT_FALSE(line->wants_bytes());
    EXPECT_FALSE(line->is_over());
    EXPECT_EQ(drain_output().size(), 6 * 201U) << "reading on lets it go on";
    EXPECT_TRUE(line->wants_bytes());
}

TEST_F(Connection, PushesBeyondTheQueueCloseIt) {
    limit.queue = 1000;
    agree();
    const std::vector<std::uint8_t> push(300);
    for (int i = 0; i < 3; ++i) line->send(push);
    EXPECT_FALSE(line->is_over());
    line->send(push);
    EXPECT_EQ(why(), "queue-full");
    EXPECT_FALSE(line->has_output());
}

TEST_F(Connection, AReplyThatComesLaterKeepsTheOrder) {
    agree();
    receive(packets({"d", "e2"}));
    receive(packets({"e3"}));
    EXPECT_EQ(hosted.received, (words{"d"}));
    EXPECT_FALSE(line->wants_bytes());
    hosted.last->reply_now();
    EXPECT_EQ(drain_output(), packets({"done", "e2", "e3"}));
    EXPECT_TRUE(line->wants_bytes());
}

TEST_F(Connection, AHandlerThatTakesItsTimeIsNotThePeersFault) {
    agree();
    receive(packets({"d", "e2"}));
    pass(10 * limit.progress_period);
    EXPECT_FALSE(line->is_over());
}

TEST_F(Connection, APeerThatHasEndedStillGetsItsReplies) {
    agree();
    receive(packets({"d"}));
    line->peer_ended(now);
    EXPECT_FALSE(line->is_over());
    hosted.last->reply_now();
    EXPECT_EQ(drain_output(), packets({"done"}));
    EXPECT_EQ(why(), "peer-left");
}

TEST_F(Connection, WhatIsSentMeanwhileLosesNoReplyThatIsOwed) {
    agree();
    receive(packets({"e1", "d"}));
    EXPECT_EQ(drain_output(), packets({"e1"}));
    line->peer_ended(now);
    EXPECT_FALSE(line->is_over());
    hosted.last->reply_now();
    EXPECT_EQ(drain_output(), packets({"done"}));
    EXPECT_EQ(why(), "peer-left");
}

TEST_F(Connection, EndsAreToldApart) {
    agree();
    line->peer_ended(now);
    EXPECT_EQ(why(), "peer-left");
    make(opening_by::name);
    agree();
    receive(std::vector<std::uint8_t>{5, 'x'});
    line->peer_ended(now);
    EXPECT_EQ(why(), "cut-off");
    make(opening_by::preface);
    line->peer_ended(now);
    EXPECT_EQ(why(), "cut-off");
}

TEST_F(Connection, WhatWasSaidBeforeTheEndIsSentAndTheRestIgnored) {
    agree();
    receive(packets({"e1", "c", "e2"}));
    receive(packets({"e3"}));
    EXPECT_EQ(why(), "finished");
    EXPECT_EQ(drain_output(), packets({"e1"}));
    EXPECT_EQ(hosted.received, (words{"e1", "c"}));
    EXPECT_EQ(hosted.gone, (words{"finished"}));
}

TEST_F(Connection, ARefusalIsCountedByItsReason) {
    agree();
    receive(packets({"x"}));
    EXPECT_EQ(why(), "range");
    EXPECT_EQ(closed(close_reason::refused), 1U);
    EXPECT_EQ(counts.refused[static_cast<std::size_t>(reason::range)].value(), 1U);
}

TEST_F(Connection, AWebSocketMessageHoldsWholePackets) {
    agree();
    receive(packets({"1", "2"}));
    line->message_ended(now);
    EXPECT_FALSE(line->is_over());
    receive(std::vector<std::uint8_t>{2, 'x'});
    line->message_ended(now);
    EXPECT_EQ(why(), "split-packet");
}

TEST_F(Connection, WhatTrickledIsLookedAtAfterAPause) {
    hosted.needs_pause = true;
    agree();
    receive(packets({"e1"}));
    EXPECT_TRUE(hosted.received.empty());
    pass(milliseconds(10));
    EXPECT_EQ(hosted.received, (words{"e1"}));
}

TEST_F(Connection, WhoLeavesWaitsForWhatIsOwed) {
    agree();
    receive(packets({"d"}));
    line->leave_from(now + seconds(5));
    pass(seconds(6));
    EXPECT_FALSE(line->is_over());
    hosted.last->reply_now();
    pass(seconds(1));
    EXPECT_EQ(why(), "draining");
    EXPECT_EQ(drain_output(), packets({"done"}));
}

TEST_F(Connection, TheConversationHearsOfTheEndOnce) {
    agree();
    line->close(close_reason::handler);
    line->close(close_reason::broken);
    (void)line->take(now);
    line.reset();
    EXPECT_EQ(hosted.gone, (words{"handler"}));
    make(opening_by::name);
    agree();
    line.reset();
    EXPECT_EQ(hosted.gone, (words{"handler", "stopped"}));
}

}  // namespace
}  // namespace tic::net::tests
