// Generated sessions beside the interpreter's: legal and illegal packets, broken bytes, and any cut of the stream give
// the same packets, refusals and states at both ends.
#include "runtime/interpreter/session.hpp"
#include "runtime/interpreter/encode.hpp"
#include "runtime/interpreter/json.hpp"
#include "tests/codegen_cpp/talk.hpp"
#include "tests/support/compiled.hpp"
#include "tests/support/values.hpp"

#include "chat.hpp"
#include "workload.hpp"

#include <tic/hex.hpp>

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace tic::test {

std::vector<registered_talk>& all_talks() {
    static std::vector<registered_talk> all;
    return all;
}

namespace {

using interpreter::permission;

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

/// What the interpreter hears of the bytes, as `talk` tells it.
told heard_by(const interpreter::program& run, unsigned version, interpreter::session& reference, side who,
              std::span<const std::uint8_t> bytes) {
    told made;
    while (!bytes.empty()) {
        const auto got = reference.receive(who, bytes, interpreter::extent::stream);
        if (std::holds_alternative<interpreter::ignored>(got)) {
            made.push_back("ignored");
            return made;
        }
        if (const auto* no = std::get_if<interpreter::refusal>(&got)) {
            made.push_back("refused " + std::string(name_of(no->why)) + " bit=" + std::to_string(no->bit) +
                           " more=" + std::to_string(no->more) + " path=" + no->path);
            return made;
        }
        const auto& packet = std::get<interpreter::decoded>(got);
        made.push_back("packet " + write_packet(run, who, version, packet.packet, packet.content));
        bytes = bytes.subspan(packet.bytes);
    }
    return made;
}

struct conversation {
    const interpreter::program& run;
    talk& generated;
    unsigned version;
    value_source values;
    interpreter::session reference;
    per_side<interpreter::memory> said{interpreter::memory(run), interpreter::memory(run)};
    std::uint64_t client_share;

    conversation(const interpreter::program& program, talk& made, unsigned v, std::uint64_t seed)
        : run(program), generated(made), version(v), values(program, seed), reference(program, v) {
        client_share = std::array{10U, 50U, 95U}[values.below(3)];
        generated.start(v);
    }

    std::string state_of(const interpreter::session_states& now, side who) {
        std::string text(now.state_name());
        text += " owed=" + std::to_string(now.owed()) + " may=";
        for (index i = 0; i < run.plan().packets[who].size(); ++i)
            text += now.may_send(who, i) == permission::ok ? '1' : '0';
        return text;
    }
    void same_state() {
        for (const side who : {side::client, side::server})
            for (const side end : {side::client, side::server})
                ASSERT_EQ(generated.state(end, who), state_of(reference.states(), who));
    }

    std::vector<std::size_t> pieces(std::size_t size) {
        std::vector<std::size_t> made;
        const std::size_t most = 1 + values.below(values.below(3) == 0 ? 1 : values.below(2) == 0 ? 9 : size + 1);
        for (std::size_t sum = 0; sum < size; sum += made.back()) made.push_back(1 + values.below(most));
        return made;
    }

    /// A packet of the side, mostly one that it may say; none if the version has none.
    index some_packet(side who, const interpreter::session_states& now) {
        const auto& tags = run.plan().at(version).tags[who];
        if (tags.count == 0) return none;
        index packet = none;
        for (unsigned tries = 0; tries < 12; ++tries) {
            packet = run.plan().codes[tags.first + values.below(tags.count)].member;
            if (now.may_send(who, packet) == permission::ok) break;
        }
        return packet;
    }

    void broken(side who, std::vector<std::uint8_t> bytes) {
        for (unsigned i = values.below(4) == 0 ? 9 : 1; i > 0; --i)
            bytes[values.below(bytes.size())] = static_cast<std::uint8_t>(values.below(256));
        if (values.below(3) == 0) bytes.resize(1 + values.below(bytes.size()));
        interpreter::session copy = reference;
        ASSERT_EQ(generated.receive_only(who, bytes, pieces(bytes.size())), heard_by(run, version, copy, who, bytes))
            << hex_of(bytes);
    }

    /// Some packets of one side in one stream; whether the connection goes on.
    void burst(bool& goes_on) {
        const side who = values.below(100) < client_share ? side::client : side::server;
        interpreter::session_states ahead = reference.states();
        std::vector<std::uint8_t> stream;
        for (std::uint64_t left = 1 + values.below(4); left > 0 && goes_on; --left) {
            const index packet = some_packet(who, ahead);
            if (packet == none) return;
            const auto& declared = run.plan().packets[who][packet];
            const auto made =
                encode_packet(run, who, version, said[who], packet, values.of_type(declared.type, version));
            ASSERT_EQ(made.index(), 0U) << std::get<interpreter::encode_error>(made).text;
            const auto& bytes = std::get<0>(made);
            goes_on = ahead.on_sent(who, packet) == permission::ok;
            ASSERT_EQ(generated.send(who, bytes),
                      goes_on ? hex_of(bytes) : "wrong-state " + std::string(declared.name));
            stream.insert(stream.end(), bytes.begin(), bytes.end());
        }
        ASSERT_NO_FATAL_FAILURE(broken(who, stream));
        ASSERT_EQ(generated.receive(who, stream, pieces(stream.size())), heard_by(run, version, reference, who, stream))
            << hex_of(stream);
        if (!goes_on) return;
        ASSERT_NO_FATAL_FAILURE(same_state());
    }
};

TEST(generated_session, hears_and_says_as_the_interpreter_does) {
    const std::uint64_t seed = setting("TIC_SEED", 1);
    const std::uint64_t wanted = setting("TIC_VALUES", 1500) / 3;
    for (const registered_talk& one : all_talks()) {
        SCOPED_TRACE("TIC_SEED=" + std::to_string(seed) + "\n" + one.schema);
        const compiled schema(one.schema);
        ASSERT_TRUE(schema.run) << schema.told();
        const auto generated = one.make();
        std::size_t most_owed = 0;
        for (std::uint64_t done = 0, round = 0; done < wanted; ++round)
            for (unsigned version = schema.run->plan().oldest; version <= schema.run->plan().version; ++version) {
                conversation both(*schema.run, *generated, version, seed * 1000003 + round * 31 + version);
                bool goes_on = true;
                for (unsigned i = 0; i < 60 && goes_on; ++i, ++done) {
                    ASSERT_NO_FATAL_FAILURE(both.burst(goes_on));
                    most_owed = std::max(most_owed, both.reference.states().owed());
                }
                ++done;
            }
        if (schema.run->plan().protocol == "chat") {
            EXPECT_EQ(most_owed, 64U) << "the limit was never reached";
        }
    }
}

std::vector<std::uint8_t> bytes_of(std::string_view hex) {
    std::vector<std::uint8_t> bytes(hex.size() / 2);
    EXPECT_TRUE(read_hex(hex, bytes.data())) << hex;
    return bytes;
}

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == at)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

/// The lines of a golden file of sessions.
std::vector<std::string> golden(const std::string& name) {
    std::ifstream file(std::string(GOLDEN_FOLDER) + "/" + name);
    EXPECT_TRUE(file) << name;
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    EXPECT_FALSE(lines.empty()) << name;
    return lines;
}

struct golden_case {
    std::string schema;
    unsigned version;
};

class golden_session : public testing::TestWithParam<golden_case> {
protected:
    void SetUp() override {
        for (const registered_talk& one : all_talks())
            if (std::string_view(one.schema).find("protocol " + GetParam().schema + ";") != std::string_view::npos)
                both = one.make();
        ASSERT_NE(both, nullptr);
        both->start(GetParam().version);
    }
    [[nodiscard]] std::string name(const std::string& kind) const {
        return GetParam().schema + ".v" + std::to_string(GetParam().version) + "." + kind;
    }
    static side who_of(const std::string& arrow) { return arrow == ">" ? side::client : side::server; }

    std::unique_ptr<talk> both{};
};

TEST_P(golden_session, is_said_and_heard) {
    for (const std::string& line : golden(name("session"))) {
        if (line.empty()) {
            both->start(GetParam().version);
            continue;
        }
        const auto parts = split(line, '\t');
        ASSERT_EQ(parts.size(), 4U) << line;
        const side who = who_of(parts[0]);
        const auto bytes = bytes_of(parts[1]);
        ASSERT_EQ(both->send(who, bytes), parts[1]) << line;
        ASSERT_EQ(both->receive(who, bytes, {1, 2, 3}), told{"packet " + parts[3]}) << line;
        ASSERT_EQ(split(both->state(side::client, who), ' ')[0], parts[2]) << line;
        ASSERT_EQ(split(both->state(side::server, who), ' ')[0], parts[2]) << line;
    }
}

class golden_illegal : public golden_session {};

TEST_P(golden_illegal, is_not_said_and_is_refused) {
    for (const std::string& line : golden(name("illegal"))) {
        both->start(GetParam().version);
        const auto parts = split(line, '\t');
        ASSERT_EQ(parts.size(), 4U) << line;
        const auto packets = split(parts[0], ' ');
        for (const std::string& one : packets) {
            const side who = who_of(one.substr(0, 1));
            const auto bytes = bytes_of(one.substr(1));
            const bool is_last = &one == &packets.back();
            ASSERT_EQ(both->send(who, bytes), is_last ? "wrong-state " + parts[3] : one.substr(1)) << line;
            const told heard = both->receive(who, bytes, {});
            ASSERT_EQ(heard.size(), 1U) << line;
            ASSERT_EQ(heard[0].substr(0, is_last ? std::string::npos : 7),
                      is_last ? "refused wrong-state bit=0 more=0 path=" + parts[3] : "packet ")
                << line;
        }
    }
}

std::string case_name(const testing::TestParamInfo<golden_case>& one) {
    return one.param.schema + "_v" + std::to_string(one.param.version);
}
INSTANTIATE_TEST_SUITE_P(all, golden_session,
                         testing::Values(golden_case{"chat", 1}, golden_case{"chat", 2}, golden_case{"ints", 1}),
                         case_name);
INSTANTIATE_TEST_SUITE_P(all, golden_illegal, testing::Values(golden_case{"chat", 1}, golden_case{"chat", 2}),
                         case_name);

// The memory of both directions, and 96 to 104 bytes.
static_assert(sizeof(chat::session<side::client>) == 1848 && sizeof(chat::session<side::server>) == 1848);
static_assert(sizeof(workload::session<side::client>) == 3176 && sizeof(workload::session<side::server>) == 3176);

}  // namespace
}  // namespace tic::test
