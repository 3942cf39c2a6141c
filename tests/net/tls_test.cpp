// TLS over pipes in memory: ALPN opens or refuses, trust is checked, bytes come in any pieces.
#include <gtest/gtest.h>

#include <string_view>

#include "runtime/net/tls.hpp"
#include "tests/net/certificate.hpp"

namespace tic::net::tests {
namespace {

constexpr fingerprint prints[] = {0x11111111, 0x22222222};
constexpr protocol_versions both{"fake", 1, prints};
constexpr protocol_versions first{"fake", 1, std::span(prints).first(1)};
constexpr fingerprint odd_prints[] = {0x99999999};
constexpr protocol_versions odd{"fake", 1, odd_prints};

using bytes = std::vector<std::uint8_t>;

bytes text(std::string_view from) { return {from.begin(), from.end()}; }

class Tls : public ::testing::Test {
protected:
    void make(const protocol_versions& server_has, const protocol_versions& client_has,
              tls_role role = tls_role::client) {
        std::string error;
        const auto server_context = tls_context::server(server_has, true, files.file(), files.key(), error);
        const auto client_context = tls_context::client(client_has, role, trust, error);
        ASSERT_TRUE(server_context && client_context) << error;
        server = std::make_unique<tls_engine>(server_context);
        client = std::make_unique<tls_engine>(client_context, "localhost");
        client->start();
    }
    void carry(tls_engine& from, tls_engine& to, bytes& plain) {
        const bytes moved = std::exchange(from.output(), {});
        for (std::size_t at = 0; at < moved.size(); at += piece) {
            to.receive(std::span(moved).subspan(at, std::min(piece, moved.size() - at)), plain);
            while (to.is_paused()) to.receive({}, plain);
        }
    }
    void exchange() {
        for (int i = 0; i < 6; ++i) {
            carry(*client, *server, at_server);
            carry(*server, *client, at_client);
        }
    }

