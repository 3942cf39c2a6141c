// Turns: everybody has one in each round, whoever leaves meanwhile.
#include "runtime/net/round_robin.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

namespace tic::net::tests {
namespace {

struct thing : round_robin_entry {
    explicit thing(int n) : name(n) {}
    int name;
};

TEST(RoundRobin, FewAreAllVisitedEachTime) {
    round_robin_list<thing> all;
    for (int i = 0; i < 5; ++i) all.insert(std::make_shared<thing>(i));
    for (int round = 0; round < 3; ++round) {
        std::multiset<int> seen;
        all.visit(10, [&](thing& one) { seen.insert(one.name); });
        EXPECT_EQ(seen, (std::multiset<int>{0, 1, 2, 3, 4}));
    }
}

TEST(RoundRobin, ManyAreVisitedInTurns) {
    round_robin_list<thing> all;
    for (int i = 0; i < 100; ++i) all.insert(std::make_shared<thing>(i));
    std::map<int, int> seen;
    for (int turn = 0; turn < 10; ++turn) all.visit(10, [&](thing& one) { ++seen[one.name]; });
    EXPECT_EQ(seen.size(), 100U);
    for (const auto& [name, times] : seen) EXPECT_EQ(times, 1) << name;
}

TEST(RoundRobin, WhoLeavesCostsNobodyTheTurn) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    round_robin_list<thing> all;
    std::map<int, std::shared_ptr<thing>> here;
    for (int i = 0; i < 200; ++i) all.insert(here[i] = std::make_shared<thing>(i));
    std::set<int> seen;
    for (int turn = 0; turn < 20; ++turn) {
        all.visit(10, [&](thing& one) {
            seen.insert(one.name);
            for (const int who : {one.name, static_cast<int>(random() % 200)}) {
                if (here.contains(who) && random() % 2 == 0) {
                    EXPECT_TRUE(all.erase(*here[who]));
                    EXPECT_FALSE(all.erase(*here[who]));
                    here.erase(who);
                }
            }
        });
    }
    EXPECT_EQ(all.size(), here.size());
    for (const auto& [who, one] : here) EXPECT_TRUE(seen.contains(who)) << who;
}

TEST(RoundRobin, AllMayLeaveDuringAVisit) {
    round_robin_list<thing> all;
    for (int i = 0; i < 10; ++i) all.insert(std::make_shared<thing>(i));
    int visits = 0;
    all.visit(10, [&](thing&) {
        ++visits;
        while (all.size() != 0) all.erase(**all.begin());
    });
    EXPECT_EQ(visits, 1);
    EXPECT_EQ(all.size(), 0U);
}

}  // namespace
}  // namespace tic::net::tests
