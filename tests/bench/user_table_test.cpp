// The table beside a map: the same answers to the same steps, and nobody lost when others leave.
#include "tools/bench/relay/user_table.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace {

TEST(UserTable, AnswersAsAMapDoes) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    int things[8]{};
    user_table<int*> table;
    std::map<std::uint32_t, int*> map;
    for (int step = 0; step < 20'000; ++step) {
        const auto user = static_cast<std::uint32_t>(random() % 300) * 0x01000001U;
        int* const thing = &things[random() % 8];
        if (random() % 5 < 3) {
            int* const before = map.contains(user) ? map[user] : nullptr;
            ASSERT_EQ(table.put(user, thing), before);
            map[user] = thing;
        } else {
            table.erase(user);
            map.erase(user);
        }
        ASSERT_EQ(table.size(), map.size());
        if (step % 100 != 0) continue;
        for (std::uint32_t i = 0; i < 300; ++i) {
            const std::uint32_t each = i * 0x01000001U;
            ASSERT_EQ(table.find(each), map.contains(each) ? map[each] : nullptr) << each;
        }
    }
}

}  // namespace
