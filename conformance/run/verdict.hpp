// The outcome of a case, and the events from which every report is made.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/cases/cases.hpp"

namespace tic::conformance {

enum class verdict : std::uint8_t {
    pass,
    lenient,  ///< right, but it left out bit, more or path, or spelled a value in another way
    fail,
    crash,
    timeout,
    unsupported,
    xfail,  ///< failed as expected.txt lists
    xpass,  ///< passed though expected.txt lists a failure
    flaky,  ///< went wrong once and not again
    not_run,
};
inline constexpr std::size_t verdict_count = 10;

[[nodiscard]] constexpr std::string_view name_of(verdict v) {
    constexpr std::array<std::string_view, verdict_count> names{"pass",        "lenient", "fail",  "crash", "timeout",
                                                                "unsupported", "xfail",   "xpass", "flaky", "not run"};
    return names[static_cast<std::size_t>(v)];
}

/// A field whose value or bits differ from what was expected.
struct difference {
    std::string path{};  ///< `Ack.seq`; empty: of the whole
    std::string expected{};
    std::string got{};
    std::uint64_t first_bit = 0;  ///< of the packet expected
    std::uint64_t bit_count = 0;  ///< 0: unknown
    std::string code{};           ///< domain, hint and code as the schema has them
    std::string declared{};       ///< `chat.tic:11`
};

/// The outcome of one case.
struct outcome {
    const test_case* about = nullptr;
    verdict is = verdict::not_run;
    bool unexpected = false;    ///< fails the run
    std::string why{};          ///< one line
    std::size_t at = 0;         ///< of the case's exchanges, where it went wrong
    std::string got{};          ///< the answer to that, behind its id, the verb before it
    std::string stderr_text{};  ///< the end of what the implementation wrote to standard error
    std::vector<difference> differences{};
    std::string expected_bits{};  ///< hex; where bytes differ
    std::string got_bits{};
    std::string repeat{};  ///< a command line
};

/// Known before the first case.
struct run_start {
    std::string protocol{};
    std::string implementation{};  ///< its name from `hello`
    std::size_t selected = 0;      ///< cases
    std::size_t all = 0;
    std::uint64_t seed = 0;  ///< 0: in order
};

/// Known after the last case.
struct run_end {
    std::array<std::size_t, verdict_count> count{};
    std::size_t unexpected = 0;
    std::vector<std::string> unsupported{};  ///< what was missing: `versions 2`, `ops states`
    std::vector<std::string>
        complaints{};         ///< of the whole run: stale lines of expected.txt, a bad end of the implementation
    std::string abandoned{};  ///< why the rest was not run, or empty
    double seconds = 0;

    [[nodiscard]] std::size_t of(verdict v) const { return count[static_cast<std::size_t>(v)]; }
};

/// Receives the events of a run, from one thread at a time; `ends` is not called if the run is killed.
class listener {
public:
    virtual ~listener() = default;
    listener() = default;
    listener(const listener&) = delete;
    listener& operator=(const listener&) = delete;

    virtual void begins(const run_start& all) = 0;
    virtual void settled(const outcome& one) = 0;
    virtual void ends(const run_end& all) = 0;
};

}  // namespace tic::conformance
