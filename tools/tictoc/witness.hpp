// Searches for bits that two schemas read differently.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/interpreter/program.hpp"

namespace tic::tool {

/// What is compared: the packets of the sessions in one version, or types alone by their names.
struct comparison {
    const interpreter::program& before;
    const interpreter::program& after;
    unsigned version = 1;
    std::vector<std::string> types;  // empty: the session's packets
};

struct witness {
    std::string what;                  // `client packet` or `Body`
    std::vector<std::string> earlier;  // in hex, the packets before it in the same session
    std::string hex;
    std::string old_reads;  // JSON or `refused …`
    std::string new_reads;
};

/// The same answer on every run. Names that only one of the two has count as renamed, not as read differently.
[[nodiscard]] std::optional<witness> find_witness(const comparison& of);

}  // namespace tic::tool
