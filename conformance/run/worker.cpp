// Fills the window, hears answers, settles cases in order.
#include "conformance/run/worker.hpp"

#include <algorithm>
#include <utility>

namespace tic::conformance {
namespace {

// A case is settled when so many after it are done: a line too many then still finds the case that it belongs to.
constexpr std::size_t held_back = 32;
// More than this many cases are never under way, though some are never answered.
constexpr std::size_t most_under_way = 4096;

unsigned sessions_of(const test_case& about) {
    unsigned most = 0;
    for (const auto& one : about.exchanges) most = std::max(most, one.session);
    return most;
}

}  // namespace

void worker::run(std::unique_ptr<implementation> with) {
    with_ = std::move(with);
    while (!shared_.stop) {
        if (with_ == nullptr && !begin()) break;
        fill();
        failure wrong;
        if (lines_ > 0) {
            wrong = receive();
        } else {
            named_ = 0;
            wrong = dialog(*with_, shared_.limits.timeout, next_id_).barrier();
            if (!wrong) {
                settle(0);
                if (under_way_.empty() && again_.empty() && shared_.next >= shared_.cases.size()) break;
                continue;
            }
        }
        if (wrong) investigate(wrong);
        settle(held_back);
    }
    end_well(with_);
    end_well(judge_);
}

/// An implementation for what comes; gives up if there is none.
bool worker::begin() {
    std::string why;
    with_ = (*shared_.start)(why);
    if (with_ == nullptr) give_up("cannot restart the implementation: " + why);
    return with_ != nullptr;
}

const test_case* worker::next_case() {
    if (!again_.empty()) {
        const auto* first = again_.front();
        again_.pop_front();
        return first;
    }
    if (implementation::clock::now() >= shared_.until) {
        give_up("the time limit of the run is reached");
        return nullptr;
    }
    const auto at = shared_.next.fetch_add(1);
    return at < shared_.cases.size() ? shared_.cases[at] : nullptr;
}

void worker::open_case(const test_case& about) {
    auto one = spare_.empty() ? std::make_unique<active>() : std::move(spare_.back());
    if (!spare_.empty()) spare_.pop_back();
    one->result.about = &about;
    one->result.is = verdict::pass;
    one->first_id = next_id_;
    one->sessions = sessions_of(about);
    for (unsigned session = 1; session <= one->sessions; ++session) ids_.push_back({one.get(), 0});
    next_id_ += one->sessions;
    if (one->done()) ++done_;
    under_way_.push_back(std::move(one));
}

void worker::send_one(active& one) {
    const auto& next = one.result.about->exchanges[one.sent];
    std::uint64_t id = one.first_id + next.session - 1;
    if (next.session == 0) {
        id = next_id_++;
        ids_.push_back({&one, one.sent});
    }
    append_line(out_, next, id);
    out_ += '\n';
    ++one.sent;
    ++lines_;
}

/// Refills when the window is half empty, so that lines go out by the hundred.
void worker::fill() {
    if (lines_ > shared_.limits.window / 2) return;
    while (lines_ < shared_.limits.window) {
        if (sending_ == under_way_.size()) {
            if (under_way_.size() >= most_under_way) break;
            const auto* next = next_case();
            if (next == nullptr) break;
            open_case(*next);
        }
        auto& one = *under_way_[sending_];
        while (one.sent < one.result.about->exchanges.size() && lines_ < shared_.limits.window) send_one(one);
        if (one.sent == one.result.about->exchanges.size()) ++sending_;
    }
    if (out_.empty()) return;
    with_->send(out_);
    out_.clear();
}

failure worker::receive() {
    named_ = 0;
    const auto deadline = implementation::clock::now() + shared_.limits.timeout;
    const auto got = with_->receive(deadline);
    if (got.is != received::kind::line) return failure_of(got, *with_, shared_.limits.timeout);
    return take(got.text);
}

failure worker::take(std::string_view line) {
    answer got;
    if (!read_answer(line, got)) return rubbish(line, "not an answer");
    named_ = got.id;
    if (got.id < first_id_ || got.id - first_id_ >= ids_.size()) return rubbish(line, "an answer to an unknown id");
    auto& slot = ids_[got.id - first_id_];
    auto& one = *slot.by;
    const auto& exchanges = one.result.about->exchanges;
    const bool lone = got.id >= one.first_id + one.sessions;
    const auto session = lone ? 0 : static_cast<unsigned>(got.id - one.first_id) + 1;
    if (!lone)
        while (slot.at < one.sent && exchanges[slot.at].session != session) ++slot.at;
    if (slot.at >= one.sent) return rubbish(line, "one answer too many");
    take_answer(exchanges[slot.at], slot.at, got, one.result);
    slot.at = lone ? exchanges.size() : slot.at + 1;
    ++one.answered;
    --lines_;
    if (one.done()) ++done_;
    return {};
}

/// Gives away the results at the front, but keeps the last `keep` that are done.
void worker::settle(std::size_t keep) {
    while (done_ > keep && under_way_.front()->done() && sending_ > 0) {
        auto one = std::move(under_way_.front());
        under_way_.pop_front();
        --sending_;
        --done_;
        emit(one->result);
        *one = {};
        if (spare_.size() < most_under_way) spare_.push_back(std::move(one));
        for (const auto first = under_way_.empty() ? next_id_ : under_way_.front()->first_id; first_id_ < first;
             ++first_id_)
            if (!ids_.empty()) ids_.pop_front();
    }
    if (ids_.empty()) first_id_ = next_id_;
}

void worker::emit(outcome& one) {
    if (one.is == verdict::fail && shared_.limits.confirm) confirm(one);
    const std::lock_guard lock(shared_.one_at_a_time);
    if (shared_.stop && shared_.limits.stop_at_first) return;
    shared_.settled(one);
    const bool good = one.is == verdict::pass || one.is == verdict::lenient || one.is == verdict::unsupported;
    if (shared_.limits.stop_at_first && !good) shared_.stop = true;
}

/// A failure that does not come again when the case is alone is flaky: what came before it decides.
void worker::confirm(outcome& one) {
    std::string why;
    if (judge_ == nullptr) judge_ = (*shared_.start)(why);
    if (judge_ == nullptr) return;
    outcome second;
    const auto wrong = dialog(*judge_, shared_.limits.timeout, judge_id_).play(*one.about, second);
    if (wrong) judge_.reset();
    if (second.is == verdict::fail) {
        one.stderr_text = std::move(second.stderr_text);
        return;
    }
    one.why += "; repeated alone in a new process: " + std::string(name_of(second.is)) +
               (second.why.empty() ? "" : ", " + second.why);
    one.is = verdict::flaky;
}

void worker::end_well(std::unique_ptr<implementation>& which) {
    if (which == nullptr) return;
    if (shared_.stop) return which.reset();
    const auto how = which->finish();
    const auto stderr_text = which->stderr_text();
    which.reset();
    if (how.empty()) return;
    const std::lock_guard lock(shared_.one_at_a_time);
    shared_.bad_ends.push_back("after `bye` the implementation was " + how +
                               (stderr_text.empty() ? "" : ":\n" + stderr_text));
}

void worker::give_up(const std::string& why) {
    const std::lock_guard lock(shared_.one_at_a_time);
    if (shared_.abandoned.empty()) shared_.abandoned = why;
    shared_.stop = true;
}

}  // namespace tic::conformance
