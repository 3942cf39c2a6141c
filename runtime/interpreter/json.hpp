// Value trees to JSON text and back, guided by the layout.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/value.hpp"

namespace tic::interpreter {

/// Why a text is no JSON form of a value: names the JSON path and what was expected.
struct json_error {
    std::string text{};
};

/// A packet of a side, as named by the JSON object's one member.
struct json_packet {
    index packet = none;
    value content{};
};

/// Reads `{"Name": {…}}`. Only the shape is checked; the encoder checks the domains.
[[nodiscard]] std::variant<json_packet, json_error> read_packet(const program& run, side who, unsigned version,
                                                                std::string_view text);

/// Reads the JSON form of an enum, union or struct.
[[nodiscard]] std::variant<value, json_error> read_type(const program& run, index type, unsigned version,
                                                        std::string_view text);

/// Writes `{"Name":{…}}` on one line; sealed contents are opened, or `{"raw":"hex"}` where they do not open.
[[nodiscard]] std::string write_packet(const program& run, side who, unsigned version, index packet,
                                       const value& content);

/// Writes the JSON form of an enum, union or struct on one line.
[[nodiscard]] std::string write_type(const program& run, index type, unsigned version, const value& content);

}  // namespace tic::interpreter
