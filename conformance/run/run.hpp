// A whole run: the greeting, the self-check, the cases, and the events for the reports.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "conformance/run/expected.hpp"
#include "conformance/run/verdict.hpp"
#include "conformance/run/worker.hpp"
#include "runtime/layout/layout.hpp"

namespace tic::conformance {

struct run_options {
    ceilings limits{};
    unsigned jobs = 1;           ///< implementations at once
    std::uint64_t seed = 0;      ///< 0: in the order of the tapes
    level weight = level::must;  ///< weaker cases run, but cannot fail the run
    bool check_first = true;     ///< the self-check
};

/// The cases of a run and what accompanies them.
struct run_input {
    const layout* plan = nullptr;
    std::span<const test_case* const> all{};
    std::vector<const test_case*> selected{};
    expectations* expected = nullptr;          ///< or none; bound already
    std::function<void(outcome&)> describe{};  ///< adds to what went wrong, or nothing
};

struct run_result {
    run_end end{};
    std::string broken{};  ///< why the implementation could not be judged; the events then never began
};

[[nodiscard]] run_result run(run_input input, const start_implementation& start, const run_options& options,
                             listener& to);

/// Starts implementations and checks their greeting, as a run does; null if it does not match the schema.
[[nodiscard]] start_implementation greeted(const layout& plan, const start_implementation& start,
                                           std::chrono::milliseconds patience);

/// 0 as expected, 1 not, 3 broken off or nothing ran.
[[nodiscard]] int exit_code_of(const run_result& from);

/// Whether a case falls into part `part` (from 1) of `parts`; by its id alone.
[[nodiscard]] bool in_shard(std::string_view id, unsigned part, unsigned parts);
/// The same order for the same seed, everywhere.
void shuffle(std::vector<const test_case*>& cases, std::uint64_t seed);

}  // namespace tic::conformance
