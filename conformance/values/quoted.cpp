// Texts in quotes, with the escapes of JSON.
#include "conformance/values/quoted.hpp"

#include <optional>

#include "conformance/values/members.hpp"

namespace tic::conformance {

namespace {

bool read_escape(cursor& from, std::string& out, text_error& wrong) {
    const std::size_t at = from.position();
    from.advance(1);
    const char c = from.here();
    from.advance(1);
    if (const std::size_t plain = std::string_view("\"\\/bfnrt").find(c);
        c != '\0' && plain != std::string_view::npos) {
        out += "\"\\/\b\f\n\r\t"[plain];
        return true;
    }
    const auto unit = [&]() -> std::optional<unsigned> {
        const auto bytes = parse_hex(from.between(from.position(), from.position() + 4));
        if (!bytes || bytes->size() != 2) return std::nullopt;
        from.advance(4);
        return static_cast<unsigned>(static_cast<std::uint8_t>((*bytes)[0]) << 8 |
                                     static_cast<std::uint8_t>((*bytes)[1]));
    };
    std::optional<unsigned> code = c == 'u' ? unit() : std::nullopt;
    if (code && (*code & 0xfc00U) == 0xd800U) {
        const bool has_low = from.here() == '\\' && from.here(1) == 'u';
        if (has_low) from.advance(2);
        const auto low = has_low ? unit() : std::nullopt;
        code = low && (*low & 0xfc00U) == 0xdc00U
                   ? std::optional(0x10000 + ((*code - 0xd800U) << 10) + (*low - 0xdc00U))
                   : std::nullopt;
    }
    if (!code || (*code & 0xfffff800U) == 0xd800U) {
        wrong = {at, "no such escape; there are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"};
        return false;
    }
    const unsigned u = *code;
    const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | ((u >> shift) & 0x3fU)); };
    if (u < 0x80) {
        out += static_cast<char>(u);
    } else if (u < 0x800) {
        out += static_cast<char>(0xc0U | u >> 6);
        tail(0);
    } else if (u < 0x10000) {
        out += static_cast<char>(0xe0U | u >> 12);
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xf0U | u >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
    return true;
}

}  // namespace

bool read_quoted(cursor& from, std::string& out, text_error& wrong) {
    const std::size_t first = from.next();
    from.advance(1);
    while (from.here() != '"') {
        const std::size_t at = from.position();
        while (from.here() != '"' && from.here() != '\\' && static_cast<unsigned char>(from.here()) >= 0x20)
            from.advance(1);
        out += from.between(at, from.position());
        if (from.here() == '"') break;
        if (from.here() != '\\') {
            wrong = {first, "a text without its closing quote on the same line"};
            return false;
        }
        if (!read_escape(from, out, wrong)) return false;
    }
    from.advance(1);
    return true;
}

}  // namespace tic::conformance
