// The order of work on one core: heavy work one piece at a time, each behind all events at hand.
#include "runtime/net/core.hpp"

#include <gtest/gtest.h>
#include <boost/asio/connect.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>

#include "tests/net/fake.hpp"

namespace tic::net::tests {
namespace {

/// Asks for another turn in each of its turns; each takes some steps.
class busy final : public socket_transport {
public:
    busy(core& home, std::vector<int>& order, int number, int steps = 1)
        : socket_transport(home, side::server, opening_by::name), order_(order), number_(number), steps_(steps) {}
    void start() override {}
    void flush() override {}
    bool take_turn() override {
        order_.push_back(number_);
        if (--left_ % steps_ != 0) return false;
        if (left_ != 0) home_.take_turn_later(shared_from_this());
        return true;
    }

private:
    tcp_socket& wire() override { return socket_; }
    tcp_socket socket_{home_.loop()};
    std::vector<int>& order_;
    int number_;
    int steps_;
    int left_ = 100;
};

/// A connection that nothing comes from.
class quiet final : public socket_transport {
public:
    explicit quiet(core& home) : socket_transport(home, side::server, opening_by::name) {}
    void start() override {}
    void flush() override {}

private:
    tcp_socket& wire() override { return socket_; }
    tcp_socket socket_{home_.loop()};
};

class Core : public ::testing::Test {
protected:
    limits limit;
    log to{level::error};
    std::vector<std::string> origins;
    fake_service hosted;
    int left = 0;
    core home{{limit, to, origins, [] { return instant::zero(); }, [this] { ++left; }}, hosted};
    std::vector<int> order;
};

TEST_F(Core, ASocketNoticesAPeerThatVanished) {
    tcp_socket socket(home.loop(), tcp::v4());
    prepare(socket);
    asio::socket_base::keep_alive asks;
    socket.get_option(asks);
    EXPECT_TRUE(asks.value());
    EXPECT_TRUE(socket.non_blocking());
}

TEST_F(Core, ThoseWhoDoMuchTakeTurns) {
    for (int i = 0; i < 3; ++i) home.take_turn_later(std::make_shared<busy>(home, order, i));
    home.loop().run();
    ASSERT_EQ(order.size(), 300U);
    for (std::size_t i = 0; i < order.size(); ++i) ASSERT_EQ(order[i], static_cast<int>(i % 3)) << "turn " << i;
}

TEST_F(Core, ATurnOfManyStepsEndsBeforeTheNextTurn) {
    for (int i = 0; i < 3; ++i) home.take_turn_later(std::make_shared<busy>(home, order, i, 5));
    home.loop().run();
    ASSERT_EQ(order.size(), 300U);
    for (std::size_t i = 0; i < order.size(); ++i) ASSERT_EQ(order[i], static_cast<int>(i / 5 % 3)) << "step " << i;
}

TEST_F(Core, WhoSaysLittleWaitsForOneStepOfOneOfThemOnly) {
    tcp_acceptor at(home.loop(), {asio::ip::address_v4::loopback(), 0});
    tcp_socket here(home.loop());
    tcp_socket there(home.loop());
    there.connect(at.local_endpoint());
    at.accept(here);
    char byte = 0;
    std::size_t turns_before = 0;
    const auto received = [&](const boost::system::error_code& failed, std::size_t count) {
        EXPECT_FALSE(failed);
        EXPECT_EQ(count, 1U);
        turns_before = order.size();
    };
    here.async_read_some(asio::buffer(&byte, 1), received);  // there is nothing yet, so it waits
    for (int i = 0; i < 3; ++i) home.take_turn_later(std::make_shared<busy>(home, order, i, 50));
    asio::write(there, asio::buffer("x", 1));
    home.loop().run();
    EXPECT_EQ(order.size(), 300U);
    EXPECT_LE(turns_before, 2U);
}

TEST_F(Core, ADrainLetsEachGoAtAMomentOfItsOwn) {
    limit.first_packet = {};
    limit.handshake = 2 * limit.drain;
    std::vector<std::shared_ptr<quiet>> all;
    for (int i = 0; i < 200; ++i) {
        home.keep(all.emplace_back(std::make_shared<quiet>(home)));
        if (i % 2 == 0) all.back()->line().agreed(1, home.now());
    }
    home.drain();
    const auto gone_at = [&](instant moment) {
        for (const auto& each : all) each->tick(moment);
        return std::count_if(all.begin(), all.end(),
                             [](const auto& each) { return each->line().cause().why == close_reason::draining; });
    };
    const auto gone_by_half = gone_at(limit.drain / 2);
    EXPECT_GT(gone_by_half, 20);  // by chance once in 10^30 runs
    EXPECT_LT(gone_by_half, 180);
    EXPECT_EQ(gone_at(limit.drain), 200) << "agreed or not";
}

TEST_F(Core, WhoGoesOnAsAWebSocketKeepsItsMoments) {
    const auto one = std::make_shared<quiet>(home);
    const auto next = std::make_shared<quiet>(home);
    home.keep(one);
    home.drain();
    home.replace(one, next);
    limit.handshake = 2 * limit.drain;
    next->tick(limit.drain);
    EXPECT_EQ(next->line().cause().why, close_reason::draining);
    EXPECT_EQ(left, 0) << "it is the same connection";
}

}  // namespace
}  // namespace tic::net::tests
