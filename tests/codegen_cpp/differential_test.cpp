// Generated code beside the interpreter: on good, cut, mutated and random bits both answer alike: value, bytes, or
// reason, bit, more and path; and memory moves only with whole packets.
#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/encode.hpp"
#include "runtime/interpreter/json.hpp"
#include "tests/codegen_cpp/subject.hpp"
#include "tests/support/compiled.hpp"
#include "tests/support/values.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace tic::test {

namespace {

using namespace interpreter;

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

std::string hex(std::span<const std::uint8_t> bytes) {
    std::string text;
    for (const auto b : bytes) text += "0123456789abcdef"[b >> 4], text += "0123456789abcdef"[b & 15];
    return text;
}

struct conversation {
    const compiled& schema;
    subject& generated;
    unsigned version;
    side who;
    value_source values;
    memory sender{*schema.run}, receiver{*schema.run};
    std::vector<index> packets{};

    conversation(const compiled& s, subject& g, unsigned v, side w, std::uint64_t seed)
        : schema(s), generated(g), version(v), who(w), values(*s.run, seed) {
        const auto& tags = s.run->plan().at(v).tags[w];
        for (const auto& c : s.run->plan().codes.subspan(tags.first, tags.count)) packets.push_back(c.member);
        generated.start();
    }

    void compare(std::span<const std::uint8_t> bytes, bool keep) {
        memory reader = receiver;
        const auto expected = decode_packet(*schema.run, who, version, reader, bytes);
        const answer got = generated.read(bytes, version, keep);
        ASSERT_EQ(got.fault, "") << hex(bytes);
        if (const auto* no = std::get_if<refusal>(&expected)) {
            ASSERT_FALSE(got.ok) << hex(bytes) << " read as " << got.json << "\nexpected " << name_of(no->why);
            ASSERT_EQ(name_of(got.refused.why), name_of(no->why)) << hex(bytes) << " at " << got.path;
            ASSERT_EQ(got.refused.bit, no->bit) << hex(bytes) << " " << name_of(no->why);
            ASSERT_EQ(got.refused.more, no->more) << hex(bytes) << " " << name_of(no->why);
            ASSERT_EQ(got.path, no->path) << hex(bytes) << " " << name_of(no->why);
            return;
        }
        const auto& packet = std::get<interpreter::decoded>(expected);
        ASSERT_TRUE(got.ok) << hex(bytes) << " refused " << name_of(got.refused.why) << " bit " << got.refused.bit
                            << " at " << got.path;
        ASSERT_EQ(got.json, write_packet(*schema.run, who, version, packet.packet, packet.content)) << hex(bytes);
        ASSERT_EQ(hex(got.again), hex(bytes));
        if (keep) receiver = reader;
    }

    std::vector<std::uint8_t> mutated(std::span<const std::uint8_t> bytes) {
        std::vector<std::uint8_t> out(bytes.begin(), bytes.end());
        switch (values.below(5)) {
            case 0:
                out.assign(1 + values.below(24), 0);
                [[fallthrough]];
            case 1:
                for (auto& b : out)
                    if (values.below(4) == 0) b = static_cast<std::uint8_t>(values.below(256));
                break;
            case 2:
                out.push_back(0);
                break;
            case 3:
                out.resize(values.below(out.size() + 1));
                [[fallthrough]];
            default:
                if (!out.empty()) out[values.below(out.size())] ^= static_cast<std::uint8_t>(1U << values.below(8));
        }
        return out;
    }

    void one_packet(bool cut_everywhere) {
        const index packet = packets[values.below(packets.size())];
        const value v = values.of_type(schema.run->plan().packets[who][packet].type, version);
        const auto made = encode_packet(*schema.run, who, version, sender, packet, v);
        ASSERT_EQ(made.index(), 0U) << std::get<encode_error>(made).text;
        const auto& bytes = std::get<0>(made);
        for (std::size_t length = 0; length < bytes.size();
             length += cut_everywhere && bytes.size() < 300 ? 1 : 1 + values.below(bytes.size()))
            ASSERT_NO_FATAL_FAILURE(compare(std::span(bytes).first(length), false));
        for (int i = 0; i < 6; ++i) ASSERT_NO_FATAL_FAILURE(compare(mutated(bytes), false));
        ASSERT_NO_FATAL_FAILURE(compare(bytes, true));
        ASSERT_TRUE(sender == receiver);
    }
};

TEST(generated_code, answers_as_the_interpreter_does) {
    const std::uint64_t seed = setting("TIC_SEED", 1);
    const std::uint64_t wanted = setting("TIC_VALUES", 1500);
    ASSERT_GE(all_registered().size(), 12U);
    for (const registered& one : all_registered()) {
        SCOPED_TRACE("TIC_SEED=" + std::to_string(seed) + "\n" + one.schema);
        const compiled schema(one.schema);
        ASSERT_TRUE(schema.run) << schema.told();
        const auto& plan = schema.run->plan();
        for (std::uint64_t done = 0, round = 0; done < wanted; ++round)
            for (unsigned version = plan.oldest; version <= plan.version; ++version)
                for (const side who : {side::client, side::server}) {
                    const auto generated = one.make(static_cast<int>(who));
                    if (generated == nullptr) continue;
                    conversation talk(schema, *generated, version, who,
                                      seed * 1000003 + round * 31 + version * 2 + static_cast<unsigned>(who));
                    if (talk.packets.empty()) continue;
                    for (unsigned i = 0; i < 40; ++i, ++done) ASSERT_NO_FATAL_FAILURE(talk.one_packet(i % 8 == 0));
                }
    }
}

}  // namespace
}  // namespace tic::test
