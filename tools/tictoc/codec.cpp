// Options, lines and hex of encode and decode.
#include "tools/tictoc/codec.hpp"

#include <istream>

#include "runtime/tic/hex.hpp"

namespace tic::tool {

void codec_options::add_to(option_set& to) {
    to.operand("FILE", file, "The schema");
    to.option("--side", "client|server", side_name, "Packets that this side sends; the lines are one session");
    to.option("--type", "T", type_name, "Values of this enum, union or struct; each line is independent");
    to.number("--version", "V", version, "The version that both ends use (default: the newest)");
}

namespace {

std::string validate(const codec_options& given, bool may_be_session) {
    const int chosen = static_cast<int>(!given.side_name.empty()) + static_cast<int>(!given.type_name.empty()) +
                       static_cast<int>(given.session);
    if (chosen != 1)
        return may_be_session ? "give one of --side client, --side server, --type T and --session"
                              : "give one of --side client, --side server and --type T";
    if (!given.side_name.empty() && given.side_name != "client" && given.side_name != "server")
        return "--side must be client or server, not `" + given.side_name + "`";
    // Both would be read from the same place.
    if (given.file == "-") return "the schema cannot be `-`: standard input is the data";
    return "";
}

}  // namespace

std::optional<codec_context> open_codec(const codec_options& given, const std::string& command, streams& io,
                                        int& code) {
    if (const auto wrong = validate(given, command == "decode"); !wrong.empty()) {
        code = report_error(io, wrong_usage, command + ": " + wrong);
        return std::nullopt;
    }
    codec_context about;
    about.file = open_schema(given.file, io, code);
    if (!about.file) return std::nullopt;
    const auto& plan = about.file->plan();
    about.version = given.version.value_or(plan.version);
    about.session = given.session;
    about.who = given.side_name == "server" ? side::server : side::client;
    code = wrong_usage;
    if (!accept_version(*about.file, about.version, given.type_name.empty(), io)) return std::nullopt;
    if (given.type_name.empty()) {
        if (plan.has_session) return about;
        report_error(io, wrong_usage, command + ": `" + given.file + "` has no session, so no packets; use --type");
        return std::nullopt;
    }
    const auto found = about.file->program().find_type(given.type_name);
    if (!found) {
        report_error(io, wrong_usage, command + ": " + no_such_type(*about.file, given.type_name));
        return std::nullopt;
    }
    about.type = *found;
    return about;
}

bool next_line(std::istream& in, std::string& line) {
    if (!std::getline(in, line)) return false;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return true;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }

std::string to_hex(std::span<const std::uint8_t> bytes) {
    std::string text;
    append_hex(text, bytes);
    return text;
}

std::optional<std::vector<std::uint8_t>> from_hex(std::string_view hex, std::size_t column, std::string& wrong) {
    if (const auto at = hex.find_first_not_of("0123456789abcdefABCDEF"); at != std::string_view::npos) {
        wrong = "column " + std::to_string(column + at) + ": not a hex digit";
        return std::nullopt;
    }
    if (hex.size() % 2 != 0) {
        wrong = "column " + std::to_string(column + hex.size() - 1) + ": the last byte has only one hex digit";
        return std::nullopt;
    }
    std::vector<std::uint8_t> bytes(hex.size() / 2);
    read_hex(hex, bytes.data());
    return bytes;
}

std::string spell(const interpreter::refusal& why) { return "refused " + interpreter::refusal_text(why); }

}  // namespace tic::tool
