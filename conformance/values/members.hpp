// Members of types by name, and the scalars that both text forms spell alike.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/value.hpp"
#include "runtime/tic/hex.hpp"

namespace tic::conformance {

/// The layout of an arm or field in a version; of one that is dead there, in a version in which it lives.
[[nodiscard]] const node* member_node(const layout& plan, unsigned version, index type, std::uint64_t ordinal);
/// The ordinal of a declared member.
[[nodiscard]] std::optional<std::uint64_t> find_member(const layout& plan, index type, std::string_view name);
/// A lone value of a type as if it were a field's.
[[nodiscard]] node node_of(const layout& plan, index type);

/// `, did you mean `seq`?` where a member of the type is near, or what there is.
[[nodiscard]] std::string nearest_member(const layout& plan, index type, std::string_view wrong);

/// Octets of hex digits, or nothing.
[[nodiscard]] std::optional<std::string> parse_hex(std::string_view digits);

/// A bool, number or float of a field, in any spelling that the forms allow; the domain is not checked, only that 64
/// bits hold it. Else why not.
[[nodiscard]] std::variant<std::uint64_t, std::string> parse_scalar(const node& n, std::string_view text);
/// The shortest decimal, or all bits as `0x7fc00000`.
[[nodiscard]] std::string float_word(op width, std::uint64_t bits);

}  // namespace tic::conformance
