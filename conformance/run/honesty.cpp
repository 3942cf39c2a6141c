// The self-check: the implementation passes, refuses, and answers `unsupported`; and the runner can fail a case.
#include <algorithm>

#include "conformance/run/hello.hpp"

namespace tic::conformance {
namespace {

// Cases that are tried before the self-check fails.
constexpr std::size_t most_tried = 200;

/// Whether the answer that is expected holds more than `ok`.
bool has_content(const exchange& one) {
    std::string expected;
    append_expected(expected, one);
    return !expected.empty();
}

bool is_good(const test_case& one) {
    return one.wrong == nullptr &&
           std::ranges::all_of(one.exchanges, [](const auto& e) { return e.answer == answer_kind::ok; }) &&
           std::ranges::any_of(one.exchanges, has_content);
}

bool is_bad(const test_case& one) {
    return one.needs != operation::states &&
           std::ranges::any_of(one.exchanges, [](const auto& e) { return e.answer == answer_kind::refuse; });
}

/// A good case made bad: a byte behind a value alone, or a packet of a session without its last byte.
bool spoil(const test_case& good, test_case& into) {
    into = good;
    for (std::size_t i = 0; i < into.exchanges.size(); ++i) {
        auto& one = into.exchanges[i];
        const bool alone = one.asks == verb::decode || one.asks == verb::unseal;
        if (!alone && (one.asks != verb::receive || one.bytes.size() < 2 || one.values.empty())) continue;
        exchange refused = one;
        if (alone) {
            refused.bytes.push_back(0);
        } else {
            one.bytes.pop_back();
            one.values.clear();
            refused = {.asks = verb::end, .session = one.session};
        }
        refused.answer = answer_kind::refuse;
        refused.refused = {{.why = alone ? reason::trailing : reason::truncated}, false};
        into.exchanges.resize(alone ? i : i + 1);
        into.exchanges.push_back(std::move(refused));
        return true;
    }
    return false;
}

/// The last answer with content is expected otherwise.
test_case made_wrong(const test_case& good) {
    auto wrong = good;
    for (auto at = wrong.exchanges.rbegin(); at != wrong.exchanges.rend(); ++at) {
        if (!has_content(*at)) continue;
        if (at->asks_for_bytes())
            at->bytes.push_back(0);
        else
            at->values.clear();
        if (at->asks == verb::unseal) ++at->version;
        break;
    }
    return wrong;
}

bool refused(const outcome& got) {
    return got.is == verdict::pass || got.is == verdict::lenient || got.got.starts_with("refuse ");
}

bool passed(const outcome& got) { return got.is == verdict::pass || got.is == verdict::lenient; }

/// Plays cases one at a time, in a new instance after a breakdown.
class trial {
public:
    trial(const start_implementation& start, std::chrono::milliseconds patience) : start_(start), patience_(patience) {}

    /// The first case for which `holds` is true; null if there is none, and then `said` describes the first that
    /// failed.
    template <class Choose>
    const test_case* first(const std::vector<const test_case*>& some, Choose&& holds) {
        said = {};
        for (std::size_t i = 0; i < std::min(some.size(), most_tried) && ready(); ++i) {
            outcome got;
            if (dialog(*with_, patience_, next_id_).play(*some[i], got)) {
                with_.reset();
                if (++broken_ >= most_broken) said = "the implementation broke down too often, last in ";
                if (broken_ >= most_broken || said.empty()) said += some[i]->id + ": " + got.why;
                continue;
            }
            if (holds(got)) return some[i];
            if (said.empty()) said = some[i]->id + ": " + (got.why.empty() ? "accepted" : got.why);
        }
        return nullptr;
    }
    /// Why an invented request is not answered as it must be.
    std::string invented() {
        if (!ready()) return said;
        return dialog(*with_, patience_, next_id_).barrier().why;
    }
    /// Whether the case fails.
    bool fails(const test_case& one) {
        outcome got;
        return ready() && !dialog(*with_, patience_, next_id_).play(one, got) && got.is == verdict::fail;
    }

    std::string said{};

private:
    bool ready() {
        if (with_ == nullptr && broken_ < most_broken) with_ = start_(said);
        return with_ != nullptr;
    }

    static constexpr unsigned most_broken = 5;
    const start_implementation& start_;
    std::chrono::milliseconds patience_;
    std::unique_ptr<implementation> with_;
    std::uint64_t next_id_ = 1;
    unsigned broken_ = 0;
};

}  // namespace

std::string check_honesty(const start_implementation& start, std::chrono::milliseconds patience, const greeting& told,
                          std::span<const test_case* const> all) {
    std::vector<const test_case*> good;
    std::vector<const test_case*> bad;
    for (const auto* one : all) {
        if (!lacking(told, *one).empty()) continue;
        if (is_good(*one)) good.push_back(one);
        if (is_bad(*one)) bad.push_back(one);
    }
    trial with(start, patience);
    if (auto wrong = with.invented(); !wrong.empty()) return wrong;
    const auto* sound = with.first(good, passed);
    if (!good.empty() && sound == nullptr) return "no good case passes; " + with.said;

    std::vector<test_case> spoilt;
    for (const auto* one : good)
        if (test_case broken; bad.empty() && spoilt.size() < most_tried && spoil(*one, broken))
            spoilt.push_back(std::move(broken));
    for (const auto& one : spoilt) bad.push_back(&one);
    if (!bad.empty() && with.first(bad, refused) == nullptr) return "no bad packet is refused; " + with.said;
    if (sound != nullptr && !with.fails(made_wrong(*sound)))
        return "a wrong expectation did not make " + sound->id + " fail";
    return {};
}

}  // namespace tic::conformance
