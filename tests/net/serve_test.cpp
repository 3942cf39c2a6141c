// Handlers on a generated session: replies now and later, news, what has no handler, what handlers do wrong.
#include "runtime/net/serve.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "talk.hpp"
#include "tests/net/fake.hpp"

namespace tic::net::tests {
namespace {

using server_session = talk::session<side::server>;
using client_session_type = talk::session<side::client>;
using server_peer = peer<server_session>;

/// What the handlers of a test share.
struct shared {
    std::optional<later_reply<server_session, talk::Answer, talk::Sorry>> held;
    std::optional<remote<server_session>> far;
    std::vector<std::uint64_t> notes;
    std::vector<std::string> closed;
};

class handler {
public:
    handler(server_peer& to, shared& all) : to_(to), all_(all) {}

    void on(const talk::Ask& asked, reply<server_session, talk::Answer, talk::Sorry> answer) {
        if (asked.word == "remote") all_.far.emplace(to_.remote());
        if (asked.word == "later")
            all_.held.emplace(answer.later());
        else if (asked.word == "leave")
            to_.close();
        else if (asked.word == "nothing")
            return;
        else if (asked.word == "unfinished")
            answer.not_yet();
        else if (asked.word == "wrong")
            answer(talk::Answer{.word = std::string_view("\xff")});
        else if (asked.word == "who?")
            answer(talk::Sorry{});
        else
            answer(talk::Answer{.word = asked.word});
    }
    void on(const talk::Note& packet) {
        all_.notes.push_back(packet.number);
        EXPECT_EQ(to_.send(talk::News{.word = "noted"}), reason::ok);
        EXPECT_EQ(to_.send(talk::Answer{.word = "unrequested"}), reason::wrong_state);
    }
    void on_close(const close_cause& why) { all_.closed.emplace_back(name_of(why)); }

private:
    server_peer& to_;
    shared& all_;
};

/// What the client has received.
struct listener {
    std::vector<std::string>& received;
    void on(const talk::Answer& packet) { received.emplace_back(packet.word); }
    void on(const talk::Sorry&) { received.emplace_back("Sorry"); }
    void on(const talk::News& packet) { received.push_back("news: " + std::string(packet.word)); }
    void on(const talk::Farewell&) { received.emplace_back("Farewell"); }
};

class Serve : public ::testing::Test {
protected:
    Serve() {
        client_peer = nullptr;
        client_service = host<client_session_type>(talk::versions, [this](peer<client_session_type>& to) {
            client_peer = &to;
            return listener{received};
        });
        service = host<server_session>(talk::versions, [this](server_peer& to) { return handler(to, all); });
        server.emplace(connection_context{*service, limit, counts}, server_end, side::server, opening_by::preface, now);
        client.emplace(connection_context{*client_service, limit, client_counts}, client_end, side::client,
                       opening_by::preface, now);
        exchange();
    }
    void exchange() {
        for (int i = 0; i < 4; ++i) {
            carry(*client, *server);
            carry(*server, *client);
        }
    }
    void carry(connection& from, connection& to) {
        const auto bytes = from.take(now);
        if (bytes.empty()) return;
        from.sent(bytes.size(), now);
        to.receive(bytes, now);
    }
    template <class Packet>
    void request(const Packet& packet) {
        ASSERT_EQ(client_peer->send(packet), reason::ok);
        exchange();
    }
    std::string_view why() const { return name_of(server->cause()); }
    std::string where() const { return service->path_of(server->cause()); }

