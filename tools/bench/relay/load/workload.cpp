// The ring of users, and the texts.
#include "workload.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tic::bench {

partners::partners(std::size_t users, std::uint64_t seed) : of_(users) {
    if (users < fewest_users) throw std::invalid_argument("a user needs four partners: at least 5 users");
    random_source random(seed);
    std::vector<user> ring(users);
    std::iota(ring.begin(), ring.end(), 0U);
    for (std::size_t i = users; i > 1; --i) std::swap(ring[i - 1], ring[random.below(static_cast<std::uint32_t>(i))]);
    for (std::size_t i = 0; i < users; ++i) {
        const auto at = [&](std::size_t steps) { return ring[(i + steps) % users]; };
        of_[ring[i]] = {at(1), at(2), at(users - 1), at(users - 2)};
    }
}

unsigned partners::place_of(user who, user other) const {
    if (who >= of_.size()) return partners_each;
    const auto& all = of_[who];
    return static_cast<unsigned>(std::find(all.begin(), all.end(), other) - all.begin());
}

texts::texts(std::uint64_t seed) {
    random_source random(seed);
    constexpr std::string_view letters = "etaoin shrdlu etaoin shrdlu, cmfwyp vbgkjq.";
    for (std::size_t i = 0; i < all_.size(); ++i) {
        std::string& text = all_[i];
        while (text.size() < text_bytes) {
            if (i % 2 == 0) {
                text += letters[random.below(std::uint32_t{letters.size()})];
                continue;
            }
            const std::uint32_t syllable = 0xac00 + random.below(11172);
            text += static_cast<char>(0xe0 | syllable >> 12U);
            text += static_cast<char>(0x80 | (syllable >> 6U & 0x3fU));
            text += static_cast<char>(0x80 | (syllable & 0x3fU));
        }
    }
}

}  // namespace tic::bench
