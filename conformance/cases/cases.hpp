// Tapes as what an implementation is asked and has to answer. docs/porting.md.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "conformance/tape/tape.hpp"
#include "runtime/interpreter/program.hpp"

namespace tic::conformance {

/// What an implementation must know for a request.
enum class operation : std::uint8_t { decode, encode, unseal, seal, open, states };

/// One line to an implementation and the one that must come back; `ID` is put in by whoever asks. Sessions of a case
/// have small numbers of their own, which are made ids too.
struct exchange {
    std::string verb{};      ///< `receive`
    unsigned session = 0;    ///< exchanges of one session share an id; 0: an id of its own
    std::string request{};   ///< behind the id
    std::string answer{};    ///< the verb of the answer: `ok`, `refuse`, `error`
    std::string expected{};  ///< behind the id; of `error` nothing is expected
    unsigned step = 0;       ///< of the tape, from 1; 0: none
};

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
