// The drivers of MQTT, NATS and the bare relay: what they send, byte by byte, and what they make of a server's bytes
// however those are cut.
#include <gtest/gtest.h>

#include <functional>
#include <optional>

#include "tests/bench/events.hpp"
#include "tools/bench/relay/load/mqtt_driver.hpp"

namespace tic::bench::tests {
namespace {

using namespace std::string_literals;
using lines = std::vector<std::string>;

std::string text_of(const byte_list& bytes) { return {bytes.begin(), bytes.end()}; }

std::string opened(std::string_view server, user who) {
    byte_list out;
    make_driver(server, 100)->open(who, out);
    return text_of(out);
}

std::string sent(std::string_view server) {
    byte_list out;
    make_driver(server, 100)->send(7, 42, 258, "hello", out);
    return text_of(out);
}

/// What the driver makes of the bytes that user 42 receives; the same if they are cut anywhere, or into single bytes.
received received_of(std::string_view server, const std::string& bytes,
                     const std::function<void(driver&)>& before = {}) {
    const byte_list all = bytes_of(bytes);
    std::optional<received> whole;
    for (std::size_t cut = all.size() + 2; cut-- > 1;) {
        const auto fresh = make_driver(server, 100);
        if (before) before(*fresh);
        const received made = receive_cut(*fresh, 42, all, cut);
        if (!whole) whole = made;
        EXPECT_EQ(made, *whole) << server << " cut at " << cut;
    }
    return whole.value_or(received{});
}

void expect_broken(std::string_view server, const std::string& bytes) {
    events to;
    byte_list out;
    EXPECT_THROW((void)make_driver(server, 100)->receive(42, bytes_of(bytes), out, to), broken) << bytes;
}

// 'm' or 'c', the sender (7 or 42), the number (258)
const std::string message = "m\0\0\0\x07\0\0\x01\x02hello"s;
const std::string confirmation = "c\0\0\0\x07\0\0\x01\x02"s;
const std::string own_confirmation = "c\0\0\0\x2a\0\0\x01\x02"s;
const lines all_three{"entered 42", "message 42 7 258 hello", "confirmed 42 7 258"};

TEST(RelayLoadDrivers, AreMadeByName) {
    for (const auto name : driver_names()) EXPECT_NE(make_driver(name, 5), nullptr) << name;
    EXPECT_EQ(make_driver("smoke", 5), nullptr);
}

TEST(RelayLoadBare, SaysFrames) {
    EXPECT_EQ(opened("bare", 42), "\0\0\0\x2a\0\0\0\0"s);
    EXPECT_EQ(sent("bare"), "\0\0\0\x2a\0\0\0\x0e"s + message);
}

TEST(RelayLoadBare, HearsFramesHoweverCut) {
    const received made = received_of("bare", "\0\0\0\x2a\0\0\0\0"s + "\0\0\0\x2a\0\0\0\x0e"s + message +
                                                  "\0\0\0\x2a\0\0\0\x09"s + confirmation + "\0\0\0"s);
    EXPECT_EQ(made.told, all_three);
    EXPECT_EQ(text_of(made.answers), "\0\0\0\x07\0\0\0\x09"s + own_confirmation);
    EXPECT_EQ(made.left, 3U);
}

TEST(RelayLoadMqtt, WritesAndReadsEveryLength) {
    for (const std::size_t length : {0U, 1U, 127U, 128U, 16'383U, 16'384U, 2'097'151U, 2'097'152U}) {
        SCOPED_TRACE(length);
        byte_list bytes{0x30};
        put_mqtt_length(bytes, length);
        const std::size_t head = bytes.size();
        EXPECT_EQ(head, length < 128 ? 2U : length < 16'384 ? 3U : length < 2'097'152 ? 4U : 5U);
        bytes.resize(head + length);
        for (std::size_t i = 0; i < head; ++i) EXPECT_EQ(mqtt_packet::first_of(byte_view(bytes).first(i)).size, 0U);
        if (length > 0) {
            EXPECT_EQ(mqtt_packet::first_of(byte_view(bytes).first(head + length - 1)).size, 0U);
        }
        bytes.push_back(0xff);
        const mqtt_packet packet = mqtt_packet::first_of(bytes);
        EXPECT_EQ(packet.size, head + length);
        EXPECT_EQ(packet.body.size(), length);
        EXPECT_EQ(packet.type(), 3U);
    }
    EXPECT_THROW((void)mqtt_packet::first_of(bytes_of("\x30\x80\x80\x80\x80\x01"s)), broken);
}

TEST(RelayLoadMqtt, SaysConnectAndPublish) {
    EXPECT_EQ(opened("mqtt0", 42), "\x10\x0f\0\x04MQTT\x04\x02\0\0\0\x03u42"s);
    EXPECT_EQ(sent("mqtt0"), "\x30\x18\0\x08u/000042"s + message);
    EXPECT_EQ(sent("mqtt1"), "\x32\x1a\0\x08u/000042\0\x01"s + message);
    EXPECT_EQ(sent("mqtt1-hop"), sent("mqtt1"));
}

const std::string connected = "\x20\x02\0\0"s;

TEST(RelayLoadMqtt, WithoutQualityHearsHoweverCut) {
    const received made = received_of("mqtt0", connected + "\x90\x03\0\x01\0"s + "\x30\x18\0\x08u/000042"s + message +
                                                   "\x30\x13\0\x08u/000042"s + confirmation);
    EXPECT_EQ(made.told, all_three);
    EXPECT_EQ(text_of(made.answers), "\x82\x0d\0\x01\0\x08u/000042\0"s + "\x30\x13\0\x08u/000007"s + own_confirmation);
}

TEST(RelayLoadMqtt, WithQualityOneAcknowledgesAndConfirms) {
    const received made = received_of(
        "mqtt1", connected + "\x90\x03\0\x01\x01"s + "\x32\x1a\0\x08u/000042\x01\x02"s + message + "\x40\x02\0\x01"s);
    EXPECT_EQ(made.told, (lines{"entered 42", "message 42 7 258 hello"}));
    EXPECT_EQ(text_of(made.answers), "\x82\x0d\0\x01\0\x08u/000042\x01"s + "\x40\x02\x01\x02"s +
                                         "\x32\x15\0\x08u/000007\0\x01"s + own_confirmation);
}

TEST(RelayLoadMqtt, ByHopTheBrokersAcknowledgementConfirms) {
    const auto two_said = [](driver& by) {
        byte_list out;
        by.send(42, 7, 1, "hello", out);
        by.send(42, 9, 5, "hello", out);
    };
    const received made = received_of(
        "mqtt1-hop", "\x40\x02\0\x01"s + "\x32\x1a\0\x08u/000042\x01\x02"s + message + "\x40\x02\0\x02"s, two_said);
    EXPECT_EQ(made.told, (lines{"confirmed 42 7 1", "message 42 7 258 hello", "confirmed 42 9 5"}));
    EXPECT_EQ(text_of(made.answers), "\x40\x02\x01\x02"s);
}

TEST(RelayLoadMqtt, WhatIsWrongEndsTheRun) {
    expect_broken("mqtt0", "\x20\x02\0\x05"s);            // not authorised
    expect_broken("mqtt0", "\x90\x03\0\x01\x80"s);        // no subscription
    expect_broken("mqtt1", "\x90\x03\0\x01\0"s);          // a lower quality
    expect_broken("mqtt0", "\x30\x03\0\x08u"s);           // a topic that is cut off
    expect_broken("mqtt1", "\x32\x0b\0\x08u/000042\0"s);  // an identifier that is cut off
    expect_broken("mqtt0", "\x30\x0a\0\x08u/000042"s);    // no payload
    expect_broken("mqtt0", "\x40\x02\0\x01"s);            // nothing was to be acknowledged
    expect_broken("mqtt1-hop", "\x40\x02\0\x01"s);        // nor here
    expect_broken("mqtt0", "\xd0\0"s);                    // a PINGRESP
}

TEST(RelayLoadNats, SaysPublish) {
    EXPECT_EQ(opened("nats", 42), "");
    EXPECT_EQ(sent("nats"), "PUB u.000042 14\r\n" + message + "\r\n");
}

TEST(RelayLoadNats, HearsHoweverCut) {
    const received made =
        received_of("nats", "INFO {\"server_id\":\"MSG x\"}\r\nPONG\r\nMSG u.000042 1 14\r\n" + message +
                                "\r\nPING\r\n+OK\r\nMSG u.000042 1 inbox 9\r\n" + confirmation + "\r\n");
    EXPECT_EQ(made.told, all_three);
    const std::string answers = text_of(made.answers);
    EXPECT_TRUE(answers.starts_with("CONNECT {")) << answers;
    EXPECT_TRUE(
        answers.ends_with("\r\nSUB u.000042 1\r\nPING\r\nPUB u.000007 9\r\n" + own_confirmation + "\r\nPONG\r\n"))
        << answers;
    EXPECT_EQ(made.left, 0U);
}

TEST(RelayLoadNats, ALineEndWithinAPayloadIsNoEnd) {
    const std::string with_lines = "m\0\0\0\x07\0\0\x01\x02\r\n\r\nx"s;
    EXPECT_EQ(received_of("nats", "MSG u.000042 1 14\r\n" + with_lines + "\r\n").told,
              lines{"message 42 7 258 \r\n\r\nx"});
}

TEST(RelayLoadNats, WhatIsWrongEndsTheRun) {
    expect_broken("nats", "-ERR 'Slow Consumer'\r\n");
    expect_broken("nats", "MSG u.000042 1 x\r\n");
    expect_broken("nats", "MSG u.000042 1 3\r\nabc\r\n");
    expect_broken("nats", "HMSG a 1 2 3\r\n");
}

}  // namespace
}  // namespace tic::bench::tests
