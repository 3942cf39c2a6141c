// Deals mutants to workers, each with an implementation of its own.
#include <atomic>
#include <mutex>
#include <thread>

#include "conformance/mutants/order.hpp"
#include "conformance/mutants/proof.hpp"

namespace tic::conformance {
namespace {

struct shared_work {
    const interpreter::program& run;
    std::span<const test_case> cases;
    const mutant_options& options;
    const start_implementation& start;
    case_order order;
    std::vector<mutant_result> results;
    std::mutex one_at_a_time{};
    std::atomic<std::size_t> next{0};
    std::string broken{};
};

void try_one(shared_work& all, mutant_result& result, bench& with, std::string& broken) {
    const std::vector<std::uint32_t>* order = nullptr;
    {
        const std::lock_guard hold(all.one_at_a_time);
        order = &all.order.of(*result.about);
    }
    if (!with.turn_on(result.about->number, broken)) return;
    outcome got;
    for (const std::uint32_t i : *order) {
        ++result.cases;
        if (with.passes(all.cases[i], got)) continue;
        result.is = fate::killed;
        result.killer = all.cases[i].id;
        result.how = got.why;
        return;
    }
    result.is = fate::survived;
    if (all.options.most_questions == 0) return;
    result.how = prove_equivalent(all.run, *result.about, with, all.options.most_questions);
    if (!result.how.empty()) result.is = fate::equivalent;
}

void work_on(shared_work& all) {
    bench with(all.start, all.options.patience);
    for (std::size_t i = all.next++; i < all.results.size(); i = all.next++) {
        std::string broken;
        try_one(all, all.results[i], with, broken);
        if (broken.empty()) continue;
        const std::lock_guard hold(all.one_at_a_time);
        all.broken = broken;
        all.next = all.results.size();
    }
}

}  // namespace

std::vector<mutant_result> try_mutants(const interpreter::program& run, std::span<const mutant> all,
                                       std::span<const test_case> cases, const start_implementation& start,
                                       const mutant_options& options, std::string& broken) {
    shared_work work{run, cases, options, start, case_order(run, cases), std::vector<mutant_result>(all.size())};
    for (std::size_t i = 0; i < all.size(); ++i) work.results[i].about = &all[i];
    std::vector<std::thread> workers;
    for (unsigned i = 1; i < options.jobs; ++i) workers.emplace_back([&work] { work_on(work); });
    work_on(work);
    for (auto& each : workers) each.join();
    broken = work.broken;
    return std::move(work.results);
}

}  // namespace tic::conformance
