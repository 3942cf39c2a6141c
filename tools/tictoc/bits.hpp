// A packet bit by bit beside its fields, for `decode --bits`.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/trace.hpp"
#include "runtime/interpreter/value.hpp"

namespace tic::tool {

/// The lines of a value that was read, and behind the bytes of sealed contents the lines of what they hold. `root` is
/// the packet's name, or empty for a type alone.
std::vector<interpreter::trace_line> with_contents(const interpreter::program& run, unsigned version, index type,
                                                   const std::string& root, const interpreter::value& content,
                                                   const std::vector<interpreter::trace_line>& lines);

/// An indented line for each code: first bit, the bits, the field, the code, the value.
void print_bits(std::ostream& out, std::span<const std::uint8_t> bytes,
                const std::vector<interpreter::trace_line>& lines);

}  // namespace tic::tool
