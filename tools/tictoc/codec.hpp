// What encode and decode share: their options, which packets a line is about, and lines of input.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/interpreter/refusal.hpp"
#include "tools/tictoc/open.hpp"
#include "tools/tictoc/options.hpp"

namespace tic::tool {

/// What a run reads or writes: packets of a side, values of a type, or both sides of a session.
struct codec_context {
    std::unique_ptr<schema_file> file;
    unsigned version = 1;
    side who = side::client;
    index type = none;  // of --type
    bool session = false;
};

struct codec_options {
    std::string file, side_name, type_name;
    std::optional<unsigned> version;
    bool session = false;

    void add_to(option_set& to);
};

/// The schema, version and side or type that the options name; or nothing, `code` set, after a message.
[[nodiscard]] std::optional<codec_context> open_codec(const codec_options& given, const std::string& command,
                                                      streams& io, int& code);

/// The next line without its line end; false at the end of the input.
bool next_line(std::istream& in, std::string& line);
/// Nothing but spaces: a new session begins.
[[nodiscard]] bool is_blank(std::string_view line);

[[nodiscard]] std::string to_hex(std::span<const std::uint8_t> bytes);
/// The bytes of hex digits; or nothing, and in `wrong` the message with the column of the line. `column`, counted from
/// 1, is that of the first digit.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> from_hex(std::string_view hex, std::size_t column,
                                                                std::string& wrong);

/// `refused REASON bit=N [more=M] [path=P]`
[[nodiscard]] std::string spell(const interpreter::refusal& why);

}  // namespace tic::tool
