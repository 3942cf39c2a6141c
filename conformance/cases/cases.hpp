// Tapes as what an implementation is asked and has to answer. docs/porting.md.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "conformance/cases/exchange.hpp"
#include "conformance/tape/tape.hpp"
#include "runtime/interpreter/program.hpp"

namespace tic::conformance {

/// What an implementation must support for a case.
enum class operation : std::uint8_t { decode, encode, unseal, seal, open, states };

/// One verdict's worth: a tape played in one role, a value alone one way, or one bad line.
struct test_case {
    std::string id{};  ///< `chat.ack-001/server`, `kinds-003#2/decode`, a bad line's id
    where at{};
    level weight = level::must;
    operation needs = operation::decode;
    std::vector<unsigned> versions{};  ///< that it speaks
    std::vector<exchange> exchanges{};
    const tape* from = nullptr;
    const bad* wrong = nullptr;  ///< of a bad line
};

/// All cases of a tape, in order. The tape has been proved (conformance/derive) and outlives them.
[[nodiscard]] std::vector<test_case> cases_of(const interpreter::program& run, const tape& from);

}  // namespace tic::conformance
