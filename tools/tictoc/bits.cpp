// Prints the codes of a packet as an aligned listing.
#include "tools/tictoc/bits.hpp"

#include <algorithm>
#include <ostream>
#include <string>

namespace tic::tool {
namespace {

constexpr std::uint64_t most_digits = 64;
constexpr std::uint64_t most_bytes = 16;

/// Binary, or for whole bytes too long for that the first of them in hex.
std::string spell_bits(std::span<const std::uint8_t> bytes, std::uint64_t first, std::uint64_t count) {
    std::string text;
    if (count <= most_digits) {
        for (std::uint64_t i = first; i < first + count && i / 8 < bytes.size(); ++i)
            text += (bytes[i / 8] >> (7 - i % 8) & 1) != 0 ? '1' : '0';
        return text;
    }
    text = "0x";
    constexpr std::string_view digits = "0123456789abcdef";
    for (std::uint64_t i = first / 8; i < (first + count) / 8 && i < bytes.size(); ++i) {
        if (i == first / 8 + most_bytes) return text + "...";
        text += digits[bytes[i] >> 4U];
        text += digits[bytes[i] & 15U];
    }
    return text;
}

std::string padded(std::string text, std::size_t width) {
    // Columns count characters, not bytes; only paths and bits are padded, which are ASCII.
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text;
}

}  // namespace

void print_bits(std::ostream& out, std::span<const std::uint8_t> bytes,
                const std::vector<interpreter::trace_line>& lines) {
    std::size_t bits_width = 4;
    std::size_t path_width = 5;
    std::size_t what_width = 4;
    std::vector<std::string> spelled;
    for (const auto& line : lines) {
        spelled.push_back(spell_bits(bytes, line.first_bit, line.bit_count));
        bits_width = std::max(bits_width, std::min<std::size_t>(spelled.back().size(), 40));
        path_width = std::max(path_width, std::min<std::size_t>(line.path.size(), 40));
        what_width = std::max(what_width, line.what.size());
    }
    out << "     bit  " << padded("bits", bits_width) << "  " << padded("field", path_width) << "  "
        << padded("code", what_width) << "  value\n";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto number = std::to_string(lines[i].first_bit);
        std::string row = std::string(number.size() < 8 ? 8 - number.size() : 0, ' ') + number + "  " +
                          padded(spelled[i], bits_width) + "  " + padded(lines[i].path, path_width) + "  " +
                          padded(std::string(lines[i].what), what_width) + "  " + lines[i].text;
        row.erase(row.find_last_not_of(' ') + 1);
        out << row << '\n';
    }
}

}  // namespace tic::tool
