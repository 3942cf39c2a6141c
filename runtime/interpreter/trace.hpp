// A listener that hears every code as it is read, for tables of bits.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace tic::interpreter {

/// One code that was read: where, what it is (`tag`, `presence`, `is`, `same`, `rank`, `residual`, `length`, `count`,
/// `value`, `bytes`, `fill`, `version`), its bits, and what it says.
struct trace_line {
    std::string path{};
    std::string_view what{};
    std::uint64_t first_bit = 0;
    std::uint64_t bit_count = 0;
    std::string text{};
};

using trace_sink = std::function<void(const trace_line&)>;

}  // namespace tic::interpreter
