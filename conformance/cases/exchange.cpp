// Exchanges spelled as docs/porting.md has them.
#include "conformance/cases/exchange.hpp"

#include <array>

#include "conformance/values/flat.hpp"
#include "runtime/tic/hex.hpp"

namespace tic::conformance {
namespace {

void append_values(std::string& out, const exchange& one) {
    const std::size_t first = out.size();
    for (const auto& each : one.values) {
        if (out.size() != first) out += " ; ";
        out += each.packet;
        const std::size_t name_end = out.size();
        if (!each.packet.empty()) out += ' ';
        const std::size_t values_begin = out.size();
        append_flat(out, *one.run, each.type, one.version, *each.content);
        if (out.size() == values_begin) out.resize(name_end);
    }
}

/// The blank is taken back where nothing comes behind it.
template <class Append>
void append_word(std::string& out, Append&& append) {
    out += ' ';
    const std::size_t first = out.size();
    append();
    if (out.size() == first) out.pop_back();
}

void append_bytes(std::string& out, std::span<const std::uint8_t> bytes) {
    if (bytes.empty()) out += '-';
    append_hex(out, bytes);
}

}  // namespace

std::string_view name_of(verb v) {
    constexpr std::array<std::string_view, 8> names{"decode", "encode",  "unseal", "seal",
                                                    "open",   "receive", "send",   "end"};
    return names[static_cast<std::size_t>(v)];
}

std::string_view name_of(answer_kind kind) {
    constexpr std::array<std::string_view, 3> names{"ok", "refuse", "error"};
    return names[static_cast<std::size_t>(kind)];
}

std::string hex_of(std::span<const std::uint8_t> bytes) {
    std::string text;
    append_bytes(text, bytes);
    return text;
}

std::vector<std::string> words_of(const expected_refusal& refused) {
    if (refused.has_location) return interpreter::refusal_words(refused.refusal);
    return {std::string(name_of(refused.refusal.why))};
}

void append_request(std::string& out, const exchange& one) {
    if (one.asks == verb::open) {
        out += one.role == side::client ? "client " : "server ";
        out += std::to_string(one.version);
    }
    if (one.type != none) {
        out += one.run->plan().types[one.type].name;
        if (one.asks != verb::unseal) (out += '/') += std::to_string(one.version);
    }
    const auto append = [&] { one.asks_for_values() ? append_bytes(out, one.bytes) : append_values(out, one); };
    if (one.type == none)
        append();
    else
        append_word(out, append);
}

void append_expected(std::string& out, const exchange& one) {
    if (one.answer == answer_kind::error) return;
    if (one.answer == answer_kind::refuse) {
        const std::size_t first = out.size();
        for (const auto& word : words_of(one.refused)) (out += out.size() == first ? "" : " ") += word;
        return;
    }
    if (one.asks_for_bytes()) return append_bytes(out, one.bytes);
    if (one.asks != verb::unseal) return append_values(out, one);
    out += std::to_string(one.version);
    append_word(out, [&] { append_values(out, one); });
}

std::string request_text(const exchange& one) {
    std::string text(name_of(one.asks));
    append_word(text, [&] { append_request(text, one); });
    return text;
}

std::string expected_text(const exchange& one) {
    std::string text(name_of(one.answer));
    append_word(text, [&] { append_expected(text, one); });
    return text;
}

}  // namespace tic::conformance
