// The relay's handlers on pipes in memory, on two cores: who hears what, who is absent, who is sent away.
#include "tools/bench/relay/handlers.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "tests/net/fake.hpp"

namespace tic::net::tests {
namespace {

using client_session = relay::session<side::client>;

/// A core of the test: what is posted to it runs when the test says so.
struct fake_core {
    explicit fake_core(directory& all) : here(all) {}
    void run() {
        for (auto& what : std::exchange(posted, {})) what();
    }

    inboxes here;
    std::unique_ptr<service> hosted =
        host<::session>(relay::versions, [this](::client& peer) { return handlers(peer, here); });
    std::vector<std::function<void()>> posted;
    tally counts;
};

class server_end final : public carrier {
public:
    explicit server_end(fake_core& on) : on_(on) {}
    void wake() override {}
    poster post_home() override {
        return [&on = on_](std::function<void()> what) { on.posted.push_back(std::move(what)); };
    }

private:
    fake_core& on_;
};

/// What a user has heard, as text.
struct listener {
    std::vector<std::string>& heard;
    void on(const relay::Entered&) { heard.emplace_back("entered"); }
    void on(const relay::Heard& said) { add("heard", said.from, said.number, ": " + std::string(said.text)); }
    void on(const relay::Confirmed& said) { add("confirmed", said.by, said.number, ""); }
    void on(const relay::Absent& said) { add("absent", said.user, said.number, ""); }
    void add(const std::string& what, relay::UserId who, std::uint64_t number, const std::string& more) {
        heard.push_back(what + " " + std::to_string(who.value) + " " + std::to_string(number) + more);
    }
};

class phone {
public:
    phone(fake_core& on, std::uint32_t user)
        : carried_(on), server_({*on.hosted, limit_, on.counts}, carried_, side::server, opening_by::name, {}) {
        service_ = host<client_session>(relay::versions, [this](peer<client_session>& to) {
            self_ = &to;
            return listener{heard};
        });
        line_.emplace(surroundings{*service_, limit_, counts_}, end_, side::client, opening_by::name, instant{});
        server_.agreed(relay::version, {});
        line_->agreed(relay::version, {});
        say(relay::Enter{.user = {user}});
        hear();
    }

    template <class Packet>
    void say(const Packet& packet) {
        ASSERT_EQ(self_->say(packet), reason::ok);
        carry(*line_, server_);
    }
    /// What has come since the last time.
    std::vector<std::string> hear() {
        carry(server_, *line_);
        return std::exchange(heard, {});
    }
    /// The connection breaks.
    void leave() { server_.peer_ended({}); }
    [[nodiscard]] std::string_view why() const { return name_of(server_.cause()); }

    std::vector<std::string> heard;

private:
    static void carry(connection& from, connection& to) {
        const auto bytes = from.take({});
        from.sent(bytes.size(), {});
        if (!bytes.empty()) to.hear(bytes, {});
    }

