// Greets, checks, starts the workers, counts.
#include "conformance/run/run.hpp"

#include <algorithm>
#include <exception>
#include <thread>

#include "conformance/run/hello.hpp"

namespace tic::conformance {
namespace {

using std::chrono::duration;

/// An implementation that has answered `hello` well; or nothing, and why.
std::unique_ptr<implementation> greet(const start_implementation& start, const layout& plan,
                                      std::chrono::milliseconds patience, greeting& told, std::string& why) {
    auto with = start(why);
    if (with == nullptr) return nullptr;
    std::uint64_t id = 1;
    dialog first(*with, patience, id);
    why = ask_hello(first, plan, told);
    if (why.empty()) return with;
    const auto stderr_text = with->stderr_text();
    if (!stderr_text.empty()) why += "\nit wrote:\n" + stderr_text;
    return nullptr;
}

class whole_run {
public:
    whole_run(run_input& input, const start_implementation& start, const run_options& options, listener& to)
        : input_(input), options_(options), to_(to) {
        greet_ = greeted(*input.plan, start, options.limits.timeout);
        start_ = &start;
    }

    run_result operator()();

private:
    [[nodiscard]] std::string prepare();
    void play();
    void settle(outcome& one);
    void sort_out_unsupported();
    void finish();

    run_input& input_;
    const run_options& options_;
    listener& to_;
    const start_implementation* start_ = nullptr;
    start_implementation greet_{};
    greeting told_{};
    std::vector<const test_case*> able_{};
    run_result result_{};
};

std::string whole_run::prepare() {
    std::string why;
    if (greet(*start_, *input_.plan, options_.limits.timeout, told_, why) == nullptr) return why;
    for (const auto* one : input_.selected)
        if (lacking(told_, *one).empty()) able_.push_back(one);
    if (able_.empty())
        return "the implementation supports none of the " + std::to_string(input_.selected.size()) +
               " cases: it lacks " + lacking(told_, *input_.selected.front());
    return options_.check_first ? check_honesty(greet_, options_.limits.timeout, told_, input_.all) : std::string();
}

void whole_run::settle(outcome& one) {
    auto& end = result_.end;
    const bool bad = one.is != verdict::pass && one.is != verdict::lenient;
    one.unexpected = bad && one.about->weight <= options_.weight;
    if (one.is == verdict::unsupported) {
        const auto lacks = lacking(told_, *one.about);
        if (!lacks.empty()) one.unexpected = false;  // `hello` declared it
        const auto& what = lacks.empty() ? one.why : lacks;
        if (std::ranges::find(end.unsupported, what) == end.unsupported.end()) end.unsupported.push_back(what);
        one.why =
            lacks.empty() ? one.why + ", although `hello` lists it" : "the implementation does not support " + lacks;
    }
    if (bad && one.is != verdict::unsupported && input_.describe) input_.describe(one);
    if (input_.expected != nullptr) input_.expected->weigh(one);
    ++end.count[static_cast<std::size_t>(one.is)];
    end.unexpected += one.unexpected ? 1U : 0U;
    to_.settled(one);
}

void whole_run::sort_out_unsupported() {
    for (const auto* one : input_.selected) {
        if (lacking(told_, *one).empty()) continue;
        outcome none;
        none.about = one;
        none.is = verdict::unsupported;
        settle(none);
    }
}

void whole_run::play() {
    work shared;
    shared.cases = able_;
    shared.start = &greet_;
    shared.limits = options_.limits;
    shared.breakdowns_left = options_.limits.breakdowns;
    if (options_.limits.whole.count() > 0) shared.until = implementation::clock::now() + options_.limits.whole;
    shared.settled = [this](outcome& one) { settle(one); };
    const auto work_on = [&shared] {
        try {
            worker(shared).run(nullptr);
        } catch (const std::exception& wrong) {
            const std::lock_guard lock(shared.one_at_a_time);
            shared.abandoned = std::string("internal error of the runner: ") + wrong.what();
            shared.stop = true;
        }
    };
    std::vector<std::thread> others;
    for (unsigned i = 1; i < options_.jobs; ++i) others.emplace_back(work_on);
    work_on();
    for (auto& one : others) one.join();
    result_.end.abandoned = shared.abandoned;
    result_.end.complaints = std::move(shared.bad_ends);
}

void whole_run::finish() {
    auto& end = result_.end;
    if (input_.expected != nullptr)
        for (auto& line : input_.expected->stale()) end.complaints.push_back(std::move(line));
    std::size_t ran = 0;
    for (const auto count : end.count) ran += count;
    end.count[static_cast<std::size_t>(verdict::not_run)] = input_.all.size() - ran;
    std::ranges::sort(end.unsupported);
}

run_result whole_run::operator()() {
    const auto began = implementation::clock::now();
    result_.broken = prepare();
    if (!result_.broken.empty()) return std::move(result_);
    to_.begins(
        {std::string(input_.plan->protocol), told_.name, input_.selected.size(), input_.all.size(), options_.seed});
    sort_out_unsupported();
    play();
    finish();
    result_.end.seconds = duration<double>(implementation::clock::now() - began).count();
    to_.ends(result_.end);
    return std::move(result_);
}

}  // namespace

run_result run(run_input input, const start_implementation& start, const run_options& options, listener& to) {
    if (options.seed != 0) shuffle(input.selected, options.seed);
    return whole_run(input, start, options, to)();
}

start_implementation greeted(const layout& plan, const start_implementation& start,
                             std::chrono::milliseconds patience) {
    return [&plan, start, patience](std::string& why) {
        greeting told;
        return greet(start, plan, patience, told, why);
    };
}

int exit_code_of(const run_result& from) {
    if (!from.broken.empty() || !from.end.abandoned.empty()) return 3;
    std::size_t ran = 0;
    for (std::size_t i = 0; i < verdict_count; ++i)
        if (i != static_cast<std::size_t>(verdict::not_run) && i != static_cast<std::size_t>(verdict::unsupported))
            ran += from.end.count[i];
    if (ran == 0) return 3;
    return from.end.unexpected > 0 || !from.end.complaints.empty() ? 1 : 0;
}

bool in_shard(std::string_view id, unsigned part, unsigned parts) {
    std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
    for (const char c : id) hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001b3;
    return (hash ^ hash >> 32U) % parts == part - 1;
}

void shuffle(std::vector<const test_case*>& cases, std::uint64_t seed) {
    // splitmix64 and Fisher-Yates: std::shuffle's order is left to each library.
    const auto next = [&seed] {
        std::uint64_t z = seed += 0x9e3779b97f4a7c15;
        z = (z ^ z >> 30U) * 0xbf58476d1ce4e5b9;
        z = (z ^ z >> 27U) * 0x94d049bb133111eb;
        return z ^ z >> 31U;
    };
    for (std::size_t i = cases.size(); i > 1; --i) std::swap(cases[i - 1], cases[next() % i]);
}

}  // namespace tic::conformance
