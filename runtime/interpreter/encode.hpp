// Value trees to bits, from a layout alone. Language page, sections 4 to 6.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "runtime/interpreter/deviation.hpp"
#include "runtime/interpreter/memory.hpp"
#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/refusal.hpp"
#include "runtime/interpreter/value.hpp"

namespace tic::interpreter {

using encode_result = std::variant<std::vector<std::uint8_t>, encode_error>;

/// Writes one packet of a side; memory is as it was if the value cannot be written. With `wanted` one code is written
/// otherwise, for packets that are wrong on purpose.
[[nodiscard]] encode_result encode_packet(const program& run, side who, unsigned version, memory& remembered,
                                          index packet, const value& content, deviation* wanted = nullptr);

/// Writes one value of an enum, union or struct alone, with fresh memory.
[[nodiscard]] encode_result encode_type(const program& run, index type, unsigned version, const value& content,
                                        deviation* wanted = nullptr);

/// Writes sealed content of a struct or union for a version (section 5).
[[nodiscard]] encode_result seal(const program& run, index type, unsigned version, const value& content,
                                 deviation* wanted = nullptr);

}  // namespace tic::interpreter
