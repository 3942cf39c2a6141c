// Keeps one implementation and its fault.
#include "conformance/mutants/bench.hpp"

namespace tic::conformance {

bool bench::begin(std::string& broken) {
    // Cases that were noticed leave their connections open, so an implementation is not kept for ever.
    constexpr unsigned most_turns = 50;
    if (with_ != nullptr && turns_ < most_turns) return true;
    if (with_ != nullptr) with_->finish();
    with_ = start_(broken);
    turns_ = 0;
    return with_ != nullptr;
}

bool bench::turn_on(unsigned fault, std::string& broken) {
    if (!begin(broken)) return false;
    ++turns_;
    fault_ = fault;
    const auto id = std::to_string(next_id_++);
    std::string got;
    if (const auto wrong = dialog(*with_, patience_, next_id_).ask("mutant " + id + ' ' + std::to_string(fault), got)) {
        broken = wrong.why;
        return false;
    }
    if (got == "ok " + id) return true;
    broken = "the implementation does not turn on fault " + std::to_string(fault) + ": `" + got.substr(0, 100) +
             "`; was it made with --mutants from this schema?";
    return false;
}

bool bench::passes(const test_case& about, outcome& got) {
    std::string broken;
    if (with_ == nullptr && !turn_on(fault_, broken)) return false;
    if (dialog(*with_, patience_, next_id_).play(about, got)) with_.reset();
    return got.is == verdict::pass || got.is == verdict::lenient;
}

std::string bench::ask(const std::string& verb, const std::string& request) {
    std::string broken;
    if (with_ == nullptr && !turn_on(fault_, broken)) return {};
    const auto id = std::to_string(next_id_++);
    std::string got;
    if (dialog(*with_, patience_, next_id_).ask(verb + ' ' + id + ' ' + request, got)) {
        with_.reset();
        return {};
    }
    const auto at = got.find(' ' + id);
    return at == std::string::npos ? got : got.erase(at, id.size() + 1);
}

}  // namespace tic::conformance
