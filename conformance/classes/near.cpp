// Numbers that differ in one bit, strings that differ in their end, their case or their length, floats that are equal
// to an arithmetic unit only.
#include "conformance/classes/near.hpp"

#include <algorithm>

#include "runtime/tic/codes.hpp"

namespace tic::conformance {

using interpreter::value;

namespace {

std::vector<value> near_numbers(const node& n, std::uint64_t base) {
    std::vector<value> all{{.number = base}};
    for (const unsigned bit : {0U, 7U, 8U, 15U, 16U, 31U, 32U})
        all.push_back({.number = base + (std::uint64_t{1} << bit)});
    if (n.span != 0) all.push_back({.number = base + (std::uint64_t{1} << (digits(n.span) - 1))});
    if (n.is_signed) all.push_back({.number = 0 - base});
    all.push_back({.number = n.low});
    all.push_back({.number = n.low + n.span});
    std::erase_if(all, [&](const value& v) { return v.number - n.low > n.span; });
    return all;
}

std::vector<value> near_strings(const node& n, const std::string& base) {
    const auto most = static_cast<std::size_t>(n.low + n.span);
    std::vector<std::string> texts{"", "a", "A", std::string("a\0", 2), "ab", base};
    if (!base.empty())
        texts.push_back(base + "a"), texts.push_back(base.substr(0, base.size() - 1)), texts.push_back(base.substr(1));
    std::string longest(most, 'm');
    for (const std::size_t at : {most, most - 1, std::size_t{0}, most / 2}) {
        texts.push_back(longest);
        if (at < most) texts.back()[at] = 'n';
    }
    std::vector<value> all;
    for (std::string& text : texts)
        if (text.size() >= n.low && text.size() <= most) all.push_back({.bytes = std::move(text)});
    return all;
}

/// Zeros of both signs, two that are no numbers, and two that differ in the last digit.
std::vector<value> near_floats(bool is_single) {
    if (is_single)
        return {{.number = 0},          {.number = 0x80000000}, {.number = 0x7fc00000},
                {.number = 0x7fc00001}, {.number = 0x3f800000}, {.number = 0x3f800001}};
    return {{.number = 0},
            {.number = 0x8000000000000000},
            {.number = 0x7ff8000000000000},
            {.number = 0x7ff8000000000001},
            {.number = 0x3ff0000000000000},
            {.number = 0x3ff0000000000001}};
}

}  // namespace

std::vector<value> near_values(const node& n, const value& base) {
    std::vector<value> all;
    switch (n.operation) {
        case op::number:
            all = near_numbers(n, base.number - n.low <= n.span ? base.number : n.low + n.span / 5);
            break;
        case op::f32:
        case op::f64:
            all = near_floats(n.operation == op::f32);
            break;
        case op::bytes:
        case op::utf8:
            all = near_strings(n, base.bytes);
            break;
        default:
            return {};
    }
    const auto is_again = [&](auto first, auto at) {
        return std::any_of(first, at, [&](const value& v) { return v.number == at->number && v.bytes == at->bytes; });
    };
    for (auto at = all.begin(); at != all.end();) at = is_again(all.begin(), at) ? all.erase(at) : at + 1;
    return all;
}

}  // namespace tic::conformance
