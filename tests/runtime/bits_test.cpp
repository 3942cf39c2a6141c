// bits.hpp: the order of bits, codes across words, the ends of buffers.
#include "runtime/tic/bits.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "bit_text.hpp"

namespace {

using namespace tic;
using namespace tic::test;

TEST(bits, most_significant_bit_first) {
    EXPECT_EQ(written([](bit_writer& out) {
                  out.put(1, 1);
                  out.put(2, 3);
                  out.put(0, 0);
                  out.put(0xab, 8);
              }),
              "1"
              "010"
              "10101011");
}

TEST(bits, every_width_at_every_offset_reads_back) {
    std::mt19937_64 random(1);
    for (unsigned offset = 0; offset < 64; ++offset) {
        for (unsigned width = 0; width <= 64; ++width) {
            const std::uint64_t v = width == 0 ? 0 : random() >> (64 - width);
            const std::uint64_t after = random() >> 47;
            std::array<std::uint8_t, 32> bytes{};
            bit_writer out(bytes);
            out.put(offset == 0 ? 0 : ~std::uint64_t{0} >> (64 - offset), offset);
            out.put(v, width);
            out.put(after, 17);
            ASSERT_EQ(out.position(), offset + width + 17);
            const std::size_t size = out.finish();
            ASSERT_EQ(size, (offset + width + 17 + 7) / 8);
            ASSERT_FALSE(out.overflowed());
            const bit_reader in{std::span(bytes).first(size)};
            ASSERT_EQ(in.peek(offset, width), v) << offset << ' ' << width;
            ASSERT_EQ(in.peek(offset + width, 17), after);
        }
    }
}

TEST(bits, a_packet_of_no_bits_is_one_zero_byte) {
    std::array<std::uint8_t, 2> bytes{0xff, 0xff};
    bit_writer out(bytes);
    EXPECT_EQ(out.finish(), 1U);
    EXPECT_EQ(bytes[0], 0);
    EXPECT_EQ(bytes[1], 0xff);
}

TEST(bits, bytes_begin_on_a_boundary) {
    const std::array<std::uint8_t, 2> text{0x68, 0x69};
    std::array<std::uint8_t, 4> bytes{};
    bit_writer out(bytes);
    out.put(1, 1);
    out.put_bytes(text);
    out.put(3, 2);
    EXPECT_EQ(out.finish(), 4U);
    EXPECT_EQ(to_hex(bytes), "806869c0");
}

TEST(bits, what_does_not_fit_is_dropped_and_reported) {
    for (std::size_t room = 0; room < 20; ++room) {
        std::array<std::uint8_t, 24> bytes{};
        bytes.fill(0xee);
        bit_writer out{std::span(bytes).first(room)};
        for (unsigned i = 0; i < 20; ++i) out.put(0, 8);
        out.finish();
        EXPECT_TRUE(out.overflowed()) << room;
        for (std::size_t i = room; i < bytes.size(); ++i) ASSERT_EQ(bytes[i], 0xee);
    }
    std::array<std::uint8_t, 20> exact{};
    bit_writer out(exact);
    for (unsigned i = 0; i < 20; ++i) out.put(i, 8);
    EXPECT_EQ(out.finish(), 20U);
    EXPECT_FALSE(out.overflowed());
    EXPECT_EQ(exact[19], 19);
}

TEST(bits, zeros_follow_the_end) {
    for (std::size_t size = 0; size <= 20; ++size) {
        const std::vector<std::uint8_t> bytes(size, 0xff);
        const bit_reader in(bytes);
        ASSERT_EQ(in.size(), size * 8);
        for (std::uint64_t at = 0; at <= size * 8 + 70; ++at) {
            for (const unsigned width : {1U, 9U, 57U, 58U, 64U}) {
                const std::uint64_t ones = at >= size * 8 ? 0 : std::min<std::uint64_t>(width, size * 8 - at);
                const std::uint64_t expected = ones == 0 ? 0 : ~std::uint64_t{0} >> (64 - ones) << (width - ones);
                ASSERT_EQ(in.peek(at, width), expected) << size << ' ' << at << ' ' << width;
            }
        }
    }
}

constexpr bool works_at_compile_time() {
    std::array<std::uint8_t, 16> bytes{};
    bit_writer out(bytes);
    out.put(5, 3);
    out.put(0x123456789abcdef0, 64);
    const std::size_t size = out.finish();
    const bit_reader in(std::span<const std::uint8_t>(bytes).first(size));
    return size == 9 && in.peek(0, 3) == 5 && in.peek(3, 64) == 0x123456789abcdef0;
}
static_assert(works_at_compile_time());

}  // namespace
