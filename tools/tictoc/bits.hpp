// A packet bit by bit beside its fields, for `decode --bits`.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <span>
#include <vector>

#include "runtime/interpreter/trace.hpp"

namespace tic::tool {

/// One indented line a code: first bit, the bits, the field, what the code is, what it says.
void print_bits(std::ostream& out, std::span<const std::uint8_t> bytes,
                const std::vector<interpreter::trace_line>& lines);

}  // namespace tic::tool
