// What the interpreter answers where a packet cannot be read or a value cannot be written.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/tic/result.hpp"

namespace tic::interpreter {

/// Why bits are not a packet (section 9): bit, fewest further bytes (`truncated` only), path.
struct refusal {
    reason why = reason::ok;
    std::uint64_t bit = 0;
    std::uint64_t more = 0;
    std::string path{};

    bool operator==(const refusal&) const = default;
};

/// `truncated`, `bit=2`, `more=1`, `path=Ack.seq`: the words of its text form.
[[nodiscard]] std::vector<std::string> refusal_words(const refusal& why);
/// The words in one line.
[[nodiscard]] std::string refusal_text(const refusal& why);

/// Why a value cannot be written: `Ack.seq: 5 is not in 0..3`.
struct encode_error {
    std::string text{};
};

}  // namespace tic::interpreter
