// When an implementation breaks down with many cases under way: the one that does it is found by running them one by
// one.
#include <algorithm>

#include "conformance/run/worker.hpp"

namespace tic::conformance {

/// The named one, those not answered in order, then those answered last.
std::deque<worker::active*> worker::suspects() {
    std::deque<active*> all;
    for (const auto& one : under_way_)
        if (one->sent > 0 && !one->done()) all.push_back(one.get());
    for (auto at = under_way_.rbegin(); at != under_way_.rend(); ++at)
        if ((*at)->done()) all.push_back(at->get());
    if (named_ >= first_id_ && named_ - first_id_ < ids_.size()) {
        auto* named = ids_[named_ - first_id_].by;
        std::erase(all, named);
        all.push_front(named);
    }
    return all;
}

/// Plays a suspect alone; true if it is the one, its verdict being set. `fresh`: nothing was played to the
/// implementation yet.
bool worker::blame(active& one, bool fresh) {
    outcome alone;
    const auto wrong = dialog(*with_, shared_.limits.timeout, next_id_).play(*one.result.about, alone);
    if (!wrong) {
        one.result = std::move(alone);
        return false;
    }
    with_.reset();
    if (!fresh) {
        // What was played before may have had a part in it.
        outcome again;
        if (begin() && !dialog(*with_, shared_.limits.timeout, next_id_).play(*one.result.about, again)) {
            alone.is = verdict::flaky;
            alone.why += "; not reproduced in a new process";
        }
        with_.reset();
    }
    one.result = std::move(alone);
    return true;
}

void worker::investigate(const failure& what) {
    const auto all = suspects();
    const auto stderr_text = with_->stderr_text();
    with_.reset();
    const int price = what.is == failure::kind::timeout ? 5 : 1;
    const bool last_one = shared_.breakdowns_left.fetch_sub(price) <= price;
    if (!begin()) return requeue();
    active* found = nullptr;
    std::vector<active*> tried;
    for (auto* one : all) {
        tried.push_back(one);
        if (blame(*one, tried.size() == 1)) found = one;
        if (found != nullptr || shared_.stop) break;
    }
    if (found == nullptr && !all.empty() && !shared_.stop) {
        auto& first = all.front()->result;
        first.is = verdict::flaky;
        first.why =
            what.why + ", with " + std::to_string(all.size()) + " cases in flight, but not when they ran one by one";
        first.stderr_text = stderr_text;
    }
    for (auto* one : tried) one->sent = one->answered = one->result.about->exchanges.size();
    requeue();
    if (last_one) give_up("the implementation broke down too often");
}

/// What was under way and has no result is asked again; what has one is settled.
void worker::requeue() {
    std::deque<const test_case*> rest;
    std::deque<std::unique_ptr<active>> kept;
    for (auto& one : under_way_) {
        if (one->done())
            kept.push_back(std::move(one));
        else
            rest.push_back(one->result.about);
    }
    again_.insert(again_.begin(), rest.begin(), rest.end());
    for (auto& one : kept) emit(one->result);
    under_way_.clear();
    ids_.clear();
    first_id_ = next_id_;
    lines_ = sending_ = done_ = 0;
    out_.clear();
}

}  // namespace tic::conformance
