// `tictoc encode`: JSON lines in, one hex line a packet out.
#include "runtime/interpreter/encode.hpp"

#include <ostream>

#include "runtime/interpreter/json.hpp"
#include "runtime/interpreter/memory.hpp"
#include "tools/tictoc/codec.hpp"

namespace tic::tool {
namespace {

using namespace interpreter;

/// One line's packet as hex, or why there is none.
encode_result encode_line(const codec_context& about, memory& remembered, const std::string& line) {
    const auto& run = about.file->program();
    if (about.type != none) {
        const auto parsed = read_type(run, about.type, about.version, line);
        if (const auto* wrong = std::get_if<json_error>(&parsed)) return encode_error{wrong->text};
        return encode_type(run, about.type, about.version, std::get<value>(parsed));
    }
    const auto parsed = read_packet(run, about.who, about.version, line);
    if (const auto* wrong = std::get_if<json_error>(&parsed)) return encode_error{wrong->text};
    const auto& said = std::get<json_packet>(parsed);
    return encode_packet(run, about.who, about.version, remembered, said.packet, said.content);
}

/// On one line, whatever names the input had.
std::string one_line(const std::string& text) {
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f)
            result += "\\u00" + to_hex({&byte, 1});
        else
            result += c;
    }
    return result;
}

}  // namespace

int encode(arguments args, streams& io) {
    codec_options given;
    option_set usage("encode", "Encode JSON lines from standard input as packets, one line of hex each.");
    given.add_to(usage);
    usage.footer("An empty line starts a new session. A value that cannot be encoded is `error TEXT` in its place.");
    if (const auto code = usage.parse(std::move(args), io)) return *code;
    int code = as_wanted;
    const auto about = open_codec(given, "encode", io, code);
    if (!about) return code;

    code = as_wanted;
    memory remembered(about->file->program());
    std::string line;
    while (next_line(io.in, line)) {
        if (is_blank(line)) {
            remembered.clear();
            io.out << '\n';
            continue;
        }
        const auto made = encode_line(*about, remembered, line);
        if (const auto* bytes = std::get_if<std::vector<std::uint8_t>>(&made)) {
            io.out << to_hex(*bytes) << '\n';
        } else {
            io.out << "error " << one_line(std::get<encode_error>(made).text) << '\n';
            code = wrong_content;
        }
    }
    return code;
}

}  // namespace tic::tool
