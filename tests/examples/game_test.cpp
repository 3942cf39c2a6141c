// The game's server over all four doors: players of both versions, on different cores, play to the end, make moves that
// are refused, and lose each other.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "examples/game/handlers.hpp"
#include "tests/net/loopback.hpp"

namespace tic::net::tests {
namespace {

/// A client of version 1: its schema has the same text, so the same fingerprint.
constexpr protocol_versions version_1{"game", 1, game::versions.fingerprints.first(1)};

class game_client : public waiting_client<game::session<side::client>> {
public:
    using waiting_client::waiting_client;

    std::string play(int x, int y) {
        return request(game::Play{.x = static_cast<std::uint8_t>(x), .y = static_cast<std::uint8_t>(y)});
    }
    /// Where the other has put a stone; how long that took is not the same each time.
    std::pair<int, int> moved() {
        const std::string sent = pushed();
        std::pair<int, int> at{-1, -1};
        if (std::sscanf(sent.c_str(), R"({"Moved":{"x":%d,"y":%d)", &at.first, &at.second) != 2) ADD_FAILURE() << sent;
        return at;
    }
    /// Signs in and takes a seat.
    void sit(std::string_view name) {
        ASSERT_TRUE(opens());
        EXPECT_EQ(request(game::SignIn{.name = name}), R"({"Welcome":{}})");
        EXPECT_EQ(request(game::Seek{}), R"({"Seated":{}})");
    }
};

constexpr std::string_view placed = R"({"Placed":{}})";

/// Two players, each through a door of its own; the first, black, speaks version 1, the second version 2.
class Game : public ::testing::TestWithParam<transport_kind> {
protected:
    Game()
        : at(
              options(), [this] { return serve(); }, log(level::error)) {
        const auto wrong = at.start();
        EXPECT_FALSE(wrong) << *wrong;
    }
    server_options options() const {
        server_options made = all_listeners(files);
        made.cores = 2;
        return made;
    }
    std::unique_ptr<service> serve() {
        return host<::session>(game::versions, [this](peer<::session>& client) { return handlers(client, all); });
    }
    std::unique_ptr<game_client> connect(const protocol_versions& speaks) {
        return std::make_unique<game_client>(client_to(at, GetParam(), files), speaks);
    }
    void begin(const protocol_versions& of_black = version_1) {
        black = connect(of_black);
        black->sit("Ada");
        white = connect(game::versions);
        white->sit("보라");
        EXPECT_EQ(black->pushed(), R"({"Started":{"plays":"black","against":"보라"}})");
        EXPECT_EQ(white->pushed(), R"({"Started":{"plays":"white","against":"Ada"}})");
    }

    certificate files;
    shared all;
    server at;
    std::unique_ptr<game_client> black;
    std::unique_ptr<game_client> white;
};

INSTANTIATE_TEST_SUITE_P(Doors, Game, ::testing::ValuesIn(all_transports), [](const auto& of) {
    std::string name(name_of(of.param));
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
});

TEST_P(Game, VersionsOneAndTwoPlayToTheEnd) {
    begin();
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(black->play(7 + i, 7), placed);
        EXPECT_EQ(white->moved(), std::pair(7 + i, 7));
        if (i == 4) break;
        EXPECT_EQ(white->play(7 + i, 8), placed);
        EXPECT_EQ(black->moved(), std::pair(7 + i, 8));
    }
    EXPECT_EQ(black->pushed(), R"({"Ended":{"how":"won"}})");
    EXPECT_EQ(white->pushed(), R"({"Ended":{"how":"lost"}})");
    EXPECT_EQ(white->play(0, 0), R"({"Refused":{"why":"no_game"}})");
    for (auto* const each : {white.get(), black.get()}) {
        EXPECT_EQ(each->request(game::Leave{}), R"({"Left":{}})");
        EXPECT_EQ(each->request(game::Seek{}), R"({"Seated":{}})");
    }
    EXPECT_EQ(white->pushed(), R"({"Started":{"plays":"black","against":"Ada"}})") << "the next game";
}

TEST_P(Game, AMoveThatIsNotAllowedIsRefusedAndTheGameGoesOn) {
    begin();
    EXPECT_EQ(white->play(7, 7), R"({"Refused":{"why":"not_your_turn"}})");
    EXPECT_EQ(black->play(15, 0), "bad-value") << "is not on the board, so cannot even be sent";
    EXPECT_EQ(black->play(7, 7), placed);
    EXPECT_EQ(white->play(7, 7), R"({"Refused":{"why":"taken"}})");
    EXPECT_EQ(white->play(8, 7), placed);
}

TEST_P(Game, WhoLosesTheOtherIsToldAndPlaysAgain) {
    begin();
    EXPECT_EQ(black->play(7, 7), placed);
    black->leave();
    EXPECT_EQ(black->closed(), "finished");
    EXPECT_EQ(white->moved(), std::pair(7, 7));
    EXPECT_EQ(white->pushed(), R"({"Ended":{"how":"left"}})");
    EXPECT_EQ(white->request(game::Leave{}), R"({"Left":{}})");
    EXPECT_EQ(white->request(game::Seek{}), R"({"Seated":{}})");
    black = connect(game::versions);
    black->sit("Ada");  // the name is free again
    EXPECT_EQ(black->pushed(), R"({"Started":{"plays":"white","against":"보라"}})");
}

TEST_P(Game, ADrawNeedsBothAndBothOfVersionTwo) {
    begin();
    EXPECT_EQ(black->request(game::OfferDraw{}), "wrong-state") << "version 1 has no such packet";
    EXPECT_EQ(white->request(game::OfferDraw{}), R"({"Refused":{"why":"old_opponent"}})");
    white.reset();
    EXPECT_EQ(black->pushed(), R"({"Ended":{"how":"left"}})");

    black = connect(game::versions);
    black->sit("Chen");
    white = connect(game::versions);
    white->sit("Dora");
    EXPECT_EQ(black->pushed(), R"({"Started":{"plays":"black","against":"Dora"}})");
    EXPECT_EQ(white->pushed(), R"({"Started":{"plays":"white","against":"Chen"}})");
    EXPECT_EQ(white->request(game::OfferDraw{}), R"({"Offered":{}})");
    EXPECT_EQ(black->pushed(), R"({"DrawOffered":{}})");
    EXPECT_EQ(black->play(7, 7), placed) << "declined";
    EXPECT_EQ(black->request(game::OfferDraw{}), R"({"Offered":{}})");
    EXPECT_EQ(white->request(game::OfferDraw{}), R"({"Offered":{}})");
    EXPECT_EQ(white->moved(), std::pair(7, 7));
    EXPECT_EQ(white->pushed(), R"({"DrawOffered":{}})");
    for (auto* const each : {white.get(), black.get()}) EXPECT_EQ(each->pushed(), R"({"Ended":{"how":"drawn"}})");
}

TEST_P(Game, AServerMayStopInTheMiddle) {
    begin();
    EXPECT_EQ(black->play(7, 7), placed);
    at.stop();
    for (auto* const each : {white.get(), black.get()}) EXPECT_NE(each->closed(), "nothing came");
}

TEST_P(Game, ANameIsForOneAtATime) {
    begin();
    const auto third = connect(version_1);
    ASSERT_TRUE(third->opens());
    EXPECT_EQ(third->request(game::SignIn{.name = "Ada"}), R"({"NameTaken":{}})");
    EXPECT_EQ(third->request(game::SignIn{.name = "Eve"}), R"({"Welcome":{}})");
}

}  // namespace
}  // namespace tic::net::tests
