// The clock of a run: nanoseconds since some fixed moment.
#pragma once

#include <chrono>
#include <cstdint>

namespace tic::bench {

[[nodiscard]] inline std::int64_t clock_now() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

inline constexpr std::int64_t second = 1'000'000'000;

}  // namespace tic::bench
