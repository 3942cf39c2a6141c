// What a peer may cost a connection, at the edge of each limit: who keeps it is never closed, who breaks it is.
#include "tests/net/lone_connection.hpp"

namespace tic::net::tests {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

class ConnectionLimits : public lone_connection {
protected:
    void receive(std::string_view bytes) {
        line->receive({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, now);
    }
    using lone_connection::receive;
    void expect_idle_only_behind_news() {
        pass(seconds(59));
        line->send(push);
        drain_output();
        pass(seconds(59));
        EXPECT_FALSE(line->is_over());
        pass(seconds(1));
        EXPECT_EQ(why(), "idle");
    }
    const std::vector<std::uint8_t> push = packets({"news"});
};

TEST_F(ConnectionLimits, NewsDoNotPutOffTheFirstPacket) {
    agree();
    pass(limit.first_packet - seconds(1));
    line->send(push);
    drain_output();
    pass(seconds(1));
    EXPECT_EQ(why(), "first-packet-deadline");
}

TEST_F(ConnectionLimits, AClientWaitsForItsServerAsLongAsItLikes) {
    make(opening_by::name, side::client);
    agree();
    pass(2 * limit.first_packet);
    EXPECT_FALSE(line->is_over());
}

TEST_F(ConnectionLimits, WhoGetsNewsIsNotIdle) {
    limit.idle = seconds(60);
    agree();
    receive(packets({"."}));
    expect_idle_only_behind_news();
}

TEST_F(ConnectionLimits, WhoMayListenOnlyIsIdleWhereNothingIsSaid) {
    limit.first_packet = {};
    limit.idle = seconds(60);
    agree();
    expect_idle_only_behind_news();
}

TEST_F(ConnectionLimits, ASenderThatBringsEnoughOfAPacketInEachPeriodIsKept) {
    limit.progress = 20;
    agree();
    receive(packets({"."}));
    receive("\xc8");
    for (int i = 0; i < 3; ++i) {
        pass(limit.progress_period - milliseconds(1));
        receive(std::string(20, 'x'));
        pass(milliseconds(1));
        EXPECT_FALSE(line->is_over()) << i;
    }
    receive(std::string(19, 'x'));
    pass(limit.progress_period);
    EXPECT_EQ(why(), "slow-sender");
}

TEST_F(ConnectionLimits, APacketThatBeginsHasAPeriodOfItsOwn) {
    agree();
    receive(packets({"."}));
    receive(
        "\x02"
        "1");
    pass(limit.progress_period - milliseconds(1));
    receive(
        "1\x02"
        "2");  // the end of one, the beginning of the next
    pass(limit.progress_period - milliseconds(1));
    EXPECT_FALSE(line->is_over());
    pass(milliseconds(1));
    EXPECT_EQ(why(), "slow-sender");
}

TEST_F(ConnectionLimits, AReaderThatTakesLittleButAllIsKept) {
    agree();
    receive(packets({"."}));
    for (int i = 0; i < 3; ++i) {
        line->send(push);
        (void)line->take(now);
        pass(limit.progress_period - milliseconds(1));
        line->sent(push.size(), now);
        EXPECT_FALSE(line->is_over()) << i;
    }
}

TEST_F(ConnectionLimits, WhatIsOnItsWayCountsInTheQueue) {
    limit.queue = 1000;
    agree();
    const std::vector<std::uint8_t> much(600);
    line->send(much);
    EXPECT_EQ(line->take(now).size(), 600U);
    line->send(much);
    EXPECT_EQ(why(), "queue-full");
}

TEST_F(ConnectionLimits, BelowHalfOfTheQueueAPeerIsHeardAgain) {
    limit.queue = 1000;
    agree();
    receive(packets({"b", "b", "b", "b"}));
    EXPECT_EQ(line->take(now).size(), 603U);
    line->sent(102, now);
    EXPECT_EQ(hosted.received.size(), 3U) << "501 bytes wait";
    line->sent(1, now);
    EXPECT_EQ(hosted.received.size(), 4U);
}

TEST_F(ConnectionLimits, ABadPeerGetsNothingMoreAndAGoodOneAll) {
    for (std::size_t i = 1; i < close_reasons; ++i) {
        const auto reason = static_cast<close_reason>(i);
        SCOPED_TRACE(name_of(reason));
        make(opening_by::name);
        agree();
        line->send(push);
        const auto before = closed(reason);
        line->close(reason);
        line->send(push);
        const bool is_dropped = reason == close_reason::stopped || reason == close_reason::broken ||
                                reason == close_reason::handshake_deadline ||
                                reason == close_reason::first_packet_deadline || reason == close_reason::slow_sender ||
                                reason == close_reason::slow_reader || reason == close_reason::queue_full ||
                                reason == close_reason::tls_failed;
        EXPECT_EQ(drain_output(), is_dropped ? std::vector<std::uint8_t>() : push);
        EXPECT_EQ(closed(reason), before + 1);
    }
}

TEST_F(ConnectionLimits, AMessageIsLookedAtAtItsEndWithoutAPause) {
    hosted.needs_pause = true;
    agree();
    receive(packets({"e1"}));
    line->message_ended(now);
    EXPECT_EQ(hosted.received, (words{"e1"}));
    EXPECT_FALSE(line->is_over());
}

TEST_F(ConnectionLimits, AMessageThatWaitsForAReplyIsNotSplit) {
    agree();
    receive(packets({"d", "e2"}));
    line->message_ended(now);
    EXPECT_FALSE(line->is_over());
    hosted.last->reply_now();
    EXPECT_EQ(drain_output(), packets({"done", "e2"}));
}

TEST_F(ConnectionLimits, WhatTrickledIsHeardBeforeTheEnd) {
    hosted.needs_pause = true;
    agree();
    receive(packets({"e1"}));
    line->peer_ended(now);
    EXPECT_EQ(why(), "peer-left");
    EXPECT_EQ(hosted.received, (words{"e1"}));
}

TEST_F(ConnectionLimits, ADrainWaitsForItsMomentAndTheEndOfAPacket) {
    agree();
    line->leave_from(now + seconds(5));
    receive("\x01");
    pass(seconds(5) - milliseconds(1));
    receive("e");
    EXPECT_EQ(drain_output(), packets({"e"}));
    pass(milliseconds(0));
    EXPECT_FALSE(line->is_over()) << "not yet its moment";
    receive("\x01");
    pass(seconds(1));
    EXPECT_FALSE(line->is_over()) << "within a packet";
    receive("e");
    pass(seconds(0));
    EXPECT_EQ(why(), "draining");
    EXPECT_EQ(drain_output(), packets({"e"}));
}

TEST_F(ConnectionLimits, ADrainEndsHandshakes) {
    line->leave_from(now + seconds(5));
    pass(seconds(5));
    EXPECT_EQ(why(), "draining");
}

TEST_F(ConnectionLimits, WhoAgreesTooLateIsNotLetIn) {
    pass(limit.handshake);
    agree();
    EXPECT_TRUE(hosted.opened.empty());
    EXPECT_EQ(counts.agreed.value(), 0U);
}

TEST_F(ConnectionLimits, WhatAPeerMayCostDoesNotGrowWhereItGoesOnElsewhere) {
    line->leave_from(now + minutes(1));
    pass(limit.handshake - seconds(1));
    connection next(connection_context{hosted, limit, counts}, end, side::server, opening_by::name, now);
    next.take_over(*line);
    line.reset();
    EXPECT_EQ(closed(close_reason::stopped), 0U) << "its connection goes on";
    next.tick(now + seconds(1));
    EXPECT_EQ(name_of(next.cause()), "handshake-deadline");
}

TEST_F(ConnectionLimits, AMomentToLeaveGoesAlong) {
    line->leave_from(now + seconds(5));
    connection next(connection_context{hosted, limit, counts}, end, side::server, opening_by::name, now);
    next.take_over(*line);
    next.tick(now + seconds(5));
    EXPECT_EQ(name_of(next.cause()), "draining");
}

}  // namespace
}  // namespace tic::net::tests
