// Decoding with and without the one rule.
#include "conformance/derive/prove.hpp"

#include "conformance/tape/parse.hpp"
#include "conformance/tape/play.hpp"
#include "conformance/values/flat.hpp"
#include "conformance/values/text.hpp"
#include "runtime/interpreter/decode.hpp"
#include "runtime/tic/result.hpp"

namespace tic::conformance {

using interpreter::refusal;
using interpreter::value;

std::string refusal_path(const interpreter::program& run, const step& good, const std::string& path) {
    if (good.is == step_kind::packet) return std::string(run.plan().packets[good.who][good.name].name) + path;
    return path.empty() ? path : path.substr(1);
}

std::variant<reading, refusal> read_in_place(const interpreter::program& run, const interpreter::session& at,
                                             const step& good, std::span<const std::uint8_t> bytes,
                                             interpreter::tolerance* tolerated, const interpreter::trace_sink* trace) {
    if (good.is == step_kind::sealed) {
        auto got = interpreter::open_sealed(run, good.name, bytes, trace, tolerated);
        if (auto* refused = std::get_if<refusal>(&got)) return std::move(*refused);
        return reading{std::move(std::get<0>(got).content), bytes.size()};
    }
    interpreter::decode_options options{.trace = trace, .tolerated = tolerated};
    interpreter::decode_result got;
    if (good.is == step_kind::alone) {
        got = interpreter::decode_type(run, good.name, good.version, bytes, options);
    } else {
        interpreter::memory scratch = at.memory_of(good.who);
        const std::function<bool(index)> may_send = [&](index packet) {
            return at.states().may_send(good.who, packet) == interpreter::permission::ok;
        };
        options.expected = interpreter::extent::stream;
        options.may_send = &may_send;
        got = interpreter::decode_packet(run, good.who, good.version, scratch, bytes, options);
    }
    if (auto* refused = std::get_if<refusal>(&got)) return std::move(*refused);
    auto& read = std::get<0>(got);
    return reading{std::move(read.content), read.bytes};
}

namespace {

/// Whether both say the same, but for the field that was changed.
bool says_the_rest(const interpreter::program& run, const step& good, const claim& claimed, const value& read) {
    const index type = type_of(run, good);
    value expected = *claimed.rest;
    if (!claimed.path.empty()) {
        value copy = read;
        const auto from = resolve_path(run, type, good.version, &copy, claimed.path);
        const auto to = resolve_path(run, type, good.version, &expected, claimed.path);
        if (from.content == nullptr || to.content == nullptr) return false;
        *to.content = *from.content;
    }
    return write_flat(run, type, good.version, expected) == write_flat(run, type, good.version, read);
}

}  // namespace

std::variant<refusal, std::string> prove(const interpreter::program& run, const interpreter::session& at,
                                         const step& good, std::span<const std::uint8_t> bytes, const claim& claimed) {
    auto got = read_in_place(run, at, good, bytes);
    if (const auto* whole = std::get_if<reading>(&got)) {
        if (whole->bytes != bytes.size()) return "the packet ends before its bytes do";
        return "no rule is broken: the packet is right";
    }
    const refusal& first = std::get<refusal>(got);
    if (first.why != claimed.why) {
        return "it is refused as " + interpreter::refusal_text(first) + ", and this change is for " +
               std::string(name_of(claimed.why));
    }
    interpreter::tolerance tolerated{.why = first.why, .bit = first.bit, .instead = claimed.instead};
    const auto again = read_in_place(run, at, good, bytes, &tolerated);
    if (const auto* second = std::get_if<refusal>(&again)) {
        return "more than one rule is broken: " + interpreter::refusal_text(first) + ", and without it " +
               interpreter::refusal_text(*second);
    }
    const reading& rest = std::get<reading>(again);
    if (rest.bytes != bytes.size())
        return "without " + interpreter::refusal_text(first) + " the packet ends before its bytes do";
    if (!says_the_rest(run, good, claimed, rest.content))
        return "without " + interpreter::refusal_text(first) + " the packet says something else than the step";
    return first;
}

}  // namespace tic::conformance
