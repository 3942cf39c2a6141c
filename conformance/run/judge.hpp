// Compares one answer with what was expected.
#pragma once

#include <string>
#include <string_view>

#include "conformance/run/verdict.hpp"

namespace tic::conformance {

/// An answer in its parts; `rest` is the text behind the id.
struct answer {
    std::string_view verb{};
    std::uint64_t id = 0;
    std::string_view rest{};
};

/// Splits a line; false if it is not an answer.
[[nodiscard]] bool read_answer(std::string_view line, answer& into);

/// The verdict on an answer; `why` is set unless it is a pass.
[[nodiscard]] verdict judge(const exchange& asked, const answer& got, std::string& why);

}  // namespace tic::conformance