    certificate files;
    tls_trust trust{.authorities = files.file(), .pinned_sha256 = {}};
    std::unique_ptr<tls_engine> server;
    std::unique_ptr<tls_engine> client;
    std::size_t piece = 100'000;
    bytes at_server;
    bytes at_client;
};

TEST_F(Tls, TheNewestThatBothHaveIsAgreed) {
    make(both, both);
    exchange();
    ASSERT_EQ(server->state(), tls_state::open) << server->failure();
    ASSERT_EQ(client->state(), tls_state::open) << client->failure();
    EXPECT_EQ(server->outcome(), (opening_outcome{agreement::agreed, 2, 0x22222222, 0x22222222}));
    EXPECT_EQ(client->outcome(), server->outcome());
    make(first, both);
    exchange();
    EXPECT_EQ(client->outcome().version, 1);
}

TEST_F(Tls, BytesComeInAnyPieces) {
    piece = 1;
    make(both, both);
    exchange();
    const bytes much(50'000, 'x');
    client->write(much);
    server->write(text("hello"));
    exchange();
    EXPECT_EQ(at_server, much);
    EXPECT_EQ(at_client, text("hello"));
}

TEST_F(Tls, TheEndIsTold) {
    make(both, both);
    exchange();
    server->write(text("last"));
    server->end();
    exchange();
    EXPECT_EQ(at_client, text("last"));
    EXPECT_EQ(client->state(), tls_state::ended);
}

TEST_F(Tls, WhereNoNameAgreesTheHandshakeFailsAndBothFingerprintsAreKnown) {
    make(both, odd);
    exchange();
    EXPECT_EQ(server->state(), tls_state::failed);
    EXPECT_EQ(client->state(), tls_state::failed);
    EXPECT_EQ(client->failure(), "tlsv1 alert no application protocol");
    EXPECT_EQ(server->outcome(), (opening_outcome{agreement::schema_mismatch, 1, 0x11111111, 0x99999999}));
}

TEST_F(Tls, HttpLeadsToWebSocket) {
    make(both, both, tls_role::websocket_client);
    exchange();
    EXPECT_EQ(server->state(), tls_state::open);
    EXPECT_TRUE(server->is_websocket());
    EXPECT_TRUE(client->is_websocket());
}

TEST_F(Tls, ACertificateThatNobodySignedIsRefused) {
    const certificate other;
    trust.authorities = other.file();
    make(both, both);
    exchange();
    EXPECT_EQ(client->state(), tls_state::failed);
    EXPECT_EQ(client->failure(), "certificate verify failed");
}

TEST_F(Tls, ACertificateIsForTheHostThatWasAsked) {
    for (const auto& [host, wanted] : {std::pair("127.0.0.1", tls_state::open),
                                       {"127.0.0.2", tls_state::failed},
                                       {"LOCALHOST", tls_state::open},
                                       {"elsewhere.example", tls_state::failed}}) {
        make(both, both);
        std::string error;
        client = std::make_unique<tls_engine>(tls_context::client(both, tls_role::client, trust, error), host);
        client->start();
        exchange();
        EXPECT_EQ(client->state(), wanted) << host;
    }
}

TEST_F(Tls, APinnedCertificateNeedsNoAuthority) {
    trust = {.authorities = {}, .pinned_sha256 = files.sha256()};
    make(both, both);
    exchange();
    EXPECT_EQ(client->state(), tls_state::open) << client->failure();
    trust.pinned_sha256[0] = trust.pinned_sha256[0] == 'a' ? 'b' : 'a';
    make(both, both);
    exchange();
    EXPECT_EQ(client->state(), tls_state::failed);
}

TEST_F(Tls, AServersHandshakePausesBetweenItsSteps) {
    make(both, both);
    server->receive(client->output(), at_server);
    int steps = 1;
    for (; server->is_paused(); ++steps) {
        EXPECT_TRUE(server->output().empty());
        server->receive({}, at_server);
    }
    EXPECT_EQ(steps, 7);  // the hello, then five messages, then what waits for the client
    EXPECT_FALSE(server->output().empty());
    EXPECT_EQ(server->state(), tls_state::handshake);
    client->output().clear();
    exchange();
    EXPECT_EQ(server->state(), tls_state::open) << server->failure();
}

TEST_F(Tls, PausedHandshakesPassEachOther) {
    make(both, both);
    const auto one = std::move(server);
    const auto its_client = std::move(client);
    one->receive(std::exchange(its_client->output(), {}), at_server);
    ASSERT_TRUE(one->is_paused());
    make(both, both);
    exchange();
    EXPECT_EQ(server->state(), tls_state::open) << server->failure();
    server = nullptr;
    while (one->is_paused()) one->receive({}, at_server);
    carry(*one, *its_client, at_client);
    carry(*its_client, *one, at_server);
    EXPECT_EQ(one->state(), tls_state::open) << one->failure();
}

TEST_F(Tls, WhatComesBehindTheHelloIsReadAfterThePause) {
    make(both, both);
    bytes hello_and_more = std::exchange(client->output(), {});
    const bytes more = text("GET / HTTP/1.1");
    hello_and_more.insert(hello_and_more.end(), more.begin(), more.begin() + 3);
    server->receive(hello_and_more, at_server);
    ASSERT_TRUE(server->is_paused());
    server->receive(std::span(more).subspan(3), at_server);
    while (server->is_paused()) server->receive({}, at_server);
    EXPECT_EQ(server->state(), tls_state::failed);
}

TEST_F(Tls, APausedHandshakeMayEnd) {
    make(both, both);
    server->receive(client->output(), at_server);
    ASSERT_TRUE(server->is_paused());
    server = nullptr;  // the address sanitizer sees what it leaves
}

TEST_F(Tls, NonsenseIsRefused) {
    make(both, both);
    server->receive(text("GET / HTTP/1.1\r\n\r\n"), at_server);
    EXPECT_EQ(server->state(), tls_state::failed);
    EXPECT_EQ(server->failure(), "http request");
}

TEST_F(Tls, FilesThatAreNoneAreNamed) {
    std::string error;
    EXPECT_EQ(tls_context::server(both, false, "/nowhere.pem", files.key(), error), nullptr);
    EXPECT_EQ(error.find("/nowhere.pem: no certificate"), 0U) << error;
    const certificate other;
    EXPECT_EQ(tls_context::server(both, false, files.file(), other.key(), error), nullptr);
    EXPECT_EQ(error.find(other.key() + ": is not the key of " + files.file()), 0U) << error;
}

}  // namespace
}  // namespace tic::net::tests
