// Numbers and JSON strings, from spelling to value.
#include "grammar/parse/literals.hpp"

#include <limits>
#include <optional>

namespace tic::parse {
namespace {

int digit_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return 99;
}

void append_utf8(std::string& out, std::uint32_t scalar) {
    const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (scalar < 0x80) {
        put(scalar);
    } else if (scalar < 0x800) {
        put(0xC0 | scalar >> 6);
        put(0x80 | (scalar & 0x3F));
    } else if (scalar < 0x10000) {
        put(0xE0 | scalar >> 12);
        put(0x80 | (scalar >> 6 & 0x3F));
        put(0x80 | (scalar & 0x3F));
    } else {
        put(0xF0 | scalar >> 18);
        put(0x80 | (scalar >> 12 & 0x3F));
        put(0x80 | (scalar >> 6 & 0x3F));
        put(0x80 | (scalar & 0x3F));
    }
}

/// The four hex digits of `\uXXXX` whose backslash is at `at`.
std::optional<std::uint32_t> unit_at(std::string_view literal, std::size_t at) {
    if (at + 6 > literal.size() || literal[at] != '\\' || literal[at + 1] != 'u') return std::nullopt;
    std::uint32_t unit = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
        const int value = digit_value(literal[i]);
        if (value > 15) return std::nullopt;
        unit = unit * 16 + static_cast<std::uint32_t>(value);
    }
    return unit;
}

/// Appends the escape at `at`; its length, or 0 if it is wrong.
std::size_t read_escape(std::string_view literal, std::size_t at, std::string& out) {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    const char letter = at + 1 < literal.size() ? literal[at + 1] : ' ';
    if (const std::size_t known = letters.find(letter); known != std::string_view::npos) {
        out.push_back(meant[known]);
        return 2;
    }
    const auto first = unit_at(literal, at);
    if (!first || (*first >= 0xDC00 && *first <= 0xDFFF)) return 0;
    if (*first < 0xD800 || *first > 0xDBFF) {
        append_utf8(out, *first);
        return 6;
    }
    const auto second = unit_at(literal, at + 6);
    if (!second || *second < 0xDC00 || *second > 0xDFFF) return 0;
    append_utf8(out, 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00));
    return 12;
}

std::size_t wrong_escape_end(std::string_view literal, std::size_t at) {
    if (literal[at + 1] != 'u') {
        // A whole character, so that a message can quote it.
        std::size_t end = at + 2;
        while (end < literal.size() && (static_cast<unsigned char>(literal[end]) & 0xC0U) == 0x80U) ++end;
        return end;
    }
    std::size_t end = at + 2;
    while (end < at + 6 && end < literal.size() && digit_value(literal[end]) < 16) ++end;
    return end;
}

spelling wrong_digit(std::string_view digits, unsigned base) {
    if (base == 16) return spelling::bad_digit;
    const std::size_t letter = digits.find_first_of("eE");
    const bool exponent = letter != std::string_view::npos && letter + 1 < digits.size() &&
                          digits.find_first_not_of("0123456789_", letter + 1) == std::string_view::npos &&
                          digits.find_first_not_of("0123456789_") == letter;
    return exponent ? spelling::exponent : spelling::bad_digit;
}

}  // namespace

number read_number(std::string_view digits) {
    if (digits.find('.') != std::string_view::npos) return {spelling::fraction};
    const bool hex = digits.size() > 1 && digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X');
    if (hex && digits[1] == 'X') return {spelling::bad_digit};
    const unsigned base = hex ? 16 : 10;
    const std::string_view rest = hex ? digits.substr(2) : digits;
    if (rest.empty()) return {spelling::bad_digit};
    if (rest.front() == '_' || rest.back() == '_') return {spelling::bad_underscore};
    number made;
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    for (std::size_t i = 0; i < rest.size(); ++i) {
        if (rest[i] == '_') {
            if (rest[i + 1] == '_') return {spelling::bad_underscore};
            continue;
        }
        const auto value = static_cast<unsigned>(digit_value(rest[i]));
        if (value >= base) return {wrong_digit(digits, base)};
        if (made.magnitude > (most - value) / base) made.how = spelling::too_large;
        if (made.how == spelling::good) made.magnitude = made.magnitude * base + value;
    }
    return made;
}

text read_string(std::string_view literal) {
    text made;
    made.value.reserve(literal.size());
    const auto mistake = [&](std::size_t begin, std::size_t end) {
        if (made.bad_begin != std::string_view::npos) return;
        made.bad_begin = begin;
        made.bad_end = end < literal.size() ? end : literal.size();
    };
    for (std::size_t at = 1; at + 1 < literal.size();) {
        if (static_cast<unsigned char>(literal[at]) < 0x20) mistake(at, at + 1);
        if (literal[at] != '\\') {
            made.value.push_back(literal[at++]);
            continue;
        }
        const std::size_t length = read_escape(literal, at, made.value);
        if (length == 0) mistake(at, wrong_escape_end(literal, at));
        at += length == 0 ? 2 : length;
    }
    return made;
}

}  // namespace tic::parse
