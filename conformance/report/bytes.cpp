// Hex to bits, byte by byte.
#include "conformance/report/bytes.hpp"

#include <algorithm>
#include <charconv>

namespace tic::conformance {

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
