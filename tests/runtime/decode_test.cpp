// decode_packet over codecs written by hand: memory after success and failure, also of packets that change more than
// the log of changes holds.
#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "runtime/tic/codec.hpp"

namespace {

constexpr std::size_t many = 200;  // cells, each noted with 24 bytes: more than 2,048

struct cells {
    std::array<std::uint64_t, many> all{};
    bool operator==(const cells&) const = default;
};

/// A packet: `count` octets, each remembered in a cell of its own; 255 is refused.
struct octets_packet {
    std::uint64_t count = 0;
};
struct octets_codec {
    template <class In>
    static constexpr bool read(In& in, octets_packet& to, unsigned, cells& m, std::uint32_t& root) {
        root = 1;
        if (!in.fixed(to.count, 8, 2)) return false;
        for (std::size_t i = 0; i < to.count; ++i) {
            const std::uint64_t first = in.position();
            std::uint64_t x = 0;
            if (!in.fixed(x, 8, 3)) return in.in_element(static_cast<std::uint32_t>(i));
            if (x == 255) {
                in.refuse(tic::reason::range, first, 3);
                return in.in_element(static_cast<std::uint32_t>(i));
            }
            if (!in.save(m.all[i])) return false;
            m.all[i] = x;
        }
        return true;
    }
};

std::vector<std::uint8_t> packet_of(std::size_t count) {
    std::vector<std::uint8_t> bytes{static_cast<std::uint8_t>(count)};
    for (std::size_t i = 0; i < count; ++i) bytes.push_back(static_cast<std::uint8_t>(i + 1));
    return bytes;
}

auto decode(const std::vector<std::uint8_t>& bytes, cells& m) {
    tic::arena none;
    return tic::decode_packet<octets_codec, octets_packet>(bytes, m, 1, none, tic::extent::alone);
}

cells some_cells() {
    cells made;
    made.all.fill(7777);
    return made;
}

class decoding : public testing::TestWithParam<std::size_t> {};

TEST_P(decoding, remembers_a_packet) {
    cells m = some_cells();
    const auto got = decode(packet_of(GetParam()), m);
    ASSERT_TRUE(got.ok());
    EXPECT_EQ(got->bytes, GetParam() + 1);
    cells wanted = some_cells();
    for (std::size_t i = 0; i < GetParam(); ++i) wanted.all[i] = i + 1;
    EXPECT_EQ(m, wanted);
}

TEST_P(decoding, leaves_memory_as_it_was_after_a_refusal) {
    auto bytes = packet_of(GetParam());
    bytes.back() = 255;
    cells m = some_cells();
    const auto got = decode(bytes, m);
    EXPECT_EQ(got.error().why, tic::reason::range);
    EXPECT_EQ(got.error().bit, GetParam() * 8);
    EXPECT_EQ(got.error().at.id, 3U);
    EXPECT_EQ(got.error().at.depth, 1U);
    EXPECT_EQ(got.error().at.indices[0], GetParam() - 1);
    EXPECT_EQ(m, some_cells());
}

TEST_P(decoding, leaves_memory_as_it_was_if_bytes_are_missing) {
    auto bytes = packet_of(GetParam());
    bytes.pop_back();
    cells m = some_cells();
    const auto got = decode(bytes, m);
    EXPECT_EQ(got.error().why, tic::reason::truncated);
    EXPECT_EQ(got.error().more, 1U);
    EXPECT_EQ(got.error().at.indices[0], GetParam() - 1);
    EXPECT_EQ(m, some_cells());
}

INSTANTIATE_TEST_SUITE_P(sizes, decoding, testing::Values(1, 80, 90, many), testing::PrintToStringParamName());

}  // namespace
