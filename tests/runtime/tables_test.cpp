// Residuals with and without wrapping at the ends of 64 bits, and tables of recently used values.
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <limits>
#include <random>

#include "runtime/tic/memory.hpp"
#include "runtime/tic/remembered.hpp"

namespace {

using namespace tic;
using wide = __int128;

constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
constexpr auto highest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t far = std::int64_t{1} << 32;
constexpr std::uint64_t span_most = std::uint64_t{1} << 62;

TEST(prediction, worked) {
    // u16 ~ last + 1: 65535 after nothing is -2, then 0 is exact, then 2 is one too many.
    EXPECT_EQ(residual(65535, 0, 1, 16), -2);
    EXPECT_EQ(residual(0, 65535, 1, 16), 0);
    EXPECT_EQ(residual(2, 0, 1, 16), 1);
}

TEST(prediction, wraps_one_to_one) {
    for (unsigned bits = 1; bits <= 7; ++bits) {
        const std::uint64_t count = std::uint64_t{1} << bits;
        const std::int64_t half = static_cast<std::int64_t>(count / 2);
        for (std::uint64_t p = 0; p < count; ++p) {
            for (const std::int64_t delta : {std::int64_t{0}, std::int64_t{1}, std::int64_t{-3}, far, -far}) {
                for (std::uint64_t v = 0; v < count; ++v) {
                    const std::int64_t r = residual(v, p, delta, bits);
                    ASSERT_TRUE(r >= -half && r < half);
                    const predicted back = apply_residual(r, p, delta, 0, count - 1, bits);
                    ASSERT_TRUE(back.ok);
                    ASSERT_EQ(back.value, v);
                }
                for (const std::int64_t r : {half, -half - 1, lowest, highest}) {
                    ASSERT_FALSE(apply_residual(r, p, delta, 0, count - 1, bits).ok);
                }
            }
        }
    }
}

TEST(prediction, is_exact_at_the_ends_of_64_bits) {
    std::mt19937_64 random(3);
    const std::int64_t lows[] = {lowest, -5, 0, highest - static_cast<std::int64_t>(span_most)};
    for (const std::int64_t low : lows) {
        for (int i = 0; i < 20000; ++i) {
            const auto pick = [&] { return i % 3 == 0 ? 0 : i % 3 == 1 ? span_most : random() % (span_most + 1); };
            const std::uint64_t p = static_cast<std::uint64_t>(low) + pick();
            const std::int64_t delta =
                static_cast<std::int64_t>(random() % (2 * static_cast<std::uint64_t>(far) + 1)) - far;
            const auto r = static_cast<std::int64_t>(i % 5 == 0 ? random() : random() >> (random() % 64));
            const wide exact = static_cast<wide>(static_cast<std::int64_t>(p)) + delta + r;
            const bool inside = exact >= low && exact <= static_cast<wide>(low) + static_cast<wide>(span_most);
            const predicted got = apply_residual(r, p, delta, static_cast<std::uint64_t>(low), span_most, 0);
            ASSERT_EQ(got.ok, inside);
            if (!inside) continue;
            ASSERT_EQ(static_cast<std::int64_t>(got.value), static_cast<std::int64_t>(exact));
            ASSERT_EQ(residual(got.value, p, delta, 0), r);
        }
    }
}

TEST(table, worked) {
    number_table<2, 8> t;
    EXPECT_EQ(t.find(7), t.count());
    t.enter(7);
    EXPECT_EQ(t.find(9), 1U);
    t.enter(9);
    EXPECT_EQ(t.find(7), 1U);
    t.touch(1);
    EXPECT_EQ(t.at(0), 7U);
    EXPECT_EQ(t.find(8), 2U);
    t.enter(8);
    EXPECT_EQ(t.find(9), 2U) << "9 was dropped";
    EXPECT_EQ(t.find(7), 1U);
}

TEST(table, an_entry_moves_with_its_value) {
    number_table<2, 32, 0, int> t;
    t.enter(1);
    t.front() = 10;
    t.enter(2);
    EXPECT_EQ(t.front(), 0);
    t.front() = 20;
    t.touch(1);
    EXPECT_EQ(t.front(), 10);
    t.enter(3);  // 2 is dropped
    EXPECT_EQ(t.front(), 0);
    t.enter(2);
    EXPECT_EQ(t.front(), 0) << "fresh when it enters again";
}

/// Values from Low on, so far apart that the bytes of several differ only in the high part.
template <std::size_t N, unsigned Bits, std::uint64_t Low, std::uint64_t Step>
void compare_with_a_deque() {
    number_table<N, Bits, Low> t;
    std::deque<std::uint64_t> plain;
    std::mt19937 random(N);
    for (int i = 0; i < 5000; ++i) {
        const std::uint64_t v = Low + random() % (N + 3) * Step;
        const auto at = std::find(plain.begin(), plain.end(), v);
        const auto rank = static_cast<unsigned>(at - plain.begin());
        ASSERT_EQ(t.find(v), rank);
        if (at != plain.end()) {
            plain.erase(at);
            t.touch(rank);
        } else {
            t.enter(v);
        }
        plain.push_front(v);
        if (plain.size() > N) plain.pop_back();
        ASSERT_EQ(t.count(), plain.size());
        for (unsigned r = 0; r < plain.size(); ++r) ASSERT_EQ(t.at(r), plain[r]);
    }
}

TEST(table, is_a_list_most_recent_first) {
    compare_with_a_deque<1, 8, 0, 1>();
    compare_with_a_deque<1, 40, 5, 128>();
    compare_with_a_deque<1, 64, 0, 0x0100000000000001>();
    compare_with_a_deque<2, 8, 0, 1>();
    compare_with_a_deque<2, 40, 5, 128>();
    compare_with_a_deque<2, 64, 0, 0x0100000000000001>();
    compare_with_a_deque<7, 8, 0, 1>();
    compare_with_a_deque<7, 40, 5, 128>();
    compare_with_a_deque<7, 64, 0, 0x0100000000000001>();
    compare_with_a_deque<8, 8, 0, 1>();
    compare_with_a_deque<8, 40, 5, 128>();
    compare_with_a_deque<8, 64, 0, 0x0100000000000001>();
    compare_with_a_deque<9, 8, 0, 1>();
    compare_with_a_deque<9, 40, 5, 128>();
    compare_with_a_deque<9, 64, 0, 0x0100000000000001>();
    compare_with_a_deque<64, 8, 0, 1>();
    compare_with_a_deque<64, 40, 5, 128>();
    compare_with_a_deque<64, 64, 0, 0x0100000000000001>();
}

constexpr bool works_at_compile_time() {
    number_table<4, 64> t;
    t.enter(3);
    t.enter(4);
    t.touch(1);
    return t.at(0) == 3 && t.find(4) == 1;
}
static_assert(works_at_compile_time());

}  // namespace
