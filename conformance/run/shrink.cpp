// Tries smaller tapes one by one; the interpreter decides which of them are valid.
#include "conformance/run/shrink.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "conformance/run/dialog.hpp"
#include "conformance/tape/play.hpp"
#include "runtime/interpreter/text.hpp"

namespace tic::conformance {
namespace {

// Each try asks the implementation a whole conversation.
constexpr unsigned most_tries = 1000;
// An implementation that must be started anew after each try is dear.
constexpr unsigned most_starts = 200;

class shrinker {
public:
    shrinker(const outcome& failed, const start_implementation& start, std::chrono::milliseconds patience)
        : failed_(failed), start_(start), patience_(patience), best_(*failed.about->from) {}

    std::optional<tape> operator()();

private:
    bool keep_if_it_fails(tape smaller);
    [[nodiscard]] bool fails(const test_case& about);
    void drop_steps();
    void simplify(std::size_t step);
    void shorten(std::size_t step, index member, const node& at);

    const outcome& failed_;
    const start_implementation& start_;
    std::chrono::milliseconds patience_;
    tape best_;
    std::unique_ptr<implementation> with_{};
    std::uint64_t next_id_ = 1;
    unsigned tries_ = 0, starts_ = 0;
};

bool shrinker::fails(const test_case& about) {
    std::string why;
    if (with_ == nullptr && ++starts_ <= most_starts) with_ = start_(why);
    if (with_ == nullptr) return false;
    outcome got;
    if (dialog(*with_, patience_, next_id_).play(about, got)) with_.reset();
    return got.is == failed_.is;
}

/// Keeps the tape if it is valid and its case of the same kind fails.
bool shrinker::keep_if_it_fails(tape smaller) {
    if (smaller.steps.empty() || ++tries_ > most_tries) return false;
    for (auto& one : smaller.steps) {
        one.bytes.clear();
        one.bound.clear();
        one.group = 0;
    }
    std::vector<problem> problems;
    if (!play_tape(smaller, problems)) return false;
    const auto& id = failed_.about->id;
    const auto kind = id.substr(id.rfind('/'));
    for (const auto& made : cases_of(*smaller.run, smaller))
        if (made.id.ends_with(kind) && fails(made)) {
            best_ = std::move(smaller);
            return true;
        }
    return false;
}

/// Halves first, then smaller pieces, from the end: what comes behind the fault goes at once.
void shrinker::drop_steps() {
    for (std::size_t piece = std::max<std::size_t>(best_.steps.size() / 2, 1); piece > 0; piece /= 2)
        for (std::size_t end = best_.steps.size(); end > 0; end -= std::min(end, piece)) {
            if (end > best_.steps.size()) continue;
            auto smaller = best_;
            const auto last = smaller.steps.begin() + static_cast<std::ptrdiff_t>(end);
            smaller.steps.erase(last - static_cast<std::ptrdiff_t>(std::min(end, piece)), last);
            keep_if_it_fails(std::move(smaller));
        }
}

void shrinker::shorten(std::size_t step, index member, const node& at) {
    const bool is_list = at.operation == op::list;
    if (!is_list && at.operation != op::bytes && at.operation != op::utf8 && at.operation != op::text) return;
    for (;;) {
        auto smaller = best_;
        auto& there = smaller.steps[step].content->items[member];
        const auto length = is_list ? there.items.size() : there.bytes.size();
        const auto half = std::max<std::size_t>(length / 2, at.low);
        if (half >= length) return;
        if (is_list)
            there.items.resize(half);
        else
            there.bytes.resize(half);
        if (!keep_if_it_fails(std::move(smaller))) return;
    }
}

void shrinker::simplify(std::size_t step) {
    const auto& plan = best_.run->plan();
    const auto first = best_.steps[step];  // a copy: the best changes below
    if (first.is == step_kind::quiet) return;
    const auto type = type_of(*best_.run, first);
    if (plan.types[type].kind != type_kind::structure) return;
    for (const auto& at : plan.fields(first.version, type)) {
        const auto member = interpreter::ordinal_of(plan, type, at.member);
        auto simple = interpreter::default_of(plan, at);
        if (at.operation == op::list && !at.optional)
            simple.items.resize(at.low, interpreter::default_of(plan, plan.nodes[at.element]));
        if (at.operation != op::list && at.operation != op::number && !at.optional) simple.bytes.resize(at.low, 'a');
        auto smaller = best_;
        auto& there = smaller.steps[step].content->items[member];
        if (there == simple) continue;
        there = std::move(simple);
        if (!keep_if_it_fails(std::move(smaller))) shorten(step, member, at);
    }
}

std::optional<tape> shrinker::operator()() {
    if (failed_.about->wrong != nullptr) return std::nullopt;
    auto start = best_;
    start.bads.clear();
    start.fingerprint.reset();
    // Of values alone one is what it is about.
    if (failed_.about->needs != operation::open) {
        const auto only = start.steps[failed_.about->exchanges.front().step - 1];
        start.steps = {only};
    }
    if (!keep_if_it_fails(std::move(start))) return std::nullopt;
    drop_steps();
    for (std::size_t i = 0; i < best_.steps.size(); ++i) simplify(i);
    return std::move(best_);
}

}  // namespace

std::optional<tape> shrink(const outcome& failed, const start_implementation& start,
                           std::chrono::milliseconds patience) {
    if (failed.about->from == nullptr || failed.about->exchanges.empty()) return std::nullopt;
    return shrinker(failed, start, patience)();
}

}  // namespace tic::conformance
