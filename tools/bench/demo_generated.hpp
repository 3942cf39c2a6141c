// The demo's part in generated C++: the build compiles workload.tic.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace demo {

struct generated_run {
    std::string difference;  // empty: the same bytes and the same values
    double encode_seconds = 0, decode_seconds = 0;
};

/// Decodes the packets of one session, compares each with its line of JSON, and encodes what was read to the same
/// bytes.
[[nodiscard]] generated_run run_generated(std::span<const std::vector<std::uint8_t>> packets,
                                          std::span<const std::string> lines);

}  // namespace demo
