// An implementation that is asked one request at a time: hello, the self-check, and cases repeated alone.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "conformance/implementation/implementation.hpp"
#include "conformance/run/judge.hpp"
#include "conformance/run/verdict.hpp"

namespace tic::conformance {

/// Why an implementation cannot be asked further: it ended, it is silent, or its output is no answer.
struct failure {
    enum class kind : std::uint8_t { none, crash, timeout, rubbish };
    kind is = kind::none;
    std::string why{};

    [[nodiscard]] explicit operator bool() const { return is != kind::none; }
};

[[nodiscard]] verdict verdict_of(const failure& wrong);
/// The failure that is behind anything but a line; ends the implementation to learn how it ended.
[[nodiscard]] failure failure_of(const received& got, implementation& from, std::chrono::milliseconds patience);
/// The failure of a line that answers no request.
[[nodiscard]] failure rubbish(std::string_view line, std::string_view why);

class dialog {
public:
    /// Ids are taken from `next_id` on.
    dialog(implementation& with, std::chrono::milliseconds patience, std::uint64_t& next_id)
        : with_(&with), patience_(patience), next_id_(&next_id) {}

    /// Sends a line, given without its end, and stores the next line that comes; or why none came.
    failure ask(std::string_view line, std::string& got);
    /// Plays a case and waits until no more answers can come; a failure is in the outcome too.
    failure play(const test_case& about, outcome& into);
    /// Sends an unknown request: any line before its answer is unsolicited.
    failure barrier();

private:
    implementation* with_;
    std::chrono::milliseconds patience_;
    std::uint64_t* next_id_;
};

/// The line of an exchange, without its end, added to `out`.
void append_line(std::string& out, const exchange& one, std::uint64_t id);

/// Takes one answer into the outcome of a case: the first that is wrong decides.
void take_answer(const exchange& asked, std::size_t at, const answer& got, outcome& into);

}  // namespace tic::conformance
