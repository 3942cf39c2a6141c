// Faults on purpose as `tictoc compile --mutants` lists them, and how many of them a suite notices.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/cases/cases.hpp"
#include "conformance/implementation/implementation.hpp"

namespace tic::conformance {

/// One line of PROTOCOL.mutants.
struct mutant {
    unsigned number = 0;
    std::string topic{};               ///< `prediction`
    std::string kind{};                ///< `delta+1`
    std::string path{};                ///< `Deliver.seq`
    std::vector<unsigned> versions{};  ///< empty: all
    std::string who{};                 ///< `decoder`, `encoder`, `both` alike, or `end` of a session

    /// The class it counts in. What goes wrong alike in both ends is a class of its own: only known bytes betray it.
    [[nodiscard]] std::string_view group() const { return who == "both" ? std::string_view("symmetric") : topic; }
};

/// Reads the list; false, and `wrong` (`LINE: …`), if it is none.
[[nodiscard]] bool read_mutants(std::string_view text, std::vector<mutant>& into, std::string& wrong);

enum class fate : std::uint8_t { killed, equivalent, survived, not_run };

struct mutant_result {
    const mutant* about = nullptr;
    fate is = fate::not_run;
    std::string killer{};   ///< the case that noticed
    std::string how{};      ///< what it noticed, or why nobody can
    std::size_t cases = 0;  ///< that were played
};

struct mutant_options {
    unsigned jobs = 1;
    std::chrono::milliseconds patience{2000};  ///< a longer silence is noticed too
    std::size_t most_questions = 70'000;       ///< of a proof that nothing can be noticed; 0: none is tried
};

/// Tries each mutant on the cases, those about its place first, until one notices. `start` starts the implementation
/// with faults. Nothing, and `broken`, if that cannot be done.
[[nodiscard]] std::vector<mutant_result> try_mutants(const interpreter::program& run, std::span<const mutant> all,
                                                     std::span<const test_case> cases,
                                                     const start_implementation& start, const mutant_options& options,
                                                     std::string& broken);

struct score {
    std::size_t all = 0, killed = 0, equivalent = 0, survived = 0;
    /// Of those that can be noticed.
    [[nodiscard]] double percent() const {
        return all == equivalent ? 100.0 : 100.0 * static_cast<double>(killed) / static_cast<double>(all - equivalent);
    }
    void add(fate is);
};

/// By class, and the total under "".
[[nodiscard]] std::map<std::string, score, std::less<>> score_by_group(std::span<const mutant_result> results);

}  // namespace tic::conformance
