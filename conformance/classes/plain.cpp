// The values at which implementations differ, and their names.
#include "conformance/classes/plain.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "runtime/interpreter/text.hpp"
#include "runtime/tic/codes.hpp"

namespace tic::conformance {

using interpreter::value;

namespace {

constexpr std::array<unsigned, 12> listed_zeros{0, 1, 2, 3, 7, 8, 15, 16, 27, 31, 32, 58};

struct scalar {
    std::string_view name, bytes;
};
// The first and last scalar value of each length, those around the surrogates, and two that are often refused wrongly.
constexpr std::array scalars{scalar{"0", {"\0", 1}},
                             scalar{"7f", "\x7f"},
                             scalar{"80", "\xc2\x80"},
                             scalar{"7ff", "\xdf\xbf"},
                             scalar{"800", "\xe0\xa0\x80"},
                             scalar{"d7ff", "\xed\x9f\xbf"},
                             scalar{"e000", "\xee\x80\x80"},
                             scalar{"feff", "\xef\xbb\xbf"},
                             scalar{"ffff", "\xef\xbf\xbf"},
                             scalar{"10000", "\xf0\x90\x80\x80"},
                             scalar{"10ffff", "\xf4\x8f\xbf\xbf"}};

struct special {
    std::string_view name;
    std::uint64_t single, twice;
};
constexpr std::array specials{special{"zero", 0, 0},
                              special{"minus-zero", 0x80000000, 0x8000000000000000},
                              special{"infinity", 0x7f800000, 0x7ff0000000000000},
                              special{"minus-infinity", 0xff800000, 0xfff0000000000000},
                              special{"nan", 0x7fc00000, 0x7ff8000000000000},
                              special{"nan-payload", 0xffc12345, 0xfff8000123456789},
                              special{"signalling-nan", 0x7f800001, 0x7ff0000000000001},
                              special{"denormal", 0x00000001, 0x0000000000000001},
                              special{"greatest", 0x7f7fffff, 0x7fefffffffffffff},
                              special{"mixed", 0xc0490fdb, 0xc00921fb54442d18}};

bool is_string(const node& n) {
    return n.operation == op::bytes || n.operation == op::utf8 || n.operation == op::text || n.operation == op::sealed;
}

unsigned digits_of(const node& n) {
    if (n.plain == code::truncated_binary) return digits(n.span);
    return n.plain == code::fixed || n.plain == code::twos ? n.bits : 0;
}

/// Not the same read backwards, nor with its bytes exchanged.
bool is_mixed(std::uint64_t x, unsigned width) {
    std::uint64_t mirrored = 0;
    for (unsigned i = 0; i < width; ++i) mirrored |= (x >> i & 1) << (width - 1 - i);
    const bool bytes_differ = width < 16 || (x & 255) != (x >> (width - 8) & 255);
    return mirrored != x && bytes_differ && (x & 1) != 0 && (x & (x - 1)) != 0;
}

std::uint64_t last_short(std::uint64_t span) {
    if (span == ~std::uint64_t{0}) return span;
    const unsigned k = digits(span + 1) - 1;
    const std::uint64_t shorter = (std::uint64_t{1} << k << 1) - (span + 1);
    return shorter - 1;
}

std::uint64_t coded(const node& n, std::uint64_t v) {
    return n.plain == code::zigzag ? zigzag(static_cast<std::int64_t>(v)) : v - n.low;
}

/// Of a number, a length or a count.
void number_labels(const node& n, std::uint64_t v, std::vector<std::string>& out) {
    const bool counts = n.operation != op::number;
    const std::uint64_t x = coded(n, v);
    if (v == n.low) out.push_back(counts ? "shortest" : "least");
    if (v - n.low == n.span) out.push_back(counts ? "longest" : "greatest");
    if (v == 0 && n.low != 0) out.push_back("zero");
    if (n.is_signed && v == ~std::uint64_t{0}) out.push_back("minus-one");
    if (n.plain == code::truncated_binary) {
        const std::uint64_t edge = last_short(n.span);
        if (x == edge && edge != n.span) out.push_back("last-short");
        if (x == edge + 1) out.push_back("first-long");
    }
    if (n.plain == code::fixed && n.bits > 1 && x == std::uint64_t{1} << (n.bits - 1)) out.push_back("high-bit");
    const unsigned width = digits_of(n);
    if (!counts && width >= 4 &&
        is_mixed(x & (width == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << width) - 1), width))
        out.push_back("mixed");
    if (n.plain == code::exp_golomb || n.plain == code::zigzag) {
        if (const std::string zeros = zeros_label(x, n.bits); !zeros.empty()) out.push_back(zeros);
    }
}

std::vector<std::uint64_t> number_candidates(const node& n) {
    std::vector<std::uint64_t> all{n.low, n.low + n.span, 0, ~std::uint64_t{0}};
    const auto from_x = [&](std::uint64_t x) {
        all.push_back(n.plain == code::zigzag ? static_cast<std::uint64_t>(unzigzag(x)) : x + n.low);
    };
    if (n.plain == code::truncated_binary) from_x(last_short(n.span)), from_x(last_short(n.span) + 1);
    const unsigned width = digits_of(n);
    if (width > 1) {
        from_x(std::uint64_t{1} << (width - 1));
        std::uint64_t mixed = 0xb1d3a7c5e9f02e47 >> (64 - width) | 1;
        while (width >= 4 && !is_mixed(mixed, width)) mixed = (mixed >> 1) | 1;
        while (mixed > n.span && n.plain == code::truncated_binary) mixed &= mixed - 1, mixed >>= 1, mixed |= 1;
        if (n.plain == code::twos)
            all.push_back(extend_sign(mixed, n.bits));
        else
            from_x(mixed);
    }
    if (n.plain == code::exp_golomb || n.plain == code::zigzag) {
        const std::uint64_t most = n.plain == code::zigzag ? std::max(zigzag(static_cast<std::int64_t>(n.low)),
                                                                      zigzag(static_cast<std::int64_t>(n.low + n.span)))
                                                           : n.span;
        for (const std::uint64_t x : exp_golomb_candidates(n.bits, most)) from_x(x);
    }
    std::erase_if(all, [&](std::uint64_t v) { return v - n.low > n.span; });
    return all;
}

/// Letters that differ from their neighbours; of bytes also what no letter is.
std::string content(const node& n, std::uint64_t length) {
    std::string text;
    for (std::uint64_t i = 0; i < length; ++i)
        text += n.operation == op::bytes ? static_cast<char>(0xf1 * (i + 1) + 7 * (i >> 8))
                                         : static_cast<char>('a' + (i * 7 + i / 26) % 26);
    return n.operation == op::sealed ? never_opens(length) : text;
}

void string_candidates(const node& n, std::vector<value>& out) {
    for (const std::uint64_t length : number_candidates(n))
        if (length <= most_bytes && (length <= 600 || length == n.low + n.span))
            out.push_back({.bytes = content(n, length)});
    if (n.operation == op::bytes && n.low <= 4 && n.low + n.span >= 4)
        out.push_back({.bytes = std::string("\x00\xff\x80\x01", 4)});
    if (n.operation != op::utf8 && n.operation != op::text) return;
    std::string all;
    const std::uint64_t most = n.low + n.span;
    for (const scalar& s : scalars) {
        if (all.size() + s.bytes.size() > most) {
            if (all.size() >= n.low) out.push_back({.bytes = all});
            all.clear();
        }
        if (s.bytes.size() > most) continue;
        all += s.bytes;
    }
    all += content(n, all.size() < n.low ? n.low - all.size() : 0);
    if (!all.empty()) out.push_back({.bytes = all});
    for (const scalar& s : scalars)
        if (s.bytes.size() <= most)
            out.push_back(
                {.bytes = std::string(s.bytes) + content(n, s.bytes.size() < n.low ? n.low - s.bytes.size() : 0)});
}

}  // namespace

