// The taste of the language page over a layout built by hand: worked values, and packets of an independent
// implementation.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "runtime/interpreter/encode.hpp"
#include "runtime/interpreter/json.hpp"
#include "runtime/interpreter/session.hpp"
#include "tests/runtime/bit_text.hpp"
#include "tests/runtime/hand_layout.hpp"

namespace {

using namespace tic;
using namespace tic::test;
using namespace tic::interpreter;

std::vector<std::string> lines_of(const std::string& name) {
    std::ifstream in(std::string(GOLDEN_FOLDER) + "/" + name);
    EXPECT_TRUE(in) << name;
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::vector<std::string> split(const std::string& line, char by) {
    std::vector<std::string> parts(1);
    for (const char c : line) {
        if (c == by) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

struct conversation {
    hand arrays = chat();
    program run{arrays.view()};
    memory sender{run};
    memory receiver{run};

    std::string encode(side who, unsigned version, const std::string& json) {
        const auto read = read_packet(run, who, version, json);
        if (const auto* wrong = std::get_if<json_error>(&read)) return wrong->text;
        const auto& said = std::get<json_packet>(read);
        const auto made = encode_packet(run, who, version, sender, said.packet, said.content);
        if (const auto* wrong = std::get_if<encode_error>(&made)) return wrong->text;
        return to_hex(std::get<0>(made));
    }
    std::string decode(side who, unsigned version, const std::string& hex) {
        const auto got = decode_packet(run, who, version, receiver, from_hex(hex));
        if (const auto* why = std::get_if<refusal>(&got)) {
            return std::string(name_of(why->why)) + ' ' + std::to_string(why->bit) + '\t' +
                   (why->why == reason::truncated ? std::to_string(why->more) : "-") + '\t' + why->path;
        }
        const auto& said = std::get<decoded>(got);
        EXPECT_EQ(said.bytes, hex.size() / 2);
        return write_packet(run, who, version, said.packet, said.content);
    }
};

TEST(chat, worked_values) {
    const std::pair<const char*, const char*> said[] = {
        {R"({"Ack":{"chat":5,"seq":1}})", "c00000000160"},
        {R"({"Ack":{"chat":5,"seq":2}})", "e0"},
        {R"({"Ack":{"chat":5,"seq":2}})", "d0"},
        {R"({"Send":{"chat":5,"tag":1,"body":{"version":2,"value":{"kind":"text","text":"hi"}}}})", "720048806869"},
        {R"({"Send":{"chat":5,"tag":2,"body":{"version":1,"value":{"kind":"photo","text":""}}}})", "7080e0"},
        {R"({"Ack":{"chat":6,"seq":1}})", "a00000000068"},
        {R"({"Ack":{"chat":5,"seq":3}})", "a8"},
    };
    conversation c;
    for (const auto& [json, hex] : said) {
        EXPECT_EQ(c.encode(side::client, 2, json), hex);
        EXPECT_EQ(c.decode(side::client, 2, hex), json);
    }
    conversation server;
    EXPECT_EQ(server.encode(side::server, 2,
                            R"({"Deliver":{"chat":5,"sender":9,"seq":1,"sent_at":1000,)"
                            R"("body":{"version":1,"value":{"kind":"text","text":""}}}})"),
              "c00000000160000000013fd084a0");
}

class golden : public testing::TestWithParam<std::tuple<side, unsigned>> {
protected:
    side who = std::get<0>(GetParam());
    unsigned version = std::get<1>(GetParam());
    std::string name =
        std::string("chat.") + (who == side::client ? "client" : "server") + ".v" + std::to_string(version);
};
INSTANTIATE_TEST_SUITE_P(chat, golden,
                         testing::Combine(testing::Values(side::client, side::server), testing::Values(1U, 2U)));

TEST_P(golden, packets_both_ways) {
    const auto json = lines_of(name + ".jsonl");
    const auto hex = lines_of(name + ".hex");
    ASSERT_EQ(json.size(), hex.size());
    conversation c;
    for (std::size_t i = 0; i < json.size(); ++i) {
        ASSERT_EQ(c.encode(who, version, json[i]), hex[i]) << json[i];
        ASSERT_EQ(c.decode(who, version, hex[i]), json[i]) << hex[i];
        ASSERT_TRUE(c.sender == c.receiver) << i;
    }
}

TEST_P(golden, refusals) {
    for (const char* kind : {".bad", ".badseq"}) {
        for (const std::string& line : lines_of(name + kind)) {
            const std::size_t tab = line.find('\t');
            conversation c;
            std::string last;
            for (const std::string& hex : split(line.substr(0, tab), ' ')) {
                const memory before = c.receiver;
                last = c.decode(who, version, hex);
                if (!last.starts_with('{')) {
                    ASSERT_TRUE(before == c.receiver) << line;
                }
            }
            ASSERT_EQ(last, line.substr(tab + 1)) << line;
        }
    }
}

TEST(chat, golden_sessions) {
    for (const unsigned version : {1U, 2U}) {
        conversation c;
        session now(c.run, version);
        for (const std::string& line : lines_of("chat.v" + std::to_string(version) + ".session")) {
            if (line.empty()) {
                now = session(c.run, version);
                continue;
            }
            const auto parts = split(line, '\t');
            const side who = parts[0] == ">" ? side::client : side::server;
            const auto got = now.receive(who, from_hex(parts[1]));
            ASSERT_TRUE(std::holds_alternative<decoded>(got)) << line;
            ASSERT_EQ(now.states().state_name(), parts[2]);
            ASSERT_EQ(write_packet(c.run, who, version, std::get<decoded>(got).packet, std::get<decoded>(got).content),
                      parts[3]);
        }
        for (const std::string& line : lines_of("chat.v" + std::to_string(version) + ".illegal")) {
            const auto parts = split(line, '\t');
            session fresh(c.run, version);
            std::string last;
            for (const std::string& packet : split(parts[0], ' ')) {
                const auto got =
                    fresh.receive(packet[0] == '>' ? side::client : side::server, from_hex(packet.substr(1)));
                const auto* why = std::get_if<refusal>(&got);
                last = why == nullptr
                           ? ""
                           : std::string(name_of(why->why)) + ' ' + std::to_string(why->bit) + ' ' + why->path;
            }
            ASSERT_EQ(last, parts[1] + ' ' + parts[3]) << line;
        }
    }
}

}  // namespace
