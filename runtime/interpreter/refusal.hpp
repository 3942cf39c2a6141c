// What the interpreter answers where a packet cannot be read or a value cannot be written.
#pragma once

#include <cstdint>
#include <string>

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

/// Why a value cannot be written: `Ack.seq: 5 is not in 0..3`.
struct encode_error {
    std::string text{};
};

}  // namespace tic::interpreter
