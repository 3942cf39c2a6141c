// A server and clients on loopback: the same conversation through all four doors, bad peers, the admin port, the end.
#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <array>
#include <atomic>
#include <future>
#include <sstream>
#include <string>
#include <tic/opening_preface.hpp>

#include "runtime/net/client.hpp"
#include "runtime/net/client_session.hpp"
#include "runtime/net/serve.hpp"
#include "runtime/net/server.hpp"
#include "talk.hpp"
#include "tests/net/bare_socket.hpp"
#include "tests/net/certificate.hpp"
#include "tests/net/loopback.hpp"

namespace tic::net::tests {
namespace {

using server_session = talk::session<side::server>;
using talk_session = talk::session<side::client>;

class handler {
public:
    explicit handler(peer<server_session>& to) : to_(to) {}
    void on(const talk::Ask& asked, reply<server_session, talk::Answer, talk::Sorry> answer) {
        answer(talk::Answer{.word = asked.word});
    }
    void on(const talk::Note&) { to_.send(talk::News{.word = "noted"}); }
    void on(const talk::Bye&, reply<server_session, talk::Farewell> answer) { answer(talk::Farewell{}); }

private:
    peer<server_session>& to_;
};

/// It lacks a function for `Bye`, and does not answer `Ask`.
struct unfinished {
    void on(const talk::Ask&, reply<server_session, talk::Answer, talk::Sorry> answer) { answer.not_yet(); }
    void on(const talk::Note&) { to.not_yet(); }
    peer<server_session>& to;
};

class talk_client : public waiting_client<talk_session> {
public:
    explicit talk_client(const client_options& options) : waiting_client(options, talk::versions) {}

