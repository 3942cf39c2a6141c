// Plays cases to one implementation with many requests under way, and finds the case to blame when it breaks down.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "conformance/implementation/implementation.hpp"
#include "conformance/run/dialog.hpp"
#include "conformance/run/verdict.hpp"

namespace tic::conformance {

/// Limits of a run.
struct ceilings {
    std::chrono::milliseconds timeout{10'000};  ///< without any answer
    unsigned window = 256;                      ///< lines under way
    int breakdowns = 100;                ///< of the implementation before the run is aborted; a hang counts as five
    std::chrono::milliseconds whole{0};  ///< of the run; 0: none
    bool confirm = true;                 ///< failures are tried again alone
    bool stop_at_first = false;          ///< that fails
};

/// What the workers of one run share.
struct work {
    std::span<const test_case* const> cases{};
    const start_implementation* start = nullptr;
    ceilings limits{};
    implementation::clock::time_point until = implementation::clock::time_point::max();
    std::function<void(outcome&)> settled{};  ///< called by one worker at a time

    std::atomic<std::size_t> next{0};
    std::atomic<int> breakdowns_left{100};
    std::atomic<bool> stop{false};
    std::mutex one_at_a_time{};
    std::string abandoned{};              ///< why the run was stopped
    std::vector<std::string> bad_ends{};  ///< how implementations ended that should have ended well
};

class worker {
public:
    explicit worker(work& shared) : shared_(shared) {}

    /// Takes cases until none are left, or the run is given up. `with` may be an implementation that runs already.
    void run(std::unique_ptr<implementation> with);

private:
    struct active {
        outcome result{};
        std::uint64_t first_id = 0;
        unsigned sessions = 0;  ///< ids of sessions come first
        unsigned lone = 0;      ///< ids given to exchanges of no session
        std::size_t sent = 0;
        std::size_t answered = 0;
        [[nodiscard]] bool done() const { return answered == result.about->exchanges.size(); }
    };
    struct asked {
        active* by = nullptr;
        std::size_t at = 0;  ///< the exchange that is answered next
    };

    bool begin();
    void fill();
    [[nodiscard]] const test_case* next_case();
    void send_one(active& one);
    void open_case(const test_case& about);
    failure receive();
    failure take(std::string_view line);
    void settle(std::size_t keep);
    void emit(outcome& one);
    void confirm(outcome& one);
    void investigate(const failure& what);
    [[nodiscard]] std::deque<active*> suspects();
    [[nodiscard]] bool blame(active& one, bool fresh);
    void requeue();
    void give_up(const std::string& why);
    void end_well(std::unique_ptr<implementation>& which);

    work& shared_;
    std::unique_ptr<implementation> with_;
    std::unique_ptr<implementation> judge_;          ///< tries failures again, alone
    std::deque<const test_case*> again_;             ///< were under way when another case broke the implementation
    std::deque<std::unique_ptr<active>> under_way_;  ///< in order, the done among them too
    std::vector<std::unique_ptr<active>> spare_;
    std::deque<asked> ids_;
    std::uint64_t first_id_ = 1;  ///< of ids_
    std::uint64_t next_id_ = 1;
    std::uint64_t judge_id_ = 1;
    std::size_t lines_ = 0;    ///< under way
    std::size_t done_ = 0;     ///< of under_way_
    std::size_t sending_ = 0;  ///< of under_way_: not wholly sent yet
    std::uint64_t named_ = 0;  ///< the id that the last rubbish named
    std::string out_;
};

}  // namespace tic::conformance
