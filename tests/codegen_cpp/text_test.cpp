// Values as text: JSON says everything; the form for logs masks what is @secret, wherever it stands.
#include "masks.hpp"
#include "workload.hpp"

#include <tic/json.hpp>

#include <gtest/gtest.h>

namespace masks {
namespace {

// All that is secret has a 4 in it, and nothing else has.
constexpr std::string_view names[] = {"4a", "4b"};
constexpr tic::list<std::string_view> lists[] = {{names, 2}};
constexpr std::optional<std::uint16_t> pins[] = {4001, std::nullopt};
constexpr Card card{.number = 4002, .value = 8};
const Way ways[] = {Way::make_pin(4003), Way::make_card(card), Way::make_word("4c"), Way::make_plain(5)};

Say secrets() {
    return {.level = {.value = 3},
            .whole = {.number = 4, .value = 4},
            .pin = 4005,
            .maybe = 4006,
            .names = {names, 2},
            .marked = {names, 2},
            .deep = {lists, 1},
            .perhaps = {pins, 2},
            .ways = {ways, 4},
            .late = 4007};
}

TEST(json, says_everything) {
    unsigned char buffer[64];
    tic::arena room{std::span<unsigned char>(buffer)};
    Say say = secrets();
    say.box = *tic::sealed<Card>::seal(card, 2, room);
    EXPECT_EQ(tic::to_json(client_packet(say), 2),
              R"({"Say":{"level":{"value":3},"whole":{"number":4,"value":4},"pin":4005,"maybe":4006,)"
              R"("names":["4a","4b"],"marked":["4a","4b"],)"
              R"("deep":[["4a","4b"]],"perhaps":[4001,null],)"
              R"("ways":[{"pin":4003},{"card":{"number":4002,"value":8}},{"word":"4c"},{"plain":5}],)"
              R"("box":{"version":2,"value":{"number":4002,"value":8}},"late":4007}})");
}

TEST(text_for_logs, masks_what_is_secret) {
    unsigned char buffer[64];
    tic::arena room{std::span<unsigned char>(buffer)};
    Say say = secrets();
    say.box = *tic::sealed<Card>::seal(card, 2, room);
    const std::string text = tic::to_debug(client_packet(say), 2);
    EXPECT_EQ(text, R"({"Say":{"level":{"value":3},"whole":"***","pin":"***","maybe":"***","names":"***",)"
                    R"("marked":"***","deep":"***","perhaps":"***",)"
                    R"("ways":[{"pin":"***"},{"card":{"number":"***","value":8}},{"word":"***"},{"plain":5}],)"
                    R"("box":{"version":2,"value":{"number":"***","value":8}},"late":"***"}})");
    EXPECT_EQ(text.find('4'), std::string::npos);
}

TEST(text_for_logs, masks_sealed_bytes_that_do_not_open) {
    static constexpr std::uint8_t broken[] = {0xff, 0x44, 0x44};
    Say say;
    say.box = tic::sealed<Card>(tic::bytes(broken, 3));
    EXPECT_NE(tic::to_json(say, 1).find(R"("box":{"raw":"ff4444"})"), std::string::npos);
    EXPECT_NE(tic::to_debug(say, 1).find(R"("box":{"raw":"***"})"), std::string::npos);
}

TEST(unions, tell_what_they_hold) {
    Way way = Way::make_pin(5);
    EXPECT_EQ(way.kind(), Way::kind_type::pin);
    ASSERT_NE(way.get_if_pin(), nullptr);
    EXPECT_EQ(*way.get_if_pin(), 5);
    EXPECT_EQ(way.get_if_card(), nullptr);
    EXPECT_EQ(name_of(way.kind()), "pin");
    way.set_card().number = 6;
    EXPECT_EQ(way, Way::make_card({.number = 6, .value = 0}));
    EXPECT_EQ(way.visit([](const auto& held) { return sizeof held; }), sizeof(Card));
    static_assert(Way::make_plain(5) == Way::make_plain(5) && !(Way::make_plain(5) == Way::make_plain(6)));
}

static_assert(client_max_bytes >= 100 && client_max_arena > 0);
static_assert(workload::client_memory_size == sizeof(workload::client_memory) && workload::client_memory_size <= 4096);

}  // namespace
}  // namespace masks
