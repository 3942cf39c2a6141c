// The game's handlers over pipes in memory with a clock of the test's own: who wins, what the time is, what moves cost.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <tic/json.hpp>
#include <vector>

#include "examples/game/handlers.hpp"
#include "runtime/net/client_session.hpp"
#include "tests/net/fake.hpp"

namespace tic::net::tests {
namespace {

using texts = std::vector<std::string>;

/// Five in a row, of whom, and in what way.
TEST(Board, FiveInARowWinInEachOfTheFourWays) {
    constexpr int ways[][2] = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};
    for (const auto& [dx, dy] : ways) {
        board one;
        for (const int i : {0, 1, 4, 3}) {
            one.put(7 + i * dx, 7 + i * dy, game::Colour::white);
            EXPECT_FALSE(one.wins(7 + i * dx, 7 + i * dy)) << i;
        }
        one.put(7 + 2 * dx, 7 + 2 * dy, game::Colour::white);
        EXPECT_TRUE(one.wins(7 + 2 * dx, 7 + 2 * dy));
        one.put(7 + 2 * dx, 7 + 2 * dy, game::Colour::black);
        EXPECT_FALSE(one.wins(7 + 2 * dx, 7 + 2 * dy)) << "the other's";
    }
}

TEST(Board, RowsEndAtTheEdges) {
    board one;
    for (const int x : {11, 12, 13, 14}) one.put(x, 3, game::Colour::black);
    one.put(0, 4, game::Colour::black);
    EXPECT_FALSE(one.wins(14, 3));
    EXPECT_FALSE(one.wins(0, 4));
}

struct seated_player {
    seated_player(service& server, const limits& limit, instant now, const protocol_versions& speaks)
        : calling(speaks), line(server, calling, limit, now) {
        calling.on_push = [this](const game::server_packet& packet) {
            received.push_back(to_json(packet, calling.session().version()));
        };
    }
    template <class Packet>
    void request(const Packet& packet) {
        const reason result = calling.request(packet, [this](const game::server_packet* got) {
            received.push_back(got == nullptr ? "gone" : to_json(*got, calling.session().version()));
        });
        EXPECT_EQ(result, reason::ok) << name_of(result);
    }

    texts received;
    client_session<game::session<side::client>> calling;
    memory_line line;
};

class Table : public ::testing::Test {
protected:
    Table()
        : serving(host<::session>(game::versions, [this](peer<::session>& client) { return handlers(client, all); })),
          black(*serving, limit, now, game::versions),
          white(*serving, limit, now, game::versions) {
        exchange();
        for (auto* const each : {&black, &white}) {
            each->request(game::SignIn{.name = each == &black ? "Ada" : "Bora"});
            exchange();
            each->request(game::Seek{});
            exchange();
            each->received.clear();
        }
        black.received.clear();
    }
    void exchange() {
        for (bool did = true; did;) {
            did = black.line.exchange(now);
            did = white.line.exchange(now) || did;
        }
    }
    void play(seated_player& who, int x, int y) {
        who.request(game::Play{.x = static_cast<std::uint8_t>(x), .y = static_cast<std::uint8_t>(y)});
        exchange();
    }

    limits limit;
    shared all;
    instant now = std::chrono::seconds(100);
    std::unique_ptr<service> serving;
    seated_player black;
    seated_player white;
};

TEST_F(Table, TheOtherIsToldHowLongOneHasThought) {
    now += std::chrono::milliseconds(2900);
    play(black, 7, 7);
    now += std::chrono::hours(2);
    play(white, 7, 8);
    EXPECT_EQ(white.received, (texts{R"({"Moved":{"x":7,"y":7,"thought":2}})", R"({"Placed":{}})"}));
    EXPECT_EQ(black.received, (texts{R"({"Placed":{}})", R"({"Moved":{"x":7,"y":8,"thought":3600}})"}));
}

TEST_F(Table, ANearMoveIsAByteAndItsAnswerToo) {
    play(black, 7, 7);
    const auto received = black.line.server_counts.bytes_received.value();
    const auto sent = black.line.server_counts.bytes_sent.value();
    play(white, 8, 8);
    const auto told = black.line.server_counts.bytes_sent.value();
    play(black, 5, 8);  // 2 to the left, 1 down
    EXPECT_EQ(told - sent, 3U) << "Moved: 2 bits for the tag, 7 and 7 for 0 to 8, 4 for the time";
    EXPECT_EQ(black.line.server_counts.bytes_received.value() - received, 1U) << "Play";
    EXPECT_EQ(black.line.server_counts.bytes_sent.value() - told, 1U) << "Placed";
    play(white, 9, 8);
    EXPECT_EQ(black.line.server_counts.bytes_sent.value() - told, 3U) << "Moved, near the last: 2 + 3 + 3 + 4 bits";
}

TEST_F(Table, AFullBoardIsADraw) {
    // Four in a row at most: colours in pairs, each line shifted by two against the one before.
    std::vector<std::pair<int, int>> points[2];
    for (int y = 0; y < board::lines; ++y) {
        for (int x = 0; x < board::lines; ++x) points[((x + 2 * y) / 2) % 2].emplace_back(x, y);
    }
    auto& of_black = points[points[0].size() > points[1].size() ? 0 : 1];
    auto& of_white = points[points[0].size() > points[1].size() ? 1 : 0];
    ASSERT_EQ(of_black.size(), of_white.size() + 1);
    for (std::size_t i = 0; i < of_black.size(); ++i) {
        play(black, of_black[i].first, of_black[i].second);
        if (i < of_white.size()) play(white, of_white[i].first, of_white[i].second);
    }
    EXPECT_EQ(white.received.back(), R"({"Ended":{"how":"drawn"}})");
    EXPECT_EQ(black.received.back(), R"({"Ended":{"how":"drawn"}})");
}

TEST_F(Table, WhatIsOnItsWayToWhoHasLeftIsDropped) {
    play(black, 7, 7);
    white.received.clear();
    white.request(game::Play{.x = 8, .y = 8});
    black.request(game::Leave{});
    // Both are received before anything posted is run.
    for (auto* const each : {&white, &black}) each->line.server.receive(each->line.client.take(now), now);
    for (auto* const each : {&white, &black}) each->line.client.sent(1, now);
    black.received.clear();
    exchange();
    EXPECT_EQ(black.received, (texts{R"({"Left":{}})"})) << "no `Moved` in the lobby";
    EXPECT_EQ(white.received, (texts{R"({"Placed":{}})", R"({"Ended":{"how":"left"}})"}));
    black.request(game::Seek{});
    exchange();
    EXPECT_EQ(black.received.back(), R"({"Seated":{}})");
}

}  // namespace
}  // namespace tic::net::tests
