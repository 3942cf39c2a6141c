// What must hold of every schema and every value: a value comes back as it went, whatever bits decode encode to the
// same bits, a cut packet is `truncated` with the least `more`, and whatever fails leaves memory as it was.
#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/encode.hpp"
#include "tests/support/compiled.hpp"
#include "tests/support/invent.hpp"
#include "tests/support/values.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace tic::test {
namespace {

using namespace interpreter;

constexpr unsigned schema_count = 48;

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

std::string hex(std::span<const std::uint8_t> bytes) {
    std::string text;
    for (const auto b : bytes) text += "0123456789abcdef"[b >> 4], text += "0123456789abcdef"[b & 15];
    return text;
}

/// One direction of one connection in one version of one schema.
struct conversation {
    const compiled& schema;
    unsigned version;
    side who;
    value_source values;
    memory sender, receiver;
    std::vector<index> packets;

    conversation(const compiled& s, unsigned v, side w, std::uint64_t seed)
        : schema(s), version(v), who(w), values(*s.run, seed), sender(*s.run), receiver(*s.run) {
        const auto& plan = s.run->plan();
        const auto& tags = plan.at(v).tags[w];
        for (const auto& c : plan.codes.subspan(tags.first, tags.count)) packets.push_back(c.member);
    }
    index type_of(index packet) const { return schema.run->plan().packets[who][packet].type; }

    decode_result decode(memory& m, std::span<const std::uint8_t> bytes) const {
        return decode_packet(*schema.run, who, version, m, bytes);
    }

    /// Whatever decodes must encode to the same bits; whatever is refused must leave memory as it was.
    void try_bits(std::span<const std::uint8_t> bytes) const {
        memory reader = receiver;
        const auto answer = decode(reader, bytes);
        if (const auto* got = std::get_if<decoded>(&answer)) {
            memory writer = receiver;
            const auto again = encode_packet(*schema.run, who, version, writer, got->packet, got->content);
            ASSERT_EQ(again.index(), 0U) << hex(bytes) << ": " << std::get<encode_error>(again).text;
            ASSERT_EQ(hex(std::get<0>(again)), hex(bytes));
            ASSERT_TRUE(writer == reader) << hex(bytes);
        } else {
            ASSERT_TRUE(reader == receiver) << hex(bytes) << " changed memory, though it was refused";
        }
    }

    void try_cut(std::span<const std::uint8_t> whole, std::size_t length) {
        memory reader = receiver;
        const auto answer = decode(reader, whole.first(length));
        const auto* no = std::get_if<refusal>(&answer);
        ASSERT_NE(no, nullptr) << hex(whole) << " cut to " << length;
        ASSERT_EQ(no->why, reason::truncated) << hex(whole) << " cut to " << length;
        ASSERT_EQ(no->bit, length * 8) << hex(whole);
        ASSERT_GE(no->more, 1U);
        ASSERT_LE(no->more, whole.size() - length) << hex(whole) << " cut to " << length;
        ASSERT_TRUE(reader == receiver) << hex(whole) << " cut to " << length << " changed memory";
        if (no->more > 1) try_less(whole.first(length), *no);
    }

    /// One byte less than `more` never completes the code: it stays truncated there, or is overlong.
    void try_less(std::span<const std::uint8_t> cut, const refusal& no) {
        std::vector<std::uint8_t> longer(cut.begin(), cut.end());
        for (std::uint64_t i = 1; i < no.more; ++i) longer.push_back(static_cast<std::uint8_t>(values.below(256)));
        memory reader = receiver;
        const auto answer = decode(reader, longer);
        const auto* still = std::get_if<refusal>(&answer);
        ASSERT_NE(still, nullptr) << hex(longer);
        ASSERT_TRUE(still->why == reason::truncated || still->why == reason::overlong)
            << hex(longer) << " " << name_of(still->why);
        ASSERT_EQ(still->path, no.path) << hex(longer);
    }

    void one_packet(bool cut_everywhere) {
        const index packet = packets[values.below(packets.size())];
        const value v = values.of_type(type_of(packet), version);
        const auto made = encode_packet(*schema.run, who, version, sender, packet, v);
        ASSERT_EQ(made.index(), 0U) << std::get<encode_error>(made).text;
        const std::vector<std::uint8_t>& bytes = std::get<0>(made);
        ASSERT_LE(bytes.size(), schema.run->plan().at(version).max_bytes[who]);

        for (std::size_t length = 0; length < bytes.size();
             length += cut_everywhere ? 1 : 1 + values.below(bytes.size()))
            ASSERT_NO_FATAL_FAILURE(try_cut(bytes, length));
        for (int i = 0; i < 3; ++i) ASSERT_NO_FATAL_FAILURE(try_bits(mutated(bytes)));

        const auto answer = decode(receiver, bytes);
        const auto* got = std::get_if<decoded>(&answer);
        ASSERT_NE(got, nullptr) << hex(bytes) << " " << name_of(std::get<refusal>(answer).why) << " at bit "
                                << std::get<refusal>(answer).bit;
        ASSERT_EQ(got->packet, packet);
        ASSERT_TRUE(same_value(*schema.run, version, type_of(packet), v, got->content)) << hex(bytes);
        ASSERT_TRUE(sender == receiver) << hex(bytes);
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
};

std::vector<std::string> schemas(std::uint64_t seed) {
    inventor invent(seed);
    std::vector<std::string> texts;
    for (unsigned i = 0; i < schema_count; ++i) texts.push_back(invent.next());
    return texts;
}

TEST(invented_schemas, use_every_domain_hint_and_place) {
    inventor invent(setting("TIC_SEED", 1));
    for (unsigned i = 0; i < schema_count; ++i) (void)invent.next();
    std::string missing;
    for (const auto& name : inventor::possible())
        if (!invent.used().contains(name)) missing += name + " ";
    EXPECT_EQ(missing, "");
}

class properties : public testing::TestWithParam<unsigned> {};

TEST_P(properties, hold) {
    const std::uint64_t seed = setting("TIC_SEED", 1);
    const std::uint64_t wanted = setting("TIC_VALUES", 2500);
    const std::string text = schemas(seed)[GetParam()];
    SCOPED_TRACE("TIC_SEED=" + std::to_string(seed) + " TIC_VALUES=" + std::to_string(wanted) + "\n" + text);
    const compiled schema(text);
    ASSERT_TRUE(schema.run) << schema.told();
    const auto& plan = schema.run->plan();
    std::uint64_t done = 0;
    for (std::uint64_t round = 0; done < wanted; ++round)
        for (unsigned version = plan.oldest; version <= plan.version; ++version)
            for (const side who : {side::client, side::server}) {
                conversation talk(schema, version, who,
                                  seed * 1000003 + round * 31 + version * 2 + static_cast<unsigned>(who));
                for (unsigned i = 0; i < 60; ++i, ++done) ASSERT_NO_FATAL_FAILURE(talk.one_packet(i % 8 == 0));
            }
}

INSTANTIATE_TEST_SUITE_P(invented, properties, testing::Range(0U, schema_count));

}  // namespace
}  // namespace tic::test