    limits limit;
    counters counts;
    counters client_counts;
    shared all;
    std::vector<std::string> received;
    instant now = std::chrono::seconds(1);
    pipe_end server_end;
    pipe_end client_end;
    peer<client_session_type>* client_peer;
    std::unique_ptr<class service> service;
    std::unique_ptr<class service> client_service;
    std::optional<connection> server;
    std::optional<connection> client;
};

using words = std::vector<std::string>;

TEST_F(Serve, RequestsAreAnsweredInOneWayOrTheOther) {
    request(talk::Ask{.word = "one"});
    request(talk::Ask{.word = "who?"});
    EXPECT_EQ(received, (words{"one", "Sorry"}));
    EXPECT_EQ(counts.packets_received.value(), 2U);
    EXPECT_EQ(counts.packets_sent.value(), 2U);
}

TEST_F(Serve, ManyRequestsAreAnsweredInOneWrite) {
    for (int i = 0; i < 64; ++i) ASSERT_EQ(client_peer->send(talk::Ask{.word = "x"}), reason::ok);
    EXPECT_EQ(client_peer->send(talk::Ask{.word = "x"}), reason::wrong_state) << "64 are owed at most";
    const auto writes = counts.writes.value();
    exchange();
    EXPECT_EQ(received.size(), 64U);
    EXPECT_EQ(counts.writes.value(), writes + 1);
}

TEST_F(Serve, WhatIsNotAskedIsToldAsNews) {
    request(talk::Note{.number = 7});
    EXPECT_EQ(all.notes, (std::vector<std::uint64_t>{7}));
    EXPECT_EQ(received, (words{"news: noted"}));
}

TEST_F(Serve, AReplyMayComeLater) {
    request(talk::Ask{.word = "later"});
    request(talk::Ask{.word = "next"});
    EXPECT_TRUE(received.empty());
    EXPECT_TRUE((*all.held)(talk::Answer{.word = "at last"}));
    exchange();
    EXPECT_EQ(received, (words{"at last", "next"}));
    EXPECT_FALSE((*all.held)(talk::Sorry{})) << "one reply only";
}

TEST_F(Serve, OthersReachAPeerThroughItsOwnThread) {
    request(talk::Ask{.word = "remote"});
    ASSERT_TRUE(all.far);
    all.far->post([](server_peer& to) { to.send(talk::News{.word = "from afar"}); });
    EXPECT_EQ(received, (words{"remote"}));
    ASSERT_EQ(server_end.posted.size(), 1U);
    server_end.posted[0]();
    exchange();
    EXPECT_EQ(received, (words{"remote", "news: from afar"}));
    server.reset();
    server_end.posted[0]();  // nobody is there any more
}

TEST_F(Serve, AReplyForWhoHasLeftIsDropped) {
    request(talk::Ask{.word = "later"});
    server.reset();
    EXPECT_FALSE((*all.held)(talk::Answer{.word = "too late"}));
    EXPECT_EQ(all.closed, (words{"stopped"}));
}

TEST_F(Serve, AReplyThatIsForgottenClosesWithAName) {
    request(talk::Ask{.word = "later"});
    all.held.reset();
    EXPECT_EQ(why(), "no-reply");
}

TEST_F(Serve, NoReplyAtAllClosesWithAName) {
    request(talk::Ask{.word = "nothing"});
    EXPECT_EQ(why(), "no-reply");
}

TEST_F(Serve, AHandlerThatClosesIsTheReason) {
    request(talk::Ask{.word = "leave"});
    EXPECT_EQ(why(), "handler");
}

TEST_F(Serve, RequestsWaitWhereTheirRepliesAreNotRead) {
    for (int i = 0; i < 20; ++i) ASSERT_EQ(client_peer->send(talk::Ask{.word = "0123456789"}), reason::ok);
    const auto asked = client->take(now);
    limit.queue = 100;
    server->receive(asked, now);
    EXPECT_LT(counts.packets_received.value(), 8U) << "each reply has 10 bytes, half of the queue is 50";
    for (auto some = server->take(now); !some.empty(); some = server->take(now)) server->sent(some.size(), now);
    EXPECT_EQ(counts.packets_received.value(), 20U);
}

TEST_F(Serve, WhatIsNotHandledYetClosesWithAName) {
    request(talk::Note{.number = 1});
    request(talk::Ask{.word = "unfinished"});
    EXPECT_EQ(why(), "no-handler");
    EXPECT_EQ(where(), "Ask") << "the packet received last";
    EXPECT_EQ(all.closed, (words{"no-handler"}));
}

TEST_F(Serve, AHandlerThatIsMissingClosesWithAName) {
    request(talk::Bye{});
    EXPECT_EQ(why(), "no-handler");
    EXPECT_EQ(where(), "Bye");
}

TEST_F(Serve, WhatIsHeardHasNames) { EXPECT_EQ(service->received_names(), (words{"Ask", "Note", "Bye"})); }

TEST_F(Serve, AReplyOutsideItsDomainClosesWithAName) {
    request(talk::Ask{.word = "wrong"});
    EXPECT_EQ(why(), "bad-reply");
}

TEST_F(Serve, TheStateClosedFinishesBothEnds) {
    struct polite {
        void on(const talk::Bye&, reply<server_session, talk::Farewell> answer) { answer(talk::Farewell{}); }
    };
    service = host<server_session>(talk::versions, [](server_peer&) { return polite{}; });
    server.emplace(connection_context{*service, limit, counts}, server_end, side::server, opening_by::preface, now);
    client.emplace(connection_context{*client_service, limit, client_counts}, client_end, side::client,
                   opening_by::preface, now);
    exchange();
    request(talk::Bye{});
    EXPECT_EQ(received, (words{"Farewell"}));
    EXPECT_EQ(why(), "finished");
    EXPECT_EQ(name_of(client->cause()), "finished");
}

TEST_F(Serve, NonsenseIsRefusedByTheSession) {
    server->receive(std::vector<std::uint8_t>(300, 0x00), now);
    EXPECT_TRUE(server->is_over());
    EXPECT_EQ(server->cause().why, close_reason::refused) << why();
}

TEST_F(Serve, APacketCutOffIsToldAsTruncated) {
    ASSERT_EQ(client_peer->send(talk::Ask{.word = "a long question"}), reason::ok);
    auto bytes = client->take(now);
    bytes.pop_back();
    server->receive(bytes, now);
    server->peer_ended(now);
    EXPECT_EQ(why(), "truncated");
    EXPECT_EQ(where(), "Ask.word");
}

}  // namespace
}  // namespace tic::net::tests
