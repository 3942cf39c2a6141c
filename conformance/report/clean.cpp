// Lets through what can be read.
#include "conformance/report/clean.hpp"

#include <algorithm>
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
        // U+0080 to U+009F steer terminals too; U+FFFE and U+FFFF may not stand in XML.
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

}  // namespace tic::conformance
