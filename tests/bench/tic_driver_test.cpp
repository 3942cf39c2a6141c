// The driver of our relay against the server's end of the session, whose bytes are cut at every place.
#include <gtest/gtest.h>

#include <tic/opening_preface.hpp>
#include <utility>

#include "relay.hpp"
#include "tests/bench/events.hpp"

namespace tic::bench::tests {
namespace {

using server_session = relay::session<side::server>;
using lines = std::vector<std::string>;

std::string text_of(const relay::client_packet& packet) {
    if (const auto* const enter = packet.get_if_Enter()) return "Enter " + std::to_string(enter->user.value);
    if (const auto* const have = packet.get_if_Got())
        return "Got " + std::to_string(have->from.value) + " " + std::to_string(have->number);
    const auto* const send = packet.get_if_Say();
    return "Say " + std::to_string(send->to.value) + " " + std::to_string(send->number) + " " + std::string(send->text);
}

class server_end {
public:
    byte_list answer;

    /// The packets that a client's bytes are.
    lines receive(byte_view in) {
        lines made;
        if (preface_.outcome().what == agreement::unfinished) {
            in = in.subspan(preface_.receive(in));
            answer.insert(answer.end(), preface_.answer().begin(), preface_.answer().end());
        }
        std::vector<std::uint8_t> memory(server_session::max_arena + 1);
        arena room{std::span(memory)};
        while (!in.empty()) {
            const auto got = talk_.receive(in, room);
            if (got.what() != event::packet) {
                made.push_back("no packet");
                return made;
            }
            in = in.subspan(got.bytes());
            made.push_back(text_of(got.packet()));
        }
        return made;
    }
    template <class Packet>
    void send(const Packet& packet) {
        std::vector<std::uint8_t> room(server_session::max_sent);
        const auto written = talk_.send(packet, std::span(room));
        ASSERT_TRUE(written.ok());
        answer.insert(answer.end(), room.begin(), room.begin() + static_cast<std::ptrdiff_t>(*written));
    }

private:
    server_preface preface_{relay::versions};
    server_session talk_{relay::versions.newest()};
};

/// A whole conversation of user 42, in which what the server sends is cut there. Answers how many bytes it sends at
/// most.
std::size_t talk_cut_at(std::size_t cut) {
    const auto client = make_driver("tic", 50);
    server_end server;
    byte_list out;
    client->open(42, out);
    EXPECT_EQ(server.receive(out), lines{});
    received made = receive_cut(*client, 42, std::exchange(server.answer, {}), cut);
    EXPECT_EQ(server.receive(made.answers), lines{"Enter 42"});

    server.send(relay::Entered{});
    server.send(relay::Heard{.from = {7}, .number = 1, .text = "one"});
    server.send(relay::Heard{.from = {7}, .number = 2, .text = "two"});
    server.send(relay::Confirmed{.by = {9}, .number = 1});
    const std::size_t size = server.answer.size();
    made = receive_cut(*client, 42, std::exchange(server.answer, {}), cut);
    EXPECT_EQ(made.told, (lines{"entered 42", "message 42 7 1 one", "message 42 7 2 two", "confirmed 42 9 1"}));
    EXPECT_EQ(made.left, 0U);
    EXPECT_EQ(server.receive(made.answers), (lines{"Got 7 1", "Got 7 2"}));

    out.clear();
    client->send(42, 9, 2, "three", out);
    EXPECT_EQ(server.receive(out), lines{"Say 9 2 three"});
    return size;
}

TEST(RelayLoadTic, TalksHoweverTheServersBytesAreCut) {
    std::size_t most = 1;
    for (std::size_t cut = 1; cut <= most + 1; ++cut) {
        SCOPED_TRACE(cut);
        most = talk_cut_at(cut);
    }
}

TEST(RelayLoadTic, WhatIsWrongEndsTheRun) {
    for (const std::string& bytes : {std::string("HTTP/1.1 400"), std::string("TI\0\0\0\0\0", 7)}) {
        const auto client = make_driver("tic", 50);
        byte_list out;
        events to;
        EXPECT_THROW((void)client->receive(42, bytes_of(bytes), out, to), broken);
    }
}

}  // namespace
}  // namespace tic::bench::tests
