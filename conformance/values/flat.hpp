// Values as the lines of an implementation say them: `.chat=5 .seq=1`. docs/porting.md, section "Values".
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/value.hpp"

namespace tic::conformance {

/// VALUES of an enum, union or struct (a packet's too), in the order of the schema; empty if it has no fields.
/// Sealed content that is open is sealed for it, and so must be writable.
[[nodiscard]] std::string write_flat(const interpreter::program& run, index type, unsigned version,
                                     const interpreter::value& content);
void append_flat(std::string& out, const interpreter::program& run, index type, unsigned version,
                 const interpreter::value& content);

/// Reads VALUES in any order and any spelling that means the same; or what is wrong. Domains are not checked: a
/// value that cannot be is one that differs. Sealed content stays unopened.
[[nodiscard]] std::variant<interpreter::value, std::string> read_flat(const interpreter::program& run, index type,
                                                                      unsigned version, std::string_view text);

/// Whether a value that `read_flat` gave is the one expected, in all that the version sends; floats by their bits.
[[nodiscard]] bool same_value(const interpreter::program& run, index type, unsigned version,
                              const interpreter::value& wanted, const interpreter::value& got);

}  // namespace tic::conformance
