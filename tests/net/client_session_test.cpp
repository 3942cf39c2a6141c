// A client's side over pipes in memory: replies in the order of the requests, news, connections that end and begin
// again.
#include "runtime/net/client_session.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "runtime/net/backoff.hpp"
#include "runtime/net/serve.hpp"
#include "talk.hpp"
#include "tests/net/fake.hpp"

namespace tic::net::tests {
namespace {

using server_session = talk::session<side::server>;
using client_end = talk::session<side::client>;
using words = std::vector<std::string>;

struct echo {
    peer<server_session>& to;
    void on(const talk::Ask& asked, reply<server_session, talk::Answer, talk::Sorry> answer) {
        if (asked.word == "quit")
            to.close();
        else
            answer(talk::Answer{.word = asked.word});
    }
    void on(const talk::Note&) { to.send(talk::News{.word = "noted"}); }
    void on(const talk::Bye&, reply<server_session, talk::Farewell> answer) { answer(talk::Farewell{}); }
};

class ClientSession : public ::testing::Test {
protected:
    ClientSession() : serving(host<server_session>(talk::versions, [](peer<server_session>& to) { return echo{to}; })) {
        calling.on_push = [this](const talk::server_packet& packet) {
            received.push_back("news: " + std::string(packet.get_if_News()->word));
        };
        calling.on_close = [this](const close_cause& why) {
            received.push_back("closed: " + std::string(name_of(why)));
        };
        connect();
    }
    void connect() {
        line.emplace(*serving, calling, limit, now);
        exchange();
    }
    void exchange() {
        while (line->exchange(now)) {
        }
    }
    reason request(std::string_view word) {
        return calling.request(talk::Ask{.word = word}, [this](const talk::server_packet* got) {
            received.push_back(got == nullptr ? "gone" : std::string(got->get_if_Answer()->word));
        });
    }

    limits limit;
    words received;
    instant now = std::chrono::seconds(1);
    std::unique_ptr<service> serving;
    client_session<client_end> calling{talk::versions};
    std::optional<memory_line> line;
};

TEST_F(ClientSession, RepliesGoToTheirRequestsAndNewsToItsOwnFunction) {
    EXPECT_EQ(request("one"), reason::ok);
    EXPECT_EQ(calling.send(talk::Note{.number = 1}), reason::ok);
    EXPECT_EQ(request("two"), reason::ok);
    exchange();
    EXPECT_EQ(received, (words{"one", "news: noted", "two"}));
}

TEST_F(ClientSession, ARequestMayFollowFromAReply) {
    EXPECT_EQ(calling.request(talk::Ask{.word = "x"}, [this](const talk::server_packet*) { (void)request("next"); }),
              reason::ok);
    exchange();
    EXPECT_EQ(received, (words{"next"}));
}

TEST_F(ClientSession, WhatMayNotBeSaidIsToldAndCallsNobody) {
    EXPECT_EQ(calling.request(talk::Bye{}, [](const talk::server_packet*) {}), reason::ok);
    EXPECT_EQ(request("behind the barrier"), reason::wrong_state);
    EXPECT_EQ(request(std::string(101, 'x')), reason::wrong_state);
    EXPECT_TRUE(received.empty());
}

TEST_F(ClientSession, RequestsWithoutAReplyHearOfTheEnd) {
    EXPECT_EQ(request("quit"), reason::ok);
    EXPECT_EQ(request("never received"), reason::ok);
    exchange();
    EXPECT_EQ(received, (words{"gone", "gone", "closed: peer-left"}));
    EXPECT_FALSE(calling.is_open());
    EXPECT_EQ(request("nobody there"), reason::wrong_state);
}

TEST_F(ClientSession, TheLastReplyIsHeardBeforeTheEnd) {
    EXPECT_EQ(calling.request(talk::Bye{},
                              [this](const talk::server_packet* got) {
                                  received.emplace_back(got != nullptr && got->get_if_Farewell() != nullptr ? "Farewell"
                                                                                                            : "?");
                              }),
              reason::ok);
    exchange();
    EXPECT_EQ(received, (words{"Farewell", "closed: finished"}));
}

TEST_F(ClientSession, TheNextConnectionBeginsFresh) {
    EXPECT_EQ(request("quit"), reason::ok);
    exchange();
    received.clear();
    connect();
    EXPECT_TRUE(calling.is_open());
    EXPECT_EQ(request("again"), reason::ok);
    exchange();
    EXPECT_EQ(received, (words{"again"}));
}

TEST(Backoff, DoublesUpToItsMostAndKeepsHalfToChance) {
    using std::chrono::seconds;
    backoff pause({.first = seconds(1), .most = seconds(8)});
    for (const auto& [least, most] : {std::pair(0.5, 1.0), {1.0, 2.0}, {2.0, 4.0}, {4.0, 8.0}, {4.0, 8.0}}) {
        backoff other = pause;
        EXPECT_EQ(std::chrono::duration<double>(other.wait(0)).count(), least);
        const double some = std::chrono::duration<double>(pause.wait(0x123456789abcdef0)).count();
        EXPECT_GE(some, least);
        EXPECT_LE(some, most);
    }
    pause.reset();
    EXPECT_LE(pause.wait(~std::uint64_t{0}), seconds(1));
}

}  // namespace
}  // namespace tic::net::tests
