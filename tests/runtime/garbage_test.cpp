// Whatever the bytes, decoding ends with a value that encodes to the same bytes, or with a refusal that changes
// nothing.
#include <gtest/gtest.h>

#include <random>

#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/encode.hpp"
#include "runtime/interpreter/json.hpp"
#include "tests/runtime/hand_layout.hpp"

namespace {

using namespace tic;
using namespace tic::test;
using namespace tic::interpreter;

TEST(garbage, is_refused_or_is_the_one_encoding) {
    hand arrays = chat();
    const program run(arrays.view());
    std::mt19937_64 random(7);
    unsigned read = 0;
    for (int round = 0; round < 40000; ++round) {
        const unsigned version = 1 + static_cast<unsigned>(random() % 2);
        const side who = random() % 2 == 0 ? side::client : side::server;
        memory remembered(run);
        memory mirror(run);
        for (int packet = 0; packet < 3; ++packet) {
            std::vector<std::uint8_t> bytes(random() % 24);
            for (std::uint8_t& b : bytes) b = static_cast<std::uint8_t>(random() >> (random() % 8));
            const auto got = decode_packet(run, who, version, remembered, bytes, {.expected = extent::stream});
            if (const auto* why = std::get_if<refusal>(&got)) {
                ASSERT_TRUE(remembered == mirror);
                ASSERT_LE(why->bit, bytes.size() * 8);
                ASSERT_EQ(why->why == reason::truncated, why->more != 0);
                continue;
            }
            const auto& said = std::get<decoded>(got);
            ++read;
            bytes.resize(said.bytes);
            const auto made = encode_packet(run, who, version, mirror, said.packet, said.content);
            ASSERT_TRUE(std::holds_alternative<std::vector<std::uint8_t>>(made));
            ASSERT_EQ(std::get<0>(made), bytes);
            ASSERT_TRUE(remembered == mirror);
            const auto back =
                read_packet(run, who, version, write_packet(run, who, version, said.packet, said.content));
            ASSERT_TRUE(std::holds_alternative<json_packet>(back));
        }
    }
    EXPECT_GT(read, 100U);
}

}  // namespace
