// Plain TCP and TLS over one socket: what a peer is told, how long it is waited for, and the reason that is counted.
#include <array>

#include "tests/net/certificate.hpp"
#include "tests/net/one_core.hpp"

namespace tic::net::tests {
namespace {

using std::chrono::milliseconds;

class StreamCarrier : public one_core {
protected:
    void open() {
        keep(make_stream_transport(home, connect(), side::server, nullptr));
        client_preface ours(fake_versions);
        const auto greeting = ours.greeting();
        sends({greeting.begin(), greeting.end()});
        receives(server_preface_bytes);
        ASSERT_TRUE(kept->line().is_open());
    }
    void send(int count) {
        for (int i = 0; i < count; ++i) kept->line().send(packets({std::string(200, 'x')}));
    }
    void send_some() {
        send(100);
        runs();
    }
    /// Says more than the peer, who reads nothing, and the system take.
    void fill() {
        while (!kept->line().is_over()) send_some();
    }
};

TEST_F(StreamCarrier, WhatIsNotYetHeardStaysInTheNetwork) {
    limit.queue = 1000;
    open();
    floods(packets({"b", "b", "b", "b", "b", "b", "b", "b"}), 32U << 20U);
    EXPECT_LT(home.counts().bytes_received.value(), 1U << 20U);
    EXPECT_FALSE(kept->line().is_over());
    receives(1U << 20U);  // what has waited goes on
}

TEST_F(StreamCarrier, APeerHasTheFarewellToCloseItsEndToo) {
    open();
    sends(packets({"e1", "c"}));
    EXPECT_EQ(receives_all(),
              "\x02"
              "e1");
    EXPECT_EQ(why(), "finished");
    pass({});
    pass(limit.graceful_close - milliseconds(1));
    EXPECT_EQ(left, 0);
    pass(milliseconds(1));
    EXPECT_EQ(left, 1);
}

TEST_F(StreamCarrier, WhatWasSaidBeforeTheEndIsSentAsLongAsThePeerTakesIt) {
    limit.queue = std::size_t{64} << 20U;
    open();
    send(150'000);
    kept->line().close(close_reason::handler);
    pass({});
    constexpr std::size_t all = 150'000 * 201;
    constexpr std::size_t some = 6U << 20U;
    std::size_t count = 0;
    for (; all - count > some; count += some) {
        EXPECT_EQ(receives(some).size(), some);
        pass(limit.graceful_close);
        ASSERT_EQ(left, 0) << count;
    }
    EXPECT_EQ(count + receives_all().size(), all);
}

TEST_F(StreamCarrier, WhoClosesItsEndIsNotWaitedFor) {
    open();
    sends(packets({"c"}));
    receives_all();
    there.close();
    EXPECT_TRUE(runs_until([&] { return left == 1; }));
    EXPECT_EQ(closed(close_reason::finished), 1U);
}

TEST_F(StreamCarrier, WhoStillTalksAfterTheEndIsResetAfterTheFarewell) {
    open();
    sends(packets({"c"}));
    receives_all();
    pass({});
    pass(limit.graceful_close);
    EXPECT_EQ(left, 1);
    boost::system::error_code failed;
    there.write_some(asio::buffer("x", 1), failed);
    EXPECT_TRUE(failed) << "the end was a reset";
}

TEST_F(StreamCarrier, WhatAPeerDoesNotTakeIsNotKeptForMinutes) {
    open();
    fill();
    EXPECT_EQ(why(), "queue-full");
    pass({});
    pass(limit.graceful_close);
    EXPECT_EQ(left, 1);
    receives_all();
    EXPECT_EQ(end, asio::error::connection_reset);
}

TEST_F(StreamCarrier, NorIsItWhereTheServerStops) {
    open();
    fill();
    home.stop();
    receives_all();
    EXPECT_EQ(end, asio::error::connection_reset);
}

TEST_F(StreamCarrier, NorThatOfASlowReader) {
    limit.queue = std::size_t{32} << 20U;
    limit.first_packet = {};
    open();
    while (!kept->line().has_output() || !kept->line().is_writing()) send_some();
    for (int i = 0; i < 3 && !kept->line().is_over(); ++i) pass(limit.progress_period);
    EXPECT_EQ(why(), "slow-reader");
    home.stop();
    receives_all();
    EXPECT_EQ(end, asio::error::connection_reset);
}

TEST_F(StreamCarrier, AReaderWhoTakesMuchIsNotSlowThoughMoreWaits) {
    limit.queue = std::size_t{64} << 20U;
    limit.first_packet = {};
    open();
    send(150'000);
    runs();
    for (int i = 0; i < 3; ++i) {
        pass(limit.progress_period);
        receives(std::size_t{6} << 20U);
        EXPECT_TRUE(kept->line().is_writing()) << "all of it was sent at once";
    }
    pass(limit.progress_period);
    EXPECT_FALSE(kept->line().is_over());
}

TEST_F(StreamCarrier, WhoHasTakenEnoughIsHeardThoughMoreWaits) {
    limit.queue = std::size_t{64} << 20U;
    open();
    send(200'000);
    sends("\x02n");  // a packet that is not whole
    runs();
    receives(std::size_t{20} << 20U);
    sends("1");
    EXPECT_TRUE(runs_until([&] { return !hosted.received.empty(); }));
    EXPECT_TRUE(kept->line().is_writing()) << "all of it was sent at once";
}

TEST_F(StreamCarrier, AConnectionThatIsResetIsBroken) {
    open();
    there.set_option(asio::socket_base::linger(true, 0));
    there.close();
    EXPECT_TRUE(runs_until([&] { return left == 1; }));
    kept.reset();
    EXPECT_EQ(hosted.gone, (std::vector<std::string>{"broken"}));
}

TEST_F(StreamCarrier, HandlersHearOfAStopWhileTheirCoreStillRuns) {
    open();
    home.stop();
    EXPECT_EQ(hosted.gone, (std::vector<std::string>{"stopped"}));
}

/// The peer speaks TLS through an engine of its own.
class TlsCarrier : public one_core {
protected:
    void open(const protocol_versions& peer_has = fake_versions, tls_role role = tls_role::client,
              bool leads_to_websocket = false) {
        std::string error;
        const auto ours = tls_context::server(fake_versions, leads_to_websocket, files.file(), files.key(), error);
        const auto theirs =
            tls_context::client(peer_has, role, {.authorities = files.file(), .pinned_sha256 = {}}, error);
        ASSERT_TRUE(ours && theirs) << error;
        keep(make_stream_transport(home, connect(), side::server, ours));
        peer = std::make_unique<tls_engine>(theirs, "localhost");
        peer->start();
    }
    /// Receives until the peer's TLS comes to this.
    void receive_until(tls_state wanted, bool answers = false) {
        EXPECT_TRUE(runs_until([&] {
            if (answers && !peer->output().empty()) sends(std::exchange(peer->output(), {}));
            std::array<std::uint8_t, 4096> some{};
            boost::system::error_code failed;
            const std::size_t count = there.read_some(asio::buffer(some), failed);
            if (count != 0) peer->receive(std::span(some).first(count), plain);
            return peer->state() == wanted;
        })) << peer->failure();
    }
    void carry_until(tls_state wanted) { receive_until(wanted, true); }

    certificate files;
    std::unique_ptr<tls_engine> peer;
    std::vector<std::uint8_t> plain;
};

TEST_F(TlsCarrier, TheEndIsToldToo) {
    open();
    carry_until(tls_state::open);
    peer->write(packets({"e1", "c"}));
    carry_until(tls_state::ended);
    EXPECT_EQ(plain, packets({"e1"}));
    EXPECT_EQ(why(), "finished");
}

TEST_F(TlsCarrier, APeerThatEndsHasLeft) {
    open();
    carry_until(tls_state::open);
    peer->end();
    sends(peer->output());
    EXPECT_TRUE(runs_until([&] { return left == 1; }));
    EXPECT_EQ(why(), "peer-left");
}

TEST_F(TlsCarrier, WhatIsNoTlsIsRefused) {
    open();
    sends("GET / HTTP/1.1\r\n\r\n");
    EXPECT_TRUE(runs_until([&] { return kept->line().is_over(); }));
    EXPECT_EQ(why(), "tls-failed");
}

TEST_F(TlsCarrier, WithoutAnAlpnNameThatIsKnownNobodyComesIn) {
    open(fake_versions, tls_role::websocket_client);
    carry_until(tls_state::failed);
    EXPECT_EQ(why(), "no-alpn");
    EXPECT_TRUE(hosted.opened.empty());
}

TEST_F(TlsCarrier, VersionsThatDifferAreToldApart) {
    static constexpr fingerprint print[] = {0x99999999};
    constexpr protocol_versions changed{"fake", 1, print};
    open(changed);
    carry_until(tls_state::failed);
    EXPECT_EQ(why(), "schema-mismatch");
    EXPECT_EQ(peer->failure(), "tlsv1 alert no application protocol");
}

TEST_F(TlsCarrier, VersionsThatDoNotMeetAreTold) {
    static constexpr fingerprint print[] = {0x99999999};
    constexpr protocol_versions newer{"fake", 9, print};
    open(newer);
    carry_until(tls_state::failed);
    EXPECT_EQ(why(), "no-common-version");
}

TEST_F(TlsCarrier, WhoAgreesAfterTheDeadlineIsNotLetIn) {
    for (const tls_role role : {tls_role::client, tls_role::websocket_client}) {
        there = tcp_socket(peer_loop);
        left = 0;
        open(fake_versions, role, true);
        sends(std::exchange(peer->output(), {}));
        receive_until(tls_state::open);
        pass(limit.handshake);
        EXPECT_EQ(why(), "handshake-deadline");
        sends(peer->output());
        runs();
        EXPECT_TRUE(hosted.opened.empty());
        pass(limit.graceful_close);
        EXPECT_EQ(left, 1);
    }
    EXPECT_EQ(home.counts().accepted.value(), 2U);
}

TEST_F(TlsCarrier, AWebSocketThatFollowsIsTheSameConnection) {
    open(fake_versions, tls_role::websocket_client, true);
    carry_until(tls_state::open);
    EXPECT_EQ(left, 0);
    peer->write(packets({"G"}));
    sends(peer->output());
    there.close();
    EXPECT_TRUE(runs_until([&] { return left == 1; }));
    EXPECT_EQ(home.counts().accepted.value(), 1U);
    EXPECT_EQ(closed(close_reason::stopped), 0U) << "the first transport's, which nobody is told of";
}

}  // namespace
}  // namespace tic::net::tests
