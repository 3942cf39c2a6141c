// Escapes what terminals and XML cannot show, and spells bits.
#include "conformance/report/text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace tic::conformance {
namespace {

/// Bytes of the well-formed character that begins here, or 0.
std::size_t character_length(std::string_view text) {
    const auto at = [&](std::size_t i) {
        return i < text.size() ? static_cast<std::uint8_t>(text[i]) : std::uint8_t{0};
    };
    const auto tail = [&](std::size_t i) { return (at(i) & 0xc0U) == 0x80U; };
    const auto first = at(0);
    if (first < 0x80) return 1;
    if (first >= 0xc2 && first < 0xe0) return tail(1) ? 2 : 0;
    if (first >= 0xe0 && first < 0xf0) {
        const bool wrong = (first == 0xe0 && at(1) < 0xa0) || (first == 0xed && at(1) >= 0xa0);
        return !wrong && tail(1) && tail(2) ? 3 : 0;
    }
    if (first >= 0xf0 && first < 0xf5) {
        const bool wrong = (first == 0xf0 && at(1) < 0x90) || (first == 0xf4 && at(1) >= 0x90);
        return !wrong && tail(1) && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
}

void append_escaped(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<std::uint8_t>(c);
    out += "\\x";
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
}

}  // namespace

std::string clean(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto length = character_length(text);
        const auto byte = static_cast<std::uint8_t>(text.front());
        const bool control = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7f;
        // U+0080 to U+009F steer terminals too; XML has no U+FFFE and U+FFFF.
        const bool steers = (length == 2 && byte == 0xc2 && static_cast<std::uint8_t>(text[1]) < 0xa0) ||
                            (length == 3 && text.starts_with("\xef\xbf") && static_cast<std::uint8_t>(text[2]) >= 0xbe);
        if (length == 0 || control || steers) {
            append_escaped(out, text.front());
            text.remove_prefix(1);
            if (steers)
                for (std::size_t i = 1; i < length; ++i, text.remove_prefix(1)) append_escaped(out, text.front());
        } else {
            out += text.substr(0, length);
            text.remove_prefix(length);
        }
    }
    return out;
}

std::string clean_line(std::string_view text, std::size_t most) {
    const bool cut = text.size() > most;
    auto out = clean(text.substr(0, most));
    std::ranges::replace(out, '\n', ' ');
    return cut ? out + "..." : out;
}

std::optional<std::string> bits_of_byte(std::string_view hex, std::size_t at) {
    if (2 * at + 2 > hex.size()) return std::nullopt;
    unsigned byte = 0;
    const auto* first = hex.data() + 2 * at;
    if (const auto [end, wrong] = std::from_chars(first, first + 2, byte, 16); wrong != std::errc() || end != first + 2)
        return std::nullopt;
    std::string text;
    for (unsigned bit = 8; bit-- > 0;) text += (byte >> bit & 1U) != 0 ? '1' : '0';
    return text;
}

std::vector<std::string> differing_bytes(std::string_view expected, std::string_view got) {
    constexpr std::size_t most = 8;
    std::vector<std::string> rows;
    if (expected.empty() && got.empty()) return rows;
    for (std::size_t i = 0; i < std::max(expected.size(), got.size()) / 2; ++i) {
        const auto ours = bits_of_byte(expected, i);
        const auto theirs = bits_of_byte(got, i);
        if (ours == theirs) continue;
        if (rows.size() == most) {
            rows.emplace_back("...");
            break;
        }
        rows.push_back("byte " + std::to_string(i) + "  expected " + ours.value_or("none    ") + "  got " +
                       theirs.value_or("none"));
    }
    return rows;
}

}  // namespace tic::conformance
