// Who talks with whom and when, what is sent, how times are counted, and what the ledger refuses.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tools/bench/relay/load/histogram.hpp"
#include "tools/bench/relay/load/ledger.hpp"
#include "tools/bench/relay/load/workload.hpp"

namespace tic::bench::tests {
namespace {

TEST(RelayLoadPartners, AreFourAndMutual) {
    for (const std::size_t users : {5U, 6U, 100U, 1001U}) {
        const partners all(users, 3);
        for (user who = 0; who < users; ++who) {
            const auto& own = all.of(who);
            EXPECT_EQ((std::set<user>(own.begin(), own.end())).size(), partners_each) << users << " users";
            for (const user other : own) {
                EXPECT_NE(other, who);
                EXPECT_LT(all.place_of(other, who), partners_each);
            }
        }
    }
    EXPECT_THROW(partners(4, 3), std::invalid_argument);
}

TEST(RelayLoadPartners, FollowFromTheSeed) {
    EXPECT_EQ(partners(100, 3).of(17), partners(100, 3).of(17));
    EXPECT_NE(partners(100, 3).of(17), partners(100, 4).of(17));
}

TEST(RelayLoadSchedule, IsPoissonAndFollowsFromTheSeed) {
    constexpr std::int64_t start = 5'000'000'000;
    constexpr unsigned count = 100'000;
    constexpr double mean = 50'000;  // nanoseconds between two
    schedule one(1000, 20'000, start, 9);
    schedule same(1000, 20'000, start, 9);
    std::int64_t last = start;
    double squares = 0;
    for (unsigned i = 0; i < count; ++i) {
        const std::int64_t due = one.due();
        ASSERT_EQ(due, same.due());
        ASSERT_GE(due, last);
        squares += static_cast<double>(due - last) * static_cast<double>(due - last);
        last = due;
        ASSERT_EQ(one.take().from, same.take().from);
    }
    EXPECT_NEAR(static_cast<double>(last - start) / count, mean, mean * 0.02);
    EXPECT_NEAR(squares / count, 2 * mean * mean, 0.1 * mean * mean) << "pauses are not exponential";
}

TEST(RelayLoadSchedule, AllUsersAndPartnersAreAlike) {
    constexpr unsigned count = 100'000;
    schedule turns(1000, 20'000, 0, 9);
    std::vector<unsigned> from(1000);
    std::array<unsigned, partners_each> to{};
    for (unsigned i = 0; i < count; ++i) {
        const turn next = turns.take();
        ++from.at(next.from);
        ++to.at(next.place);
    }
    EXPECT_GT(*std::min_element(from.begin(), from.end()), 50U);
    EXPECT_LT(*std::max_element(from.begin(), from.end()), 150U);
    for (const unsigned each : to) EXPECT_NEAR(each, count / 4.0, count * 0.01);
}

TEST(RelayLoadTexts, AreOf30BytesAndDiffer) {
    const texts all(1);
    std::set<std::string_view> seen;
    for (std::uint32_t number = 1; number <= 64; ++number) {
        EXPECT_EQ(all.of(3, number).size(), text_bytes);
        seen.insert(all.of(3, number));
    }
    EXPECT_EQ(seen.size(), 64U);
}

TEST(RelayLoadHistogram, IsRightToOnePercent) {
    histogram times;
    EXPECT_EQ(times.at_share(0.99), 0);
    for (std::int64_t time = 1; time <= 100'000; ++time) times.add(time * 1000);
    EXPECT_EQ(times.count(), 100'000U);
    for (const double share : {0.001, 0.5, 0.9, 0.99, 0.999}) {
        const double exact = share * 1e8;
        EXPECT_GE(static_cast<double>(times.at_share(share)), exact) << share;
        EXPECT_LE(static_cast<double>(times.at_share(share)), exact * 1.01) << share;
    }
    EXPECT_EQ(times.at_share(1), 100'000'000);
    EXPECT_EQ(times.most(), 100'000'000);
}

TEST(RelayLoadHistogram, HoldsEveryTime) {
    for (const std::int64_t time : {std::int64_t{0}, std::int64_t{127}, std::int64_t{128}, std::int64_t{256},
                                    histogram::never - 1, histogram::never}) {
        histogram times;
        times.add(time);
        EXPECT_EQ(times.at_share(0.5), time);
    }
    histogram backwards;
    backwards.add(-5);
    EXPECT_EQ(backwards.at_share(0.5), 0);
}

TEST(RelayLoadHistogram, WhatNeverCameIsTheLargest) {
    histogram times;
    times.add(10, 98);
    times.add(histogram::never, 2);
    EXPECT_EQ(times.at_share(0.98), 10);
    EXPECT_EQ(times.at_share(0.99), histogram::never);
}

class RelayLoadLedger : public testing::Test {
protected:
    partners who{10, 1};
    texts what{1};
    ledger all{who, what};
    user to = who.of(3)[2];

    std::uint32_t send() { return all.sent({3, 2}, 100, true); }
    void arrive(std::uint32_t number) { all.arrived(to, 3, number, what.of(3, number)); }
};

TEST_F(RelayLoadLedger, CountsWhatComesOnceAndInOrder) {
    EXPECT_EQ(send(), 1U);
    EXPECT_EQ(send(), 2U);
    arrive(1);
    EXPECT_EQ(all.confirmed(3, to, 1).intended, 100);
    arrive(2);
    EXPECT_EQ(all.sent(), 2U);
    EXPECT_EQ(all.arrived(), 2U);
    EXPECT_EQ(all.confirmed(), 1U);
    unsigned confirmed = 0;
    all.each([&](const entry& message) { confirmed += message.is_confirmed ? 1U : 0U; });
    EXPECT_EQ(confirmed, 1U);
}

TEST_F(RelayLoadLedger, RefusesRepeatsDisorderAndWhatWasNeverSaid) {
    send(), send(), send();
    arrive(2);
    EXPECT_THROW(arrive(2), broken);
    EXPECT_THROW(arrive(1), broken);
    EXPECT_THROW(arrive(4), broken);
    EXPECT_THROW(all.arrived(to, 3, 3, "another text"), broken);
    EXPECT_THROW(all.arrived(3, 3, 3, what.of(3, 3)), broken);
    EXPECT_THROW(all.arrived(to, 77, 3, what.of(77, 3)), broken);
    all.confirmed(3, to, 1);
    EXPECT_THROW(all.confirmed(3, to, 1), broken);
}

}  // namespace
}  // namespace tic::bench::tests
