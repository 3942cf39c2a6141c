// What a process has cost so far, as the kernel counts it.
#pragma once

#include <sys/types.h>

#include <cstdint>

namespace tic::bench {

/// CPU time of all its threads in nanoseconds, of which `user` (in ticks of 10 ms) outside the kernel.
struct cpu_time {
    std::int64_t total = 0;
    std::int64_t user = 0;
};
struct resident {
    std::int64_t now = 0;  ///< bytes
    std::int64_t peak = 0;
};

/// Throw `broken` where there is no such process.
[[nodiscard]] cpu_time cpu_of(pid_t process);
[[nodiscard]] resident memory_of(pid_t process);

}  // namespace tic::bench
