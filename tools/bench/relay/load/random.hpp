// splitmix64: the same numbers for the same seed everywhere, which the distributions of <random> do not promise.
#pragma once

#include <cmath>
#include <cstdint>

namespace tic::bench {

class random_source {
public:
    explicit random_source(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>((next() >> 32U) * count >> 32U); }
    /// Exponential with mean 1.
    double exponential() { return -std::log1p(-static_cast<double>(next() >> 11U) * 0x1p-53); }

private:
    std::uint64_t state_;
};

}  // namespace tic::bench
