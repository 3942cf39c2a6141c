// Members by name, hex, and scalars read in any spelling.
#include "conformance/values/members.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <vector>

#include "runtime/interpreter/nearest.hpp"
#include "runtime/interpreter/text.hpp"
#include "runtime/tic/codes.hpp"

namespace tic::conformance {

namespace {

template <class Number>
bool parse_whole(std::string_view text, Number& v, int base = 10) {
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), v, base);
    return !text.empty() && end == text.data() + text.size() && fault == std::errc();
}

template <class Float, class Bits>
std::optional<std::uint64_t> parse_decimal(std::string_view text) {
    Float v = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), v);
    if (end != text.data() + text.size() || fault != std::errc() || !std::isfinite(v)) return std::nullopt;
    return std::bit_cast<Bits>(v);
}

std::variant<std::uint64_t, std::string> parse_float(op width, std::string_view text) {
    const std::size_t digits = width == op::f32 ? 8 : 16;
    if (text.starts_with("0x")) {
        std::uint64_t bits = 0;
        if (text.size() == digits + 2 && parse_whole(text.substr(2), bits, 16)) return bits;
        return "`" + std::string(text) + "` is not all " + std::to_string(digits) + " hex digits of an " +
               (width == op::f32 ? "f32" : "f64");
    }
    const auto bits =
        width == op::f32 ? parse_decimal<float, std::uint32_t>(text) : parse_decimal<double, std::uint64_t>(text);
    if (bits) return *bits;
    return "expected a number, found `" + std::string(text) + "`";
}

std::variant<std::uint64_t, std::string> parse_number(const node& n, std::string_view text) {
    const auto beyond = [&] { return std::string(text) + " is not in " + interpreter::range_text(n); };
    std::string_view digits = text;
    const bool below = digits.starts_with('-');
    if (below) digits.remove_prefix(1);
    const int base = digits.starts_with("0x") ? 16 : 10;
    if (base == 16) digits.remove_prefix(2);
    std::uint64_t v = 0;
    const char* const last = digits.data() + digits.size();
    const auto [end, fault] = std::from_chars(digits.data(), last, v, base);
    if (end != last || fault == std::errc::invalid_argument)
        return "expected a number, found `" + std::string(text) + "`";
    if (fault != std::errc()) return beyond();
    constexpr std::uint64_t least = std::uint64_t{1} << 63;
    if (below && v != 0 && (!n.is_signed || v > least)) return beyond();
    if (!below && n.is_signed && v >= least) return beyond();
    return below ? std::uint64_t{0} - v : v;
}

}  // namespace

const node* member_node(const layout& plan, unsigned version, index type, std::uint64_t ordinal) {
    const tic::type& t = plan.types[type];
    if (ordinal >= t.member_count) return nullptr;
    const auto member = static_cast<index>(t.first_member + ordinal);
    for (const node& n : plan.fields(version, type))
        if (n.member == member) return &n;
    const index sample = plan.members[member].sample;
    return sample == none ? nullptr : &plan.nodes[sample];
}

std::optional<std::uint64_t> find_member(const layout& plan, index type, std::string_view name) {
    const tic::type& t = plan.types[type];
    for (index i = 0; i < t.member_count; ++i)
        if (plan.members[t.first_member + i].name == name) return i;
    return std::nullopt;
}

node node_of(const layout& plan, index type) {
    node n{.plain = code::huffman, .type = type};
    switch (plan.types[type].kind) {
        case type_kind::enumeration:
            n.operation = op::enumeration;
            break;
        case type_kind::choice:
            n.operation = op::choice;
            break;
        case type_kind::structure:
            n.operation = op::structure;
            n.plain = code::nothing;
            break;
    }
    return n;
}

std::string nearest_member(const layout& plan, index type, std::string_view wrong) {
    const tic::type& t = plan.types[type];
    std::vector<std::string_view> names;
    for (const auto& m : plan.members.subspan(t.first_member, t.member_count)) names.push_back(m.name);
    const std::string_view near = interpreter::nearest_name(wrong, names);
    if (!near.empty()) return ", did you mean `" + std::string(near) + "`?";
    if (names.empty()) return "; it has none";
    std::string all = "; it has ";
    for (std::size_t i = 0; i < names.size() && i < 8; ++i) (all += i == 0 ? "`" : ", `").append(names[i]) += '`';
    return names.size() > 8 ? all + " and more" : all;
}

std::optional<std::string> parse_hex(std::string_view digits) {
    std::string bytes(digits.size() / 2, '\0');
    if (!read_hex(digits, reinterpret_cast<std::uint8_t*>(bytes.data()))) return std::nullopt;
    return bytes;
}

std::variant<std::uint64_t, std::string> parse_scalar(const node& n, std::string_view text) {
    switch (n.operation) {
        case op::boolean:
            if (text == "true") return std::uint64_t{1};
            if (text == "false") return std::uint64_t{0};
            return "expected true or false, found `" + std::string(text) + "`";
        case op::f32:
        case op::f64:
            return parse_float(n.operation, text);
        default:
            return parse_number(n, text);
    }
}

std::string float_word(op width, std::uint64_t bits) {
    std::array<char, 40> text{};
    const auto shortest = [&](auto v) {
        if (!std::isfinite(v)) return std::string();
        return std::string(text.data(), std::to_chars(text.data(), text.data() + text.size(), v).ptr);
    };
    const std::string word = width == op::f32 ? shortest(std::bit_cast<float>(static_cast<std::uint32_t>(bits)))
                                              : shortest(std::bit_cast<double>(bits));
    if (!word.empty()) return word;
    const std::string quoted = interpreter::float_text(width, bits);  // "0x…", all bits
    return quoted.substr(1, quoted.size() - 2);
}

}  // namespace tic::conformance
