// Flags, lines and hex of encode and decode.
#include "tools/tictoc/codec.hpp"

#include <istream>

namespace tic::tool {

void codec_flags::declare(flags& to) {
    to.operand("FILE", file, "The schema");
    to.option("--side", "client|server", side_name, "Packets that this side says, in one session from line to line");
    to.option("--type", "T", type_name, "Values of this enum, union or struct, each alone");
    to.number("--version", "V", version, "The version that both ends agreed on; the newest if not said");
}

namespace {

std::string usage_fault(const codec_flags& given, bool may_be_session) {
    const int chosen = static_cast<int>(!given.side_name.empty()) + static_cast<int>(!given.type_name.empty()) +
                       static_cast<int>(given.session);
    if (chosen != 1)
        return may_be_session ? "say one of --side client, --side server, --type T and --session"
                              : "say one of --side client, --side server and --type T";
    if (!given.side_name.empty() && given.side_name != "client" && given.side_name != "server")
        return "--side is client or server, not `" + given.side_name + "`";
    // Both would be read from the same place.
    if (given.file == "-") return "the schema cannot be `-`, the data comes from standard input";
    return "";
}

}  // namespace

std::optional<subject> open_subject(const codec_flags& given, const std::string& command, streams& io, int& code) {
    if (const auto fault = usage_fault(given, command == "decode"); !fault.empty()) {
        code = complain(io, wrong_usage, command + ": " + fault);
        return std::nullopt;
    }
    subject about;
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
        complain(io, wrong_usage, command + ": `" + given.file + "` has no session, so no packets; use --type");
        return std::nullopt;
    }
    const auto found = about.file->program().find_type(given.type_name);
    if (!found) {
        complain(io, wrong_usage, command + ": " + no_such_type(*about.file, given.type_name));
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
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

namespace {

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

std::optional<std::vector<std::uint8_t>> from_hex(std::string_view hex, std::size_t column, std::string& wrong) {
    std::vector<std::uint8_t> bytes;
    bytes.reserve(hex.size() / 2);
    for (std::size_t i = 0; i < hex.size(); ++i)
        if (digit_of(hex[i]) < 0) {
            wrong = "column " + std::to_string(column + i) + ": this is no hex digit";
            return std::nullopt;
        }
    if (hex.size() % 2 != 0) {
        wrong = "column " + std::to_string(column + hex.size() - 1) + ": the last byte has one hex digit only";
        return std::nullopt;
    }
    for (std::size_t i = 0; i < hex.size(); i += 2)
        bytes.push_back(static_cast<std::uint8_t>(digit_of(hex[i]) * 16 + digit_of(hex[i + 1])));
    return bytes;
}

std::string spell(const interpreter::refusal& why) { return "refused " + interpreter::refusal_text(why); }

}  // namespace tic::tool
