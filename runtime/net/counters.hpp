// The counters of one core. Only the core writes them; /metrics reads them on another thread.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <vector>

#include "close_cause.hpp"

namespace tic::net {

/// A number with one writer and any readers. Without a second writer, an addition needs no locked instruction.
class counter {
public:
    void add(std::uint64_t by = 1) {
        value_.store(value_.load(std::memory_order_relaxed) + by, std::memory_order_relaxed);
    }
    [[nodiscard]] std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> value_{0};
};

struct counters {
    /// `kinds` is the number of packets that peers may send.
    explicit counters(std::size_t kinds = 0) : unhandled(kinds) {}

    static constexpr std::size_t refusals = static_cast<std::size_t>(tic::reason::bad_value) + 1;

    counter accepted;
    counter agreed;
    counter bytes_received;
    counter bytes_sent;
    counter packets_received;
    counter packets_sent;
    counter writes;
    std::array<counter, close_reasons> closed;
    std::array<counter, refusals> refused;  ///< of those closed as `refused`
    std::vector<counter> unhandled;         ///< of those closed as `no_handler`, by the packet's number

    void count_close(const close_cause& why) {
        closed[static_cast<std::size_t>(why.why)].add();
        if (why.why == close_reason::refused) refused[static_cast<std::size_t>(why.refusal.why)].add();
        if (why.why == close_reason::no_handler && why.handling && *why.handling < unhandled.size())
            unhandled[*why.handling].add();
    }
};

}  // namespace tic::net