    /// Whether the word comes back.
    bool echoes(std::string_view word) {
        return request(talk::Ask{.word = word}) == R"({"Answer":{"word":")" + std::string(word) + R"("}})";
    }
};

/// What a client of `talk` sends first on plain TCP.
std::string preface() {
    client_preface ours(talk::versions);
    const auto bytes = ours.greeting();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

class Doors : public ::testing::Test {
protected:
    /// Its log is kept in `told`.
    void open_unfinished() {
        options.admin_port = 0;
        options.limit.drain = {};
        at = std::make_unique<server>(
            options,
            [] {
                return host<server_session>(talk::versions, [](peer<server_session>& to) { return unfinished{to}; });
            },
            log(std::make_shared<spdlog::logger>("told", std::make_shared<spdlog::sinks::ostream_sink_mt>(told))));
        const auto wrong = at->start();
        ASSERT_FALSE(wrong) << *wrong;
    }
    /// When every connection is gone and told of.
    void end_in_peace() {
        at->drain();
        at->wait();
    }
    void open() {
        options.admin_port = 0;
        at = std::make_unique<server>(
            options,
            [] { return host<server_session>(talk::versions, [](peer<server_session>& to) { return handler(to); }); },
            log(level::error));
        const auto wrong = at->start();
        ASSERT_FALSE(wrong) << *wrong;
    }
    client_options client_to(transport_kind kind) { return tests::client_to(*at, kind, files); }
    std::string admin(const std::string& path) { return get(at->admin_port(), path); }
    std::string upgrade(const std::string& headers) {
        bare_socket one(at->port(transport_kind::websocket));
        one.send(
            "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
            headers + "\r\n");
        return one.read_all();
    }

    certificate files;
    std::ostringstream told;
    server_options options = all_listeners(files);
    std::unique_ptr<server> at;
};

TEST_F(Doors, TheSameConversationGoesThroughAllFour) {
    options.cores = 2;
    open();
    for (const transport_kind kind : all_transports) {
        SCOPED_TRACE(name_of(kind));
        talk_client one(client_to(kind));
        ASSERT_TRUE(one.opens());
        EXPECT_TRUE(one.echoes("hello"));
        EXPECT_EQ(one.tell(talk::Note{.number = 1}), "ok");
        EXPECT_EQ(one.pushed(), R"({"News":{"word":"noted"}})");
        EXPECT_TRUE(one.echoes(std::string(100, 'x')));
        EXPECT_EQ(one.request(talk::Bye{}), R"({"Farewell":{}})");
        EXPECT_EQ(one.closed(), "finished");
    }
}

/// A packet without memory, as every session of the client's side writes it.
template <class Packet>
std::string written(const Packet& packet) {
    talk_session fresh(talk::version);
    std::array<std::uint8_t, talk_session::max_sent> room{};
    const auto size = fresh.send(packet, room);
    EXPECT_TRUE(size.ok());
    return {reinterpret_cast<const char*>(room.data()), *size};
}

TEST_F(Doors, MoreThanAnyBufferAtOnceIsHeardInOrder) {
    open();
    bare_socket one(at->port(transport_kind::tcp));
    constexpr int count = 900;
    std::string all = preface();
    for (int i = 0; i < count; ++i) all += written(talk::Ask{.word = std::to_string(i) + std::string(90, 'x')});
    one.send(all + written(talk::Bye{}));
    const std::string came = one.read_all();
    std::size_t from = server_preface_bytes;
    for (int i = 0; i < count; ++i) {
        const std::string word = std::to_string(i) + std::string(90, 'x');
        const auto found = came.find(word, from);
        ASSERT_LE(found, from + 2) << i;  // behind tag and length
        from = found + word.size();
    }
}

TEST_F(Doors, APinnedCertificateIsEnough) {
    open();
    auto options_of_one = client_to(transport_kind::tls);
    options_of_one.trust = {.authorities = {}, .pinned_sha256 = files.sha256()};
    talk_client one(options_of_one);
    ASSERT_TRUE(one.opens());
    EXPECT_TRUE(one.echoes("pinned"));
}

TEST_F(Doors, ARenewedCertificateIsForThoseWhoComeAfter) {
    open();
    talk_client before(client_to(transport_kind::tls));
    ASSERT_TRUE(before.opens());
    files.renew();
    EXPECT_FALSE(at->reload_certificate());
    talk_client after(client_to(transport_kind::tls));
    ASSERT_TRUE(after.opens()) << "it trusts the new one only";
    EXPECT_TRUE(before.echoes("still here"));
}

TEST_F(Doors, AWrongCertificateFileLeavesTheOldOne) {
    open();
    talk_client before(client_to(transport_kind::tls));
    ASSERT_TRUE(before.opens());
    options.certificate = files.key();
    const certificate kept;
    EXPECT_EQ(::rename(files.key().c_str(), (files.key() + ".away").c_str()), 0);
    const auto wrong = at->reload_certificate();
    ASSERT_TRUE(wrong);
    EXPECT_NE(wrong->find(files.key()), std::string::npos);
    talk_client after(client_to(transport_kind::tls));
    EXPECT_TRUE(after.opens());
}

TEST_F(Doors, AnotherSchemaIsAnsweredBeforeTheEnd) {
    open();
    bare_socket one(at->port(transport_kind::tcp));
    one.send(std::string("\x54\x49\x01\x01\x09\x09\x09\x09", 8));
    EXPECT_EQ(one.read_all().substr(0, 3), "\x54\x49\x01");
}

TEST_F(Doors, AnotherProtocolIsClosedAndCounted) {
    open();
    bare_socket one(at->port(transport_kind::tcp));
    one.send("GET / HTTP/1.1\r\n\r\n");
    EXPECT_EQ(one.read_all(), "");
    EXPECT_NE(admin("/metrics").find("tic_closed_total{reason=\"not-tic\"} 1"), std::string::npos);
}

TEST_F(Doors, WhatNothingHandlesIsNamedInLogAndMetrics) {
    open_unfinished();
    talk_client one(client_to(transport_kind::tcp));
    ASSERT_TRUE(one.opens());
    EXPECT_EQ(one.request(talk::Bye{}), "gone");
    EXPECT_EQ(one.closed(), "peer-left");
    talk_client other(client_to(transport_kind::tcp));
    ASSERT_TRUE(other.opens());
    EXPECT_EQ(other.tell(talk::Note{.number = 1}), "ok");
    EXPECT_EQ(other.closed(), "peer-left");
    const std::string counts = admin("/metrics");
    EXPECT_NE(counts.find("tic_unhandled_total{request=\"Note\"} 1"), std::string::npos) << counts;
    EXPECT_NE(counts.find("tic_unhandled_total{request=\"Bye\"} 1"), std::string::npos) << counts;
    EXPECT_NE(counts.find("tic_unhandled_total{request=\"Ask\"} 0"), std::string::npos) << counts;
    end_in_peace();
    EXPECT_NE(told.str().find(R"("event":"closed","reason":"no-handler","detail":"Bye")"), std::string::npos)
        << told.str();
}

TEST_F(Doors, TheLogNamesThePlaceThatWasRefusedAndNoContent) {
    open_unfinished();
    std::string bytes = preface();
    std::uint8_t room[talk::client_max_bytes];
    talk::client_memory memory;
    const auto size = talk::encode(talk::Ask{.word = "confidential"}, room, memory, 1);
    ASSERT_TRUE(size.ok());
    bytes.append(reinterpret_cast<const char*>(room), *size);
    bytes.back() = '\xff';
    {
        bare_socket one(at->port(transport_kind::tcp));
        one.send(bytes);
        EXPECT_EQ(one.read_all().substr(0, 3), "\x54\x49\x01");
    }
    end_in_peace();
    EXPECT_NE(told.str().find(R"("reason":"bad-utf8","detail":"Ask.word at bit )"), std::string::npos) << told.str();
    EXPECT_EQ(told.str().find("confid"), std::string::npos);
}

TEST_F(Doors, AWebSocketNeedsAKnownSubprotocolAndAnAllowedOrigin) {
    options.origins = {"https://good.example"};
    open();
    EXPECT_NE(upgrade("").find("400 Bad Request"), std::string::npos);
    EXPECT_NE(upgrade("Sec-WebSocket-Protocol: tic.talk.1.00000000\r\n").find("schema-mismatch: talk version 1 is "),
              std::string::npos);
    EXPECT_NE(upgrade("Origin: https://evil.example\r\n").find("403 Forbidden"), std::string::npos);
    bare_socket page(at->port(transport_kind::websocket));
    page.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_NE(page.read_all().find("426 Upgrade Required"), std::string::npos);
}

TEST_F(Doors, HandshakesThatNeverEndAreClosed) {
    options.limit.handshake = std::chrono::milliseconds(50);
    open();
    for (const transport_kind each : {transport_kind::tcp, transport_kind::tls, transport_kind::websocket}) {
        bare_socket one(at->port(each));
        EXPECT_EQ(one.read_all(), "");
    }
    EXPECT_NE(admin("/metrics").find("tic_closed_total{reason=\"handshake-deadline\"} 3"), std::string::npos);
}

TEST_F(Doors, AnAddressThatComesTooOftenIsClosedBeforeTls) {
    options.limit.address_burst = 2;
    options.limit.address_rate = 0.001;
    open();
    for (int i = 0; i < 2; ++i) {
        talk_client one(client_to(transport_kind::tls));
        EXPECT_TRUE(one.opens());
    }
    bare_socket third(at->port(transport_kind::tls));
    EXPECT_EQ(third.read_all(), "");
    EXPECT_NE(admin("/metrics").find("tic_closed_total{reason=\"too-many-from-address\"} 1"), std::string::npos);
}

TEST_F(Doors, AnUpgradeRequestIsBounded) {
    options.limit.upgrade_request = 512;
    open();
    bare_socket one(at->port(transport_kind::websocket));
    one.send("GET / HTTP/1.1\r\nX: " + std::string(600, 'x'));
    EXPECT_EQ(one.read_all(), "");
    EXPECT_NE(admin("/metrics").find("tic_closed_total{reason=\"websocket-failed\"} 1"), std::string::npos);
}

TEST_F(Doors, WhoDoesNotCloseItsEndIsNotWaitedForLong) {
    options.limit.graceful_close = std::chrono::milliseconds(20);
    open();
    for (const transport_kind each : {transport_kind::tcp, transport_kind::websocket}) {
        bare_socket one(at->port(each));
        one.send("no opening at all\r\n\r\n");
        one.read_all();
        const auto late = std::chrono::steady_clock::now() + long_enough;
        while (at->connections() != 0 && std::chrono::steady_clock::now() < late) std::this_thread::yield();
        EXPECT_EQ(at->connections(), 0U);
    }
}

TEST_F(Doors, WhoNeverReadsIsCutOff) {
    options.limit.queue = std::size_t{64} << 20U;  // so that all it sends is read
    options.limit.progress_period = std::chrono::milliseconds(300);
    options.limit.graceful_close = std::chrono::milliseconds(20);
    open();
    bare_socket one(at->port(transport_kind::tcp));
    one.send(preface());
    talk_session sent(talk::versions.newest());
    std::uint8_t room[talk_session::max_sent];
    std::string notes;
    for (unsigned i = 0; i < 1'000'000; ++i) {  // more answers than the system keeps for a socket
        const auto size = sent.send(talk::Note{.number = i}, room);
        ASSERT_TRUE(size.ok());
        notes.append(room, room + *size);
    }
    one.send_as_much(notes);
    EXPECT_TRUE(one.is_reset());
    EXPECT_NE(admin("/metrics").find("tic_closed_total{reason=\"slow-reader\"} 1"), std::string::npos);
}

TEST_F(Doors, OneMoreThanTheLimitIsClosedAtOnce) {
    options.limit.connections = 1;
    open();
    talk_client first(client_to(transport_kind::tcp));
    ASSERT_TRUE(first.opens());
    bare_socket second(at->port(transport_kind::tcp));
    EXPECT_EQ(second.read_all(), "");
    EXPECT_TRUE(first.echoes("undisturbed"));
}

TEST_F(Doors, AClientConnectsAgain) {
    open();
    auto there = client_to(transport_kind::tcp);
    there.reconnects = true;
    there.backoff.first = std::chrono::milliseconds(1);
    client_session<talk_session> one(talk::versions);
    std::promise<void> twice;
    int opens = 0;
    one.on_open = [&] {
        ++opens;
        if (opens == 1) one.close();
        if (opens == 2) twice.set_value();
    };
    client link(there, one, log(level::error));
    const auto wrong = link.start();
    ASSERT_FALSE(wrong) << *wrong;
    EXPECT_EQ(twice.get_future().wait_for(long_enough), std::future_status::ready);
}

TEST_F(Doors, TheAdminPortTellsHealthAndReadiness) {
    open();
    EXPECT_NE(admin("/healthz").find("200 OK"), std::string::npos);
    EXPECT_NE(admin("/readyz").find("ready\n"), std::string::npos);
    EXPECT_NE(admin("/metrics").find("tic_connections 0"), std::string::npos);
    EXPECT_NE(admin("/else").find("404"), std::string::npos);
}

TEST_F(Doors, OperatorsAreAnsweredWhenTheCoresHaveLeft) {
    open_unfinished();
    at->drain();
    at->wait();
    EXPECT_NE(admin("/readyz").find("503"), std::string::npos);
    EXPECT_NE(admin("/metrics").find("tic_connections 0"), std::string::npos);
}

TEST_F(Doors, DrainingLetsEachGoAndThenStops) {
    options.limit.drain = std::chrono::milliseconds(200);
    open();
    talk_client one(client_to(transport_kind::tls));
    ASSERT_TRUE(one.opens());
    EXPECT_TRUE(one.echoes("before"));
    at->drain();
    at->wait();
    EXPECT_EQ(one.closed(), "peer-left");
}

TEST_F(Doors, StoppingEndsEveryConnection) {
    open();
    for (const transport_kind kind : all_transports) {
        SCOPED_TRACE(name_of(kind));
        talk_client one(client_to(kind));
        ASSERT_TRUE(one.opens());
        EXPECT_TRUE(one.echoes("before"));
        at->stop();
        EXPECT_NE(one.closed(), "nothing came");
        open();
    }
}

TEST_F(Doors, APortThatIsTakenIsTold) {
    open();
    server_options other;
    other.ports.tcp = at->admin_port();
    other.address = "not an address";
    server second(
        other,
        [] { return host<server_session>(talk::versions, [](peer<server_session>& to) { return handler(to); }); },
        log(level::error));
    EXPECT_EQ(second.start(), "not an address: not an IP address");
}

}  // namespace
}  // namespace tic::net::tests