    limits limit_;
    tally counts_;
    server_end carried_;
    connection server_;
    pipe_end end_;
    std::unique_ptr<service> service_;
    std::optional<connection> line_;
    peer<client_session>* self_ = nullptr;
};

using said = std::vector<std::string>;

class Relay : public ::testing::Test {
protected:
    directory all;
    fake_core one{all};
    fake_core two{all};
};

TEST_F(Relay, AMessageIsHeardAndItsConfirmationComesBack) {
    phone anna(one, 1);
    phone ben(one, 2);
    anna.say(relay::Say{.to = {2}, .number = 1, .text = "hello"});
    EXPECT_EQ(ben.hear(), said{"heard 1 1: hello"});
    EXPECT_EQ(anna.hear(), said{});
    ben.say(relay::Got{.from = {1}, .number = 1});
    EXPECT_EQ(anna.hear(), said{"confirmed 2 1"});
    EXPECT_TRUE(one.posted.empty());  // on one core nothing is posted
}

TEST_F(Relay, AMessageToAnotherCoreIsPostedThere) {
    phone anna(one, 1);
    phone ben(two, 2);
    anna.say(relay::Say{.to = {2}, .number = 1, .text = "hello"});
    two.run();
    EXPECT_EQ(ben.hear(), said{"heard 1 1: hello"});
    ben.say(relay::Got{.from = {1}, .number = 1});
    one.run();
    EXPECT_EQ(anna.hear(), said{"confirmed 2 1"});
}

TEST_F(Relay, WhoIsNotThereIsAbsent) {
    phone anna(one, 1);
    anna.say(relay::Say{.to = {2}, .number = 7, .text = "hello"});
    EXPECT_EQ(anna.hear(), said{"absent 2 7"});
    {
        phone ben(one, 2);
        ben.leave();
    }
    anna.say(relay::Say{.to = {2}, .number = 7, .text = "hello"});
    EXPECT_EQ(anna.hear(), said{"absent 2 7"});
    anna.say(relay::Got{.from = {2}, .number = 3});  // a confirmation for nobody is dropped
    EXPECT_EQ(anna.hear(), said{});
}

TEST_F(Relay, ARepeatedMessageIsPassedOn) {
    phone anna(one, 1);
    phone ben(one, 2);
    for (int i = 0; i < 2; ++i) anna.say(relay::Say{.to = {2}, .number = 1, .text = "hello"});
    EXPECT_EQ(ben.hear(), (said{"heard 1 1: hello", "heard 1 1: hello"}));
}

TEST_F(Relay, ALaterConnectionTakesTheInboxOver) {
    phone anna(one, 1);
    phone old(one, 2);
    phone ben(one, 2);
    EXPECT_EQ(old.hear(), said{});
    EXPECT_EQ(old.why(), "handler");
    anna.say(relay::Say{.to = {2}, .number = 1, .text = "hello"});
    EXPECT_EQ(ben.hear(), said{"heard 1 1: hello"});
}

TEST_F(Relay, AConnectionOnAnotherCoreTakesTheInboxOver) {
    phone anna(one, 1);
    phone old(one, 2);
    phone ben(two, 2);
    one.run();
    EXPECT_EQ(old.hear(), said{});
    EXPECT_EQ(old.why(), "handler");
    anna.say(relay::Say{.to = {2}, .number = 1, .text = "hello"});
    two.run();
    EXPECT_EQ(ben.hear(), said{"heard 1 1: hello"});
}

TEST_F(Relay, WhoHasComeBackMeanwhileStays) {
    phone old(one, 2);
    phone between(two, 2);
    phone ben(one, 2);  // before core one has heard that it was to send the first away
    one.run();
    two.run();
    EXPECT_EQ(between.hear(), said{});
    EXPECT_EQ(between.why(), "handler");
    EXPECT_EQ(ben.why(), "none");
    phone anna(two, 1);
    anna.say(relay::Say{.to = {2}, .number = 1, .text = "hello"});
    one.run();
    EXPECT_EQ(ben.hear(), said{"heard 1 1: hello"});
}

TEST_F(Relay, AMessageTakesAsFewBytesAsItIsTold) {
    phone anna(one, 1);
    phone ben(one, 2);
    const auto bytes = [&] { return one.counts.bytes_heard.value() + one.counts.bytes_said.value(); };
    std::uint64_t before = 0;
    for (std::uint64_t number = 1; number <= 2; ++number) {
        before = bytes();
        anna.say(relay::Say{.to = {2}, .number = number, .text = "thirty bytes, as usual in chat"});
        EXPECT_EQ(ben.hear().size(), 1U);
        ben.say(relay::Got{.from = {1}, .number = number});
        EXPECT_EQ(anna.hear().size(), 1U);
    }
    EXPECT_EQ(bytes() - before,
              2 * 30 + 6U);  // two bytes for each way of the message, one for each of the confirmation
}

}  // namespace
}  // namespace tic::net::tests
