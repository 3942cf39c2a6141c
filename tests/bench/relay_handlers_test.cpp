// The relay's handlers on pipes in memory, on two cores: who receives what, who is absent, who is sent away.
#include "tools/bench/relay/handlers.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "tests/net/fake.hpp"

namespace tic::net::tests {
namespace {

using talk_client = relay::session<side::client>;

/// A core of the test: what is posted to it runs when the test wants it.
struct fake_core {
    explicit fake_core(directory& all) : here(all) {}
    void run() {
        for (auto& what : std::exchange(posted, {})) what();
    }

    inboxes here;
    std::unique_ptr<service> hosted =
        host<::session>(relay::versions, [this](::client& peer) { return handlers(peer, here); });
    std::vector<std::function<void()>> posted;
    counters counts;
};

class server_end final : public transport {
public:
    explicit server_end(fake_core& on) : on_(on) {}
    void wake() override {}
    poster post_home() override {
        return [&on = on_](std::function<void()> what) { on.posted.push_back(std::move(what)); };
    }

private:
    fake_core& on_;
};

/// What a user has received, as text.
struct listener {
    std::vector<std::string>& received;
    void on(const relay::Entered&) { received.emplace_back("entered"); }
    void on(const relay::Heard& packet) {
        add("received", packet.from, packet.number, ": " + std::string(packet.text));
    }
    void on(const relay::Confirmed& packet) { add("confirmed", packet.by, packet.number, ""); }
    void on(const relay::Absent& packet) { add("absent", packet.user, packet.number, ""); }
    void add(const std::string& what, relay::UserId who, std::uint64_t number, const std::string& more) {
        received.push_back(what + " " + std::to_string(who.value) + " " + std::to_string(number) + more);
    }
};

class phone {
public:
    phone(fake_core& on, std::uint32_t user)
        : carried_(on), server_({*on.hosted, limit_, on.counts}, carried_, side::server, opening_by::name, {}) {
        service_ = host<talk_client>(relay::versions, [this](peer<talk_client>& to) {
            self_ = &to;
            return listener{received};
        });
        line_.emplace(connection_context{*service_, limit_, counts_}, end_, side::client, opening_by::name, instant{});
        server_.agreed(relay::version, {});
        line_->agreed(relay::version, {});
        send(relay::Enter{.user = {user}});
        receive();
    }

    template <class Packet>
    void send(const Packet& packet) {
        ASSERT_EQ(self_->send(packet), reason::ok);
        carry(*line_, server_);
    }
    /// What has come since the last time.
    std::vector<std::string> receive() {
        carry(server_, *line_);
        return std::exchange(received, {});
    }
    /// The connection breaks.
    void leave() { server_.peer_ended({}); }
    [[nodiscard]] std::string_view why() const { return name_of(server_.cause()); }

    std::vector<std::string> received;

private:
    static void carry(connection& from, connection& to) {
        const auto bytes = from.take({});
        from.sent(bytes.size(), {});
        if (!bytes.empty()) to.receive(bytes, {});
    }

