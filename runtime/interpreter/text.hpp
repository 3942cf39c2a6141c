// Numbers, strings and paths as text, shared by error messages, traces and JSON.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/value.hpp"

namespace tic::interpreter {

/// Where in a packet: a chain of names and indices on the stack, spelled only when something is said about it.
struct path_step {
    const path_step* up = nullptr;
    std::string_view name{};  ///< empty: an element
    std::uint64_t element = 0;
};

/// `Deliver.body`, `ContactSync.phones[3]`.
[[nodiscard]] std::string spell_path(const path_step* last);

/// The number of a field, with its sign.
[[nodiscard]] std::string number_text(const node& at, std::uint64_t v);
/// `0..3`: what a number, length or count of the field may be.
[[nodiscard]] std::string range_text(const node& at);
/// The shortest decimal that reads back, always with a point or an exponent; `"0x…"` in quotes for infinities and NaNs.
[[nodiscard]] std::string float_text(op width, std::uint64_t bits);
[[nodiscard]] std::string hex_text(std::string_view bytes);
/// The shortest JSON string.
[[nodiscard]] std::string json_string(std::string_view text);
void append_json_string(std::string& out, std::string_view text);

/// The name of an enum's value, a union's arm or a struct's field by ordinal; `?` where there is none.
[[nodiscard]] std::string_view member_name(const layout& plan, index type, std::uint64_t ordinal);

/// What a scalar or string is, for a line of a trace or a message.
[[nodiscard]] std::string show(const layout& plan, const node& at, const value& v);

/// The number of the domain nearest 0.
[[nodiscard]] std::uint64_t nearest_zero(const node& at);

/// What a field holds that is dead in the version (section 6).
[[nodiscard]] value default_of(const layout& plan, const node& at);

/// The declared member's ordinal in its type.
[[nodiscard]] inline index ordinal_of(const layout& plan, index type, index member) {
    return member - plan.types[type].first_member;
}

}  // namespace tic::interpreter
