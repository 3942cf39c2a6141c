// One run: users enter, talk by the schedule, and what became of their messages is counted.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>

#include "histogram.hpp"
#include "process.hpp"

namespace tic::bench {

struct load_options {
    std::string server = "tic";  ///< a name of `driver_names()`
    std::uint16_t port = 0;
    pid_t process = 0;  ///< the server's, to measure it; 0: not measured
    std::size_t users = 1000;
    double rate = 0;         ///< messages a second; 0: as fast as they are confirmed
    std::size_t window = 0;  ///< with rate 0: messages under way; 0: 0.64 of the users
    double warm_up = 1;      ///< seconds before the measured ones
    double seconds = 4;
    double drain = 3;  ///< seconds in which the last messages may still come
    std::uint64_t seed = 1;
    std::size_t most_messages = 0;  ///< ends the run early; 0: no limit
};

/// Counts and CPU time are those of the measured seconds; bytes and losses are of the whole run after all have entered.
struct load_result {
    double seconds = 0;
    std::uint64_t sent = 0;        ///< messages of the whole run
    std::uint64_t lost = 0;        ///< messages or confirmations that had not come when the drain ended
    std::uint64_t chats = 0;       ///< messages confirmed
    std::uint64_t deliveries = 0;  ///< messages that came, and confirmations that came
    double bytes_of_a_chat = 0;
    double writes_of_a_chat = 0;  ///< of the load
    histogram message;            ///< from the intended time to the receiver
    histogram round_trip;         ///< from the intended time to the confirmation
    histogram late;               ///< from the intended time to the write
    cpu_time load_cpu;
    std::optional<cpu_time> server_cpu;
    std::optional<resident> server_memory;

    /// Of a core. A load that has no time left measures itself, not the server.
    [[nodiscard]] double load_cpu_share() const;
    [[nodiscard]] bool is_load_busy() const { return load_cpu_share() > 0.9; }
    /// It spoke more than 2 ms late once in a hundred times: something else had its core, or it was busy.
    [[nodiscard]] bool is_load_late() const { return late.at_share(0.99) > 2'000'000; }
};

/// Throws `broken` where the server did.
[[nodiscard]] load_result run_load(const load_options& options);

}  // namespace tic::bench