std::string never_opens(std::uint64_t length) {
    std::string octets(static_cast<std::size_t>(length), '\0');
    for (std::size_t i = 1; i < octets.size(); ++i) octets[i] = static_cast<char>(0xa5 + i * 0x1d);
    return octets;
}

std::string zeros_label(std::uint64_t x, unsigned order) {
    const unsigned zeros = digits(x + (std::uint64_t{1} << order)) - 1 - order;
    return std::ranges::find(listed_zeros, zeros) == listed_zeros.end() ? "" : "zeros:" + std::to_string(zeros);
}

std::vector<std::uint64_t> exp_golomb_candidates(unsigned order, std::uint64_t most) {
    std::vector<std::uint64_t> all;
    for (unsigned zeros = 0; zeros + order < 64; ++zeros) {
        const std::uint64_t base = std::uint64_t{1} << order;
        const std::uint64_t first = (base << zeros) - base;
        if (first > most) break;
        const std::uint64_t last = zeros + order == 63 ? most : std::min(most, first + ((base << zeros) - 1));
        if (zeros_label(first, order).empty()) continue;
        // Inside a length where there is room: all digits count then.
        all.push_back(last);
        if (zeros <= 1 && first != last) all.push_back(first);
        if (const std::uint64_t middle = first + (last - first) / 3 * 2; middle != last && middle != first)
            all.push_back(middle);
    }
    return all;
}

