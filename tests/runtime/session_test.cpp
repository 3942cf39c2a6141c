// session.hpp: replies in order, barriers, pushes, the 64 owed, Closed.
#include "runtime/interpreter/session.hpp"

#include <gtest/gtest.h>

#include "tests/runtime/hand_layout.hpp"

namespace {

using namespace tic;
using namespace tic::test;
using namespace tic::interpreter;

// Packets by number. Client: 0 Join, 1 Send, 2 Ack, 3 Leave, 4 Move. Server: 0 Welcome, 1 Refused, 2 Sent, 3 Deliver.
constexpr tic::index join = 0, send = 1, ack = 2, leave = 3, go_back = 4;
constexpr tic::index welcome = 0, refused = 1, sent = 2, deliver = 3;

struct fixture {
    hand arrays;
    program run{build()};
    session_states now{run, 1};

    layout build() {
        const tic::index e = arrays.type(type_kind::structure, "E", {});
        for (const char* name : {"Join", "Send", "Ack", "Leave", "Move"}) arrays.packet(side::client, name, e);
        for (const char* name : {"Welcome", "Refused", "Sent", "Deliver"}) arrays.packet(side::server, name, e);
        arrays.say(1, side::client, {{0, 3}, {1, 3}, {2, 2}, {3, 2}, {4, 2}});
        arrays.state("Greeting",
                     {{rule{.packet = join}, {{.packet = welcome, .go = 1}, {.packet = refused, .go = closed_state}}}},
                     {});
        arrays.state("Ready",
                     {{rule{.packet = join}, {{.packet = welcome, .go = 0}, {.packet = refused, .go = none}}},
                      {rule{.packet = send}, {{.packet = sent, .go = none}, {.packet = refused, .go = none}}},
                      {rule{.packet = ack}, {}},
                      {rule{.packet = leave, .go = closed_state}, {}},
                      {rule{.packet = go_back, .go = 2}, {}}},
                     {deliver});
        arrays.state("Other", {{rule{.packet = ack}, {}}}, {deliver, sent});
        return arrays.view();
    }
    void greet() {
        ASSERT_EQ(now.client_sent(join), permission::ok);
        ASSERT_EQ(now.server_sent(welcome), permission::ok);
    }
};

TEST(session, a_barrier_waits_for_its_reply) {
    fixture f;
    EXPECT_EQ(f.now.state_name(), "Greeting");
    EXPECT_EQ(f.now.client_sent(send), permission::wrong_state);
    EXPECT_EQ(f.now.server_sent(welcome), permission::wrong_state);
    EXPECT_EQ(f.now.client_sent(join), permission::ok);
    EXPECT_EQ(f.now.state_name(), "Greeting");
    EXPECT_EQ(f.now.client_sent(join), permission::wrong_state);
    EXPECT_EQ(f.now.server_sent(sent), permission::wrong_state);
    EXPECT_EQ(f.now.server_sent(welcome), permission::ok);
    EXPECT_EQ(f.now.state_name(), "Ready");
}

TEST(session, replies_come_in_order_and_pushes_between) {
    fixture f;
    f.greet();
    EXPECT_EQ(f.now.server_sent(deliver), permission::ok);
    EXPECT_EQ(f.now.client_sent(send), permission::ok);
    EXPECT_EQ(f.now.client_sent(ack), permission::ok);
    EXPECT_EQ(f.now.client_sent(send), permission::ok);
    EXPECT_EQ(f.now.client_sent(join), permission::ok);
    EXPECT_EQ(f.now.owed(), 3U);
    EXPECT_EQ(f.now.oldest_owed(), send);
    EXPECT_EQ(f.now.client_sent(ack), permission::wrong_state) << "behind a barrier";
    EXPECT_EQ(f.now.server_sent(welcome), permission::wrong_state) << "not its turn";
    EXPECT_EQ(f.now.server_sent(deliver), permission::ok);
    EXPECT_EQ(f.now.server_sent(sent), permission::ok);
    EXPECT_EQ(f.now.client_sent(ack), permission::wrong_state) << "another's reply lifts no barrier";
    EXPECT_EQ(f.now.server_sent(refused), permission::ok);
    EXPECT_EQ(f.now.server_sent(refused), permission::ok) << "the barrier's, without go";
    EXPECT_EQ(f.now.state_name(), "Ready");
    EXPECT_EQ(f.now.client_sent(ack), permission::ok);
    EXPECT_EQ(f.now.server_sent(sent), permission::wrong_state) << "nothing is owed";
}

TEST(session, sixty_four_are_owed_at_most) {
    fixture f;
    f.greet();
    for (int i = 0; i < 64; ++i) ASSERT_EQ(f.now.client_sent(send), permission::ok);
    EXPECT_EQ(f.now.client_sent(send), permission::wrong_state);
    EXPECT_EQ(f.now.client_sent(ack), permission::wrong_state);
    EXPECT_EQ(f.now.server_sent(sent), permission::ok);
    EXPECT_EQ(f.now.client_sent(send), permission::ok);
}

TEST(session, what_answers_the_oldest_is_its_reply_whatever_the_state_pushes) {
    fixture f;
    f.greet();
    EXPECT_EQ(f.now.client_sent(send), permission::ok);
    EXPECT_EQ(f.now.client_sent(go_back), permission::ok);
    EXPECT_EQ(f.now.state_name(), "Other");
    EXPECT_EQ(f.now.server_sent(sent), permission::ok);
    EXPECT_EQ(f.now.owed(), 0U);
    EXPECT_EQ(f.now.server_sent(sent), permission::ok) << "now it is a push";
}

TEST(session, closed_ignores_what_is_still_on_its_way) {
    fixture f;
    f.greet();
    EXPECT_EQ(f.now.client_sent(send), permission::ok);
    EXPECT_EQ(f.now.client_sent(leave), permission::ok);
    EXPECT_TRUE(f.now.is_closed());
    EXPECT_EQ(f.now.state_name(), "Closed");
    EXPECT_EQ(f.now.owed(), 0U);
    EXPECT_EQ(f.now.server_sent(sent), permission::ignored);
    EXPECT_EQ(f.now.client_sent(ack), permission::ignored);
}

TEST(session, wrong_state_is_told_at_the_tag) {
    fixture f;
    session both(f.run, 1);
    const std::uint8_t tag_of_ack[] = {0x00};
    const auto got = both.receive(side::client, tag_of_ack);
    ASSERT_TRUE(std::holds_alternative<refusal>(got));
    EXPECT_EQ(std::get<refusal>(got), (refusal{.why = reason::wrong_state, .bit = 0, .more = 0, .path = "Ack"}));
    const auto silent = both.receive(side::server, tag_of_ack);
    EXPECT_EQ(std::get<refusal>(silent), (refusal{.why = reason::wrong_state, .bit = 0, .more = 0, .path = ""}));
}

}  // namespace
