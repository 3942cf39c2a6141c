// Steps and bad lines in session order, so that no prefix is played twice.
#include "conformance/derive/check.hpp"

#include <algorithm>

#include "conformance/derive/derive.hpp"
#include "conformance/tape/play.hpp"
#include "conformance/values/members.hpp"

namespace tic::conformance {

namespace {

std::string hex(const std::vector<std::uint8_t>& bytes) {
    std::string text;
    append_hex(text, bytes);
    return text.size() <= 80 ? text : text.substr(0, 77) + "...";
}

/// What is wrong with a bad line at its step, or nothing; what it leaves open is filled in.
std::string check_bad(const interpreter::program& run, const interpreter::session& at, const step& good, bad& wrong) {
    if (wrong.expects_error) {
        const auto got = derive_error(run, at, good, wrong.what);
        if (const auto* why = std::get_if<std::string>(&got)) return *why;
        return wrong.bytes.empty() ? "" : "an encoder is asked, so no bytes stand here";
    }
    auto got = derive(run, at, good, wrong.what);
    if (const auto* why = std::get_if<std::string>(&got)) return *why;
    derived& made = std::get<derived>(got);
    const bool is_same = wrong.tells_where ? made.refused == wrong.refused : made.refused.why == wrong.refused.why;
    if (!is_same) {
        return "it is refused as " + interpreter::refusal_text(made.refused) + ", the line expects " +
               (wrong.tells_where ? interpreter::refusal_text(wrong.refused) : std::string(name_of(wrong.refused.why)));
    }
    // An empty packet is what `cut 0` leaves.
    if (!wrong.bytes.empty() && wrong.bytes != made.bytes)
        return "the change makes the bytes " + hex(made.bytes) +
               ", here stand others; remove them and let `tictoc conform fmt` write them";
    wrong.refused = std::move(made.refused);
    wrong.tells_where = true;
    wrong.bytes = std::move(made.bytes);
    return {};
}

}  // namespace

bool check_tape(tape& of, std::vector<problem>& problems) {
    if (of.run == nullptr) return false;
    const std::size_t before = problems.size();
    std::vector<bad*> waiting;
    for (bad& each : of.bads) waiting.push_back(&each);
    std::ranges::stable_sort(waiting, {}, &bad::step);
    player playing(of);
    auto next = waiting.begin();
    for (; next != waiting.end() && (*next)->step == 0; ++next) {
        const std::string wrong = check_bad(*of.run, playing.at(0), step_of(of, **next), **next);
        if (!wrong.empty()) problems.push_back({(*next)->at, wrong});
    }
    for (unsigned number = 1; number <= of.steps.size(); ++number) {
        step& good = of.steps[number - 1];
        const interpreter::session& at = playing.at(good.connection);
        const auto end = std::find_if(next, waiting.end(), [&](const bad* each) { return each->step != number; });
        const interpreter::session held = next == end ? interpreter::session(*of.run, good.version) : at;
        if (!playing.play(good, problems)) return false;
        for (; next != end; ++next) {
            const bool is_behind = (*next)->what.is == change_kind::then;
            const std::string wrong = check_bad(*of.run, is_behind ? at : held, good, **next);
            if (!wrong.empty()) problems.push_back({(*next)->at, wrong});
        }
    }
    return problems.size() == before;
}

bool check_tapes(std::vector<tape_file>& files, std::vector<problem>& problems) {
    const std::size_t before = problems.size();
    check_ids(files, problems);
    for (tape_file& file : files)
        for (tape& each : file.tapes) check_tape(each, problems);
    return problems.size() == before;
}

}  // namespace tic::conformance