std::vector<std::string> plain_labels(const layout& plan, const node& n, const value& v) {
    std::vector<std::string> out;
    switch (n.operation) {
        case op::boolean:
            out.emplace_back(v.number != 0 ? "true" : "false");
            break;
        case op::number:
            number_labels(n, v.number, out);
            break;
        case op::f32:
        case op::f64:
            for (const special& s : specials)
                if (v.number == (n.operation == op::f32 ? s.single : s.twice)) out.emplace_back(s.name);
            break;
        case op::enumeration:
            out.push_back("value:" + std::string(interpreter::member_name(plan, n.type, v.number)));
            break;
        case op::choice:
            out.push_back("arm:" + std::string(interpreter::member_name(plan, n.type, v.number)));
            break;
        case op::list:
            number_labels(n, v.items.size(), out);
            break;
        case op::structure:
            break;
        case op::bytes:
        case op::utf8:
        case op::text:
        case op::sealed: {
            number_labels(n, v.bytes.size(), out);
            if (n.operation == op::bytes && v.bytes.size() >= 4 && v.bytes.substr(0, 2) == std::string("\x00\xff", 2))
                out.emplace_back("any-octet");
            if (n.operation != op::utf8 && n.operation != op::text) break;
            for (const scalar& s : scalars)
                if (v.bytes.find(s.bytes) != std::string::npos) out.push_back("scalar:" + std::string(s.name));
        }
    }
    return out;
}

std::vector<value> plain_candidates(const path_table& paths, const interpreter::program& run, const field_path& of) {
    const node& n = *of.at;
    const layout& plan = run.plan();
    std::vector<value> out;
    switch (n.operation) {
        case op::boolean:
            out = {{.number = 0}, {.number = 1}};
            break;
        case op::number:
            for (const std::uint64_t v : number_candidates(n)) out.push_back({.number = v});
            break;
        case op::f32:
        case op::f64:
            for (const special& s : specials) out.push_back({.number = n.operation == op::f32 ? s.single : s.twice});
            break;
        case op::enumeration:
        case op::choice: {
            const prefix_table& codes = plan.at(of.last, n.type).codes;
            for (index i = 0; i < codes.count; ++i) {
                const index member = plan.codes[codes.first + i].member;
                if (n.operation == op::choice) {
                    const node& arm = plan.fields(of.last, n.type)[i];
                    const bool holds = arm.operation == op::structure || arm.operation == op::choice ||
                                       arm.operation == op::enumeration;
                    if (holds && !arm.optional && !paths.is_inhabited(arm.type, of.last)) continue;
                }
                out.push_back({.number = member});
            }
            break;
        }
        case op::list:
            for (const std::uint64_t count : number_candidates(n)) {
                if (count > most_elements || (count > 40 && count != n.low + n.span)) continue;
                value v;
                v.items.resize(static_cast<std::size_t>(count));
                out.push_back(std::move(v));
            }
            break;
        case op::structure:
            break;
        default:
            string_candidates(n, out);
    }
    // One value for each new name.
    std::set<std::string> named;
    std::erase_if(out, [&](const value& v) {
        bool is_new = false;
        for (auto& label : plain_labels(plan, n, v)) is_new = named.insert(std::move(label)).second || is_new;
        return !is_new;
    });
    return out;
}

bool distinct_value(const layout& plan, unsigned version, const node& n, std::uint64_t i, value& v) {
    v = {};
    switch (n.operation) {
        case op::boolean:
        case op::number: {
            const std::uint64_t span = n.operation == op::boolean ? 1 : n.span;
            if (i > span) return false;
            // Steps of a third of what is there, and unlike each other in every digit that costs little.
            const std::uint64_t room = std::min<std::uint64_t>(span, 0xffff);
            const std::uint64_t step = std::clamp<std::uint64_t>(room / 80, 1, 211);
            const std::uint64_t x = (step == 1 ? 0 : step / 3) + i * step;
            v.number = (n.operation == op::boolean ? 0 : n.low) + x;
            return x <= room;
        }
        case op::f32:
            v.number = 0x3f800000 + i * 0x10203;
            return i < 1000;
        case op::f64:
            v.number = 0x3ff0000000000000 + i * 0x102030405;
            return i < 1000;
        case op::enumeration: {
            const prefix_table& codes = plan.at(version, n.type).codes;
            if (i >= codes.count) return false;
            v.number = plan.codes[codes.first + static_cast<index>(i)].member;
            return true;
        }
        default: {
            if (!is_string(n)) return false;
            const std::uint64_t most = n.low + n.span;
            if (most == 0) return i == 0;
            std::string text;
            for (std::uint64_t rest = i + 1; rest != 0 && n.operation != op::sealed; rest /= 26)
                text += static_cast<char>('a' + rest % 26);
            if (text.size() > most) return false;
            while (text.size() < n.low) text += 'z';
            v.bytes = text;
            return true;
        }
    }
}

}  // namespace tic::conformance
