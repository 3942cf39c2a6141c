// The WebSocket door frame by frame: who may upgrade, what a message may be, and how the end is told.
#include "runtime/net/websocket.hpp"

#include <iterator>

#include "runtime/tic/opening_names.hpp"
#include "tests/net/one_core.hpp"

namespace tic::net::tests {
namespace {

using std::chrono::milliseconds;

/// The first byte of a frame.
constexpr char text = '\x81';
constexpr char binary = '\x82';
constexpr char binary_that_goes_on = '\x02';
constexpr char continued_and_goes_on = '\x00';
constexpr char continued = '\x80';
constexpr char close_frame = '\x88';
constexpr char ping = '\x89';
constexpr char pong = '\x8a';
constexpr char binary_compressed = '\xc2';

/// As a client sends it: masked, with a key of zeros.
std::string frame(char first, std::string_view payload) {
    return std::string{first, static_cast<char>(0x80U | payload.size()), 0, 0, 0, 0} + std::string(payload);
}
std::string frame(char first, const std::vector<std::uint8_t>& payload) {
    return frame(first, std::string(payload.begin(), payload.end()));
}
/// As a server sends it.
std::string bare_frame(char first, std::string_view payload) {
    return std::string{first, static_cast<char>(payload.size())} + std::string(payload);
}
std::string close_with(unsigned code, std::string_view name) {
    return bare_frame(close_frame,
                      std::string{static_cast<char>(code >> 8U), static_cast<char>(code & 255U)} + std::string(name));
}

class WebSocket : public one_core {
protected:
    void accept() { keep(make_websocket_transport(home, connect(), side::server, nullptr, {}, {})); }
    static std::string request(std::string_view subprotocol, const std::string& headers) {
        return "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
               "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
               "Sec-WebSocket-Protocol: " +
               std::string(subprotocol) + "\r\n" + headers + "\r\n";
    }
    static std::string_view newest() {
        static const auto name = name_of_version(fake_versions, 2, subprotocol_separator);
        return name.view();
    }
    /// What is answered, up to the empty line.
    std::string upgrade(std::string_view subprotocol, const std::string& headers = {}) {
        accept();
        sends(request(subprotocol, headers));
        std::string answer;
        while (!answer.ends_with("\r\n\r\n") && !end.failed()) answer += receives(1);
        return answer;
    }
    void open() { ASSERT_EQ(upgrade(newest()).substr(9, 3), "101"); }
    /// More than the system takes at once, in one message; so many bytes.
    std::size_t send_much() {
        limit.queue = std::size_t{40} << 20U;
        limit.first_packet = {};
        const auto one = packets({std::string(200, 'x')});
        constexpr std::size_t count = 150'000;
        for (std::size_t i = 0; i < count; ++i) kept->line().send(one);
        runs();
        return count * one.size();
    }
    /// The server closes so; the peer has not answered yet.
    void expect_end(const std::string& all) { EXPECT_EQ(receives(all.size()), all); }
    bool is_over() {
        return runs_until([&] { return kept->line().is_over(); });
    }
};

TEST_F(WebSocket, TheSubprotocolChosenIsTold) {
    const std::string answer = upgrade("chat, " + std::string(newest()));
    EXPECT_NE(answer.find("Sec-WebSocket-Protocol: " + std::string(newest()) + "\r\n"), std::string::npos) << answer;
    EXPECT_EQ(hosted.opened, (std::vector<unsigned>{2}));
}

TEST_F(WebSocket, WhoMayNotUpgradeIsCountedByTheReason) {
    origins = {"https://good.example"};
    const std::string evil = "Origin: https://evil.example\r\n";
    for (const auto& [subprotocol, headers, status, reason] : {std::tuple(newest(), evil.c_str(), "403", "bad-origin"),
                                                               {"chat", "", "400", "not-tic"},
                                                               {"tic.fake.1.99999999", "", "400", "schema-mismatch"},
                                                               {"tic.fake.9.99999999", "", "400", "no-common-version"},
                                                               {newest(), "Connection: close\r\n", "101", "none"}}) {
        there = tcp_socket(peer_loop);
        EXPECT_EQ(upgrade(subprotocol, headers).substr(9, 3), status);
        EXPECT_EQ(why(), reason);
        received.clear();
    }
}

TEST_F(WebSocket, APageOfAnAllowedOriginMayComeIn) {
    origins = {"https://other.example", "https://good.example"};
    EXPECT_EQ(upgrade(newest(), "Origin: https://good.example\r\n").substr(9, 3), "101");
}

TEST_F(WebSocket, NothingIsEverCompressed) {
    const std::string answer = upgrade(newest(), "Sec-WebSocket-Extensions: permessage-deflate\r\n");
    EXPECT_EQ(answer.find("permessage-deflate"), std::string::npos) << answer;
    sends(frame(binary_compressed, packets({"e"})));
    ASSERT_TRUE(is_over());
    EXPECT_EQ(why(), "websocket-failed");
}

TEST_F(WebSocket, APeerThatLeavesWithinTheUpgradeIsCutOff) {
    accept();
    sends(request(newest(), {}).substr(0, 40));
    there.shutdown(tcp_socket::shutdown_send);
    ASSERT_TRUE(is_over());
    EXPECT_EQ(why(), "cut-off");
}

TEST_F(WebSocket, AnUpgradeThatNeverEndsMeetsTheDeadline) {
    accept();
    sends(request(newest(), {}).substr(0, 40));
    runs();
    pass(limit.handshake);
    EXPECT_EQ(why(), "handshake-deadline");
    receives_all();
    EXPECT_EQ(left, 1);
}

TEST_F(WebSocket, AMessageHoldsPacketsAndIsBinary) {
    open();
    sends(frame(binary, packets({"e1", "e2"})));
    EXPECT_EQ(receives(8), bare_frame(binary,
                                      "\x02"
                                      "e1\x02"
                                      "e2"));
    sends(frame(text, packets({"e3"})));
    expect_end(close_with(1003, "websocket-text"));
    EXPECT_EQ(why(), "websocket-text");
    EXPECT_EQ(hosted.received.size(), 2U);
}

TEST_F(WebSocket, AMessageThatEndsWithinAPacketIsRefused) {
    open();
    sends(frame(binary,
                "\x02"
                "e"));
    expect_end(close_with(1008, "split-packet"));
}

TEST_F(WebSocket, APacketMayComeInFragmentsWithAPingBetween) {
    open();
    sends(frame(binary_that_goes_on,
                "\x02"
                "e"));
    sends(frame(ping, "there?"));
    EXPECT_EQ(receives(8), bare_frame(pong, "there?"));
    sends(frame(continued, "1"));
    EXPECT_EQ(receives(5), bare_frame(binary,
                                      "\x02"
                                      "e1"));
    EXPECT_FALSE(kept->line().is_over());
}

TEST_F(WebSocket, AMessageMayBeLong) {
    open();
    const auto much = packets({std::string(100, 'y')});
    sends(frame(binary_that_goes_on, much));
    for (int i = 0; i < 1000; ++i) sends(frame(continued_and_goes_on, much));
    sends(frame(continued, packets({"e1"})));
    EXPECT_EQ(receives(5), bare_frame(binary,
                                      "\x02"
                                      "e1"));
}

TEST_F(WebSocket, FramesThatBreakTheRulesEndIt) {
    for (const std::string& bad : {bare_frame(binary,
                                              "\x01"
                                              "e"),
                                   frame(continued,
                                         "\x01"
                                         "e"),
                                   frame(static_cast<char>(ping & 0x7f), "half a ping")}) {
        there = tcp_socket(peer_loop);
        end = {};
        open();
        sends(bad);
        ASSERT_TRUE(is_over());
        EXPECT_EQ(why(), "websocket-failed");
        EXPECT_TRUE(hosted.received.empty());
        receives_all();
    }
}

TEST_F(WebSocket, TheEndIsToldByCodeAndName) {
    for (const auto& [reason, code] : {std::pair(close_reason::finished, 1000U),
                                       {close_reason::handler, 1000U},
                                       {close_reason::draining, 1001U},
                                       {close_reason::no_handler, 1011U},
                                       {close_reason::bad_reply, 1011U},
                                       {close_reason::idle, 1008U},
                                       {close_reason::slow_sender, 1008U}}) {
        there = tcp_socket(peer_loop);
        end = {};
        open();
        kept->line().send(packets({"last"}));
        kept->line().close(reason);
        const std::string last = reason == close_reason::slow_sender ? ""
                                                                     : bare_frame(binary,
                                                                                  "\x04"
                                                                                  "last");
        expect_end(last + close_with(code, net::name_of(reason)));
    }
}

TEST_F(WebSocket, APeerMayCloseFirst) {
    open();
    sends(frame(close_frame, "\x03\xe8"));
    EXPECT_EQ(receives(4), bare_frame(close_frame, "\x03\xe8"));
    there.close();
    EXPECT_TRUE(runs_until([&] { return left == 1; }));
    EXPECT_EQ(why(), "peer-left");
}

TEST_F(WebSocket, APeerThatGoesWithoutAWordHasLeft) {
    open();
    there.close();
    EXPECT_TRUE(runs_until([&] { return left == 1; }));
    EXPECT_EQ(why(), "peer-left");
}

TEST_F(WebSocket, AConnectionThatIsResetIsBroken) {
    open();
    there.set_option(asio::socket_base::linger(true, 0));
    there.close();
    EXPECT_TRUE(runs_until([&] { return left == 1; }));
    EXPECT_EQ(why(), "broken");
}

TEST_F(WebSocket, APeerHasTheFarewellToAnswerTheClose) {
    open();
    sends(frame(binary, packets({"c"})));
    EXPECT_EQ(receives(4).front(), close_frame);
    pass({});
    pass(limit.graceful_close - milliseconds(1));
    EXPECT_EQ(left, 0);
    pass(milliseconds(1));
    EXPECT_EQ(left, 1);
}

TEST_F(WebSocket, WhatIsNotYetHeardStaysInTheNetwork) {
    limit.queue = 1000;
    open();
    const std::string one = frame(binary, packets({"b", "b", "b", "b", "b", "b", "b", "b"}));
    floods({one.begin(), one.end()}, 32U << 20U);
    EXPECT_LT(home.counts().bytes_received.value(), 1U << 20U);
    EXPECT_FALSE(kept->line().is_over());
    receives(1U << 20U);  // what has waited goes on
}

TEST_F(WebSocket, AReaderWhoTakesMuchIsNotSlowThoughMoreWaits) {
    open();
    const std::size_t all = send_much();
    std::size_t taken = 0;
    for (int i = 0; i < 3; ++i) {
        pass(limit.progress_period);
        ASSERT_EQ(why(), "none");
        taken += receives(std::size_t{6} << 20U).size();
        EXPECT_TRUE(kept->line().is_writing()) << "all of it was sent at once";
    }
    pass(limit.progress_period);
    ASSERT_EQ(why(), "none");

    kept->line().send(packets({"last"}));
    constexpr std::size_t header = 10;
    receives(header + all - taken);
    EXPECT_EQ(receives(7), bare_frame(binary,
                                      "\x04"
                                      "last"));
    EXPECT_FALSE(kept->line().is_writing());
    EXPECT_EQ(home.counts().bytes_sent.value(), all + 5);
}

TEST_F(WebSocket, AReaderWhoTakesNothingIsSlow) {
    open();
    send_much();
    for (int i = 0; i < 3 && !kept->line().is_over(); ++i) pass(limit.progress_period);
    EXPECT_EQ(why(), "slow-reader");
}

TEST_F(WebSocket, WhoHasTakenEnoughIsHeardThoughMoreWaits) {
    open();
    const std::size_t all = send_much();
    sends(frame(binary_that_goes_on,
                "\x02"
                "n"));
    runs();
    receives(all / 2);
    sends(frame(continued, "1"));
    EXPECT_TRUE(runs_until([&] { return !hosted.received.empty(); }));
    EXPECT_TRUE(kept->line().is_writing()) << "all of it was sent at once";
}

}  // namespace
}  // namespace tic::net::tests
