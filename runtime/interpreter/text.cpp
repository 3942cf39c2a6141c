// Numbers, strings and paths as text; defaults.
#include "runtime/interpreter/text.hpp"

#include "runtime/interpreter/refusal.hpp"
#include "runtime/tic/hex.hpp"
#include "runtime/tic/json.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>

namespace tic::interpreter {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

std::string hex_bits(std::uint64_t bits, unsigned digits) {
    std::string text = "\"0x";
    for (unsigned i = digits; i > 0; --i) text += hex_digits[(bits >> (4 * (i - 1))) & 15];
    return text + '"';
}

/// Digits without a point and a decimal exponent, as everyone's shortest printers have them.
std::string decimal_text(double v) {
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), v, std::chars_format::scientific).ptr;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t e = text.find('e');
    int exponent = 0;
    const char* digits_of_exponent = text.data() + e + (text[e + 1] == '+' ? 2 : 1);
    std::from_chars(digits_of_exponent, text.data() + text.size(), exponent);
    if (exponent < -4 || exponent >= 16) return std::string(text);
    const bool negative = text[0] == '-';
    std::string digits;
    for (const char c : text.substr(negative ? 1 : 0, e - (negative ? 1 : 0))) {
        if (c != '.') digits += c;
    }
    if (exponent < 0) {
        digits.insert(0, static_cast<std::size_t>(-exponent), '0');
        digits.insert(1, ".");
    } else {
        const auto whole = static_cast<std::size_t>(exponent) + 1;
        if (digits.size() <= whole) digits.append(whole + 1 - digits.size(), '0');
        digits.insert(whole, ".");
    }
    return (negative ? "-" : "") + digits;
}

}  // namespace

std::string spell_path(const path_step* last) {
    if (last == nullptr) return {};
    std::string text = spell_path(last->up);
    if (last->name.empty()) return text + '[' + std::to_string(last->element) + ']';
    if (!text.empty()) text += '.';
    return text.append(last->name);
}

std::string number_text(const node& at, std::uint64_t v) {
    return at.is_signed ? std::to_string(static_cast<std::int64_t>(v)) : std::to_string(v);
}

std::string range_text(const node& at) {
    const std::uint64_t high = at.low + at.span;
    const bool is_number = at.operation == op::number;
    const auto text = [&](std::uint64_t v) { return is_number ? number_text(at, v) : std::to_string(v); };
    return text(at.low) + ".." + text(high);
}

std::string float_text(op width, std::uint64_t bits) {
    if (width == op::f32) {
        const float v = std::bit_cast<float>(static_cast<std::uint32_t>(bits));
        return std::isfinite(v) ? decimal_text(static_cast<double>(v)) : hex_bits(bits, 8);
    }
    const double v = std::bit_cast<double>(bits);
    return std::isfinite(v) ? decimal_text(v) : hex_bits(bits, 16);
}

std::string hex_text(std::string_view bytes) {
    std::string text;
    append_hex(text, bytes);
    return text;
}

std::vector<std::string> refusal_words(const refusal& why) {
    std::vector<std::string> words{std::string(name_of(why.why)), "bit=" + std::to_string(why.bit)};
    if (why.more != 0) words.push_back("more=" + std::to_string(why.more));
    if (!why.path.empty()) words.push_back("path=" + why.path);
    return words;
}

std::string refusal_text(const refusal& why) {
    std::string text;
    for (const auto& word : refusal_words(why)) (text += text.empty() ? "" : " ") += word;
    return text;
}

void append_json_string(std::string& out, std::string_view text) { tic::append_json_string(out, text); }

std::string json_string(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

std::string_view member_name(const layout& plan, index type, std::uint64_t ordinal) {
    const tic::type& t = plan.types[type];
    return ordinal < t.member_count ? plan.members[t.first_member + ordinal].name : std::string_view("?");
}

std::string show(const layout& plan, const node& at, const value& v) {
    switch (at.operation) {
        case op::boolean:
            return v.number != 0 ? "true" : "false";
        case op::number:
            return number_text(at, v.number);
        case op::f32:
        case op::f64:
            return float_text(at.operation, v.number);
        case op::enumeration:
        case op::choice:
            return std::string(member_name(plan, at.type, v.number));
        case op::utf8:
        case op::text:
            return json_string(v.bytes);
        case op::bytes:
        case op::sealed:
            return hex_text(v.bytes);
        case op::list:
        case op::structure:
            break;
    }
    return {};
}

std::uint64_t nearest_zero(const node& at) {
    if (!at.is_signed) return at.low;
    const std::uint64_t high = at.low + at.span;
    return static_cast<std::int64_t>(high) < 0 ? high : 0;
}

value default_of(const layout& plan, const node& at) {
    value v;
    if (at.optional) {
        v.absent = true;
        return v;
    }
    if (at.operation == op::number) v.number = nearest_zero(at);
    if (at.operation == op::structure || at.operation == op::choice) {
        const tic::type& t = plan.types[at.type];
        const index count = at.operation == op::structure ? t.member_count : t.member_count != 0 ? 1 : 0;
        for (index i = 0; i < count; ++i) {
            const index sample = plan.members[t.first_member + i].sample;
            v.items.push_back(sample == none ? value{} : default_of(plan, plan.nodes[sample]));
        }
    }
    return v;
}

}  // namespace tic::interpreter
