// Measures with the interpreter: the trace of the decoder gives the bits of each field.
#include "tools/tictoc/measure.hpp"

#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/encode.hpp"

namespace tic::tool {
namespace {

/// `Send.body.kind` of a packet, or `body.kind` of a type, belongs to `body`.
std::string field_of(const std::string& path, bool packet) {
    std::size_t begin = 0;
    if (packet) {
        const auto dot = path.find('.');
        if (dot == std::string::npos) return "";
        begin = dot + 1;
    }
    return path.substr(begin, path.find_first_of(".[", begin) - begin);
}

}  // namespace

std::optional<cost> measure(const interpreter::program& run, unsigned version, const target& of,
                            interpreter::memory& remembered, const interpreter::value& content) {
    const bool packet = of.packet != none;
    interpreter::memory reader = remembered;
    const auto made = packet ? interpreter::encode_packet(run, of.who, version, remembered, of.packet, content)
                             : interpreter::encode_type(run, of.type, version, content);
    const auto* bytes = std::get_if<std::vector<std::uint8_t>>(&made);
    if (bytes == nullptr) return std::nullopt;
    cost result;
    result.bytes = bytes->size();
    const interpreter::trace_sink hear = [&](const interpreter::trace_line& line) {
        const auto name = field_of(line.path, packet);
        if (line.what == "fill" && name.empty()) return;
        result.bits += line.bit_count;
        result.fields[name] += line.bit_count;
    };
    interpreter::decode_options options;
    options.trace = &hear;
    const auto read = packet ? interpreter::decode_packet(run, of.who, version, reader, *bytes, options)
                             : interpreter::decode_type(run, of.type, version, *bytes, options);
    if (!std::holds_alternative<interpreter::decoded>(read)) return std::nullopt;
    return result;
}

}  // namespace tic::tool