    limits limit_;
    counters counts_;
    server_end carried_;
    connection server_;
    pipe_end end_;
    std::unique_ptr<service> service_;
    std::optional<connection> line_;
    peer<talk_client>* self_ = nullptr;
};

using texts = std::vector<std::string>;

class Relay : public ::testing::Test {
protected:
    directory all;
    fake_core one{all};
    fake_core two{all};
};

TEST_F(Relay, AMessageIsHeardAndItsConfirmationComesBack) {
    phone anna(one, 1);
    phone ben(one, 2);
    anna.send(relay::Say{.to = {2}, .number = 1, .text = "hello"});
    EXPECT_EQ(ben.receive(), texts{"received 1 1: hello"});
    EXPECT_EQ(anna.receive(), texts{});
    ben.send(relay::Got{.from = {1}, .number = 1});
    EXPECT_EQ(anna.receive(), texts{"confirmed 2 1"});
    EXPECT_TRUE(one.posted.empty());  // on one core nothing is posted
}

TEST_F(Relay, AMessageToAnotherCoreIsPostedThere) {
    phone anna(one, 1);
    phone ben(two, 2);
    anna.send(relay::Say{.to = {2}, .number = 1, .text = "hello"});
    two.run();
    EXPECT_EQ(ben.receive(), texts{"received 1 1: hello"});
    ben.send(relay::Got{.from = {1}, .number = 1});
    one.run();
    EXPECT_EQ(anna.receive(), texts{"confirmed 2 1"});
}

TEST_F(Relay, WhoIsNotThereIsAbsent) {
    phone anna(one, 1);
    anna.send(relay::Say{.to = {2}, .number = 7, .text = "hello"});
    EXPECT_EQ(anna.receive(), texts{"absent 2 7"});
    {
        phone ben(one, 2);
        ben.leave();
    }
    anna.send(relay::Say{.to = {2}, .number = 7, .text = "hello"});
    EXPECT_EQ(anna.receive(), texts{"absent 2 7"});
    anna.send(relay::Got{.from = {2}, .number = 3});  // a confirmation for nobody is dropped
    EXPECT_EQ(anna.receive(), texts{});
}

TEST_F(Relay, ARepeatedMessageIsPassedOn) {
    phone anna(one, 1);
    phone ben(one, 2);
    for (int i = 0; i < 2; ++i) anna.send(relay::Say{.to = {2}, .number = 1, .text = "hello"});
    EXPECT_EQ(ben.receive(), (texts{"received 1 1: hello", "received 1 1: hello"}));
}

TEST_F(Relay, ALaterConnectionTakesTheInboxOver) {
    phone anna(one, 1);
    phone old(one, 2);
    phone ben(one, 2);
    EXPECT_EQ(old.receive(), texts{});
    EXPECT_EQ(old.why(), "handler");
    anna.send(relay::Say{.to = {2}, .number = 1, .text = "hello"});
    EXPECT_EQ(ben.receive(), texts{"received 1 1: hello"});
}

TEST_F(Relay, AConnectionOnAnotherCoreTakesTheInboxOver) {
    phone anna(one, 1);
    phone old(one, 2);
    phone ben(two, 2);
    one.run();
    EXPECT_EQ(old.receive(), texts{});
    EXPECT_EQ(old.why(), "handler");
    anna.send(relay::Say{.to = {2}, .number = 1, .text = "hello"});
    two.run();
    EXPECT_EQ(ben.receive(), texts{"received 1 1: hello"});
}

TEST_F(Relay, WhoHasComeBackMeanwhileStays) {
    phone old(one, 2);
    phone between(two, 2);
    phone ben(one, 2);  // before core one has learned that it is to send the first away
    one.run();
    two.run();
    EXPECT_EQ(between.receive(), texts{});
    EXPECT_EQ(between.why(), "handler");
    EXPECT_EQ(ben.why(), "none");
    phone anna(two, 1);
    anna.send(relay::Say{.to = {2}, .number = 1, .text = "hello"});
    one.run();
    EXPECT_EQ(ben.receive(), texts{"received 1 1: hello"});
}

TEST_F(Relay, AMessageTakesAsFewBytesAsItIsTold) {
    phone anna(one, 1);
    phone ben(one, 2);
    const auto bytes = [&] { return one.counts.bytes_received.value() + one.counts.bytes_sent.value(); };
    std::uint64_t before = 0;
    for (std::uint64_t number = 1; number <= 2; ++number) {
        before = bytes();
        anna.send(relay::Say{.to = {2}, .number = number, .text = "thirty bytes, as usual in chat"});
        EXPECT_EQ(ben.receive().size(), 1U);
        ben.send(relay::Got{.from = {1}, .number = number});
        EXPECT_EQ(anna.receive().size(), 1U);
    }
    EXPECT_EQ(bytes() - before,
              2 * 30 + 6U);  // two bytes for each way of the message, one for each of the confirmation
}

}  // namespace
}  // namespace tic::net::tests
