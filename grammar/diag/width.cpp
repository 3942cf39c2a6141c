// Column widths, by the ranges of Unicode's East Asian Width that terminals agree on.
#include "grammar/diag/width.hpp"

#include <algorithm>
#include <array>

namespace tic::diag {
namespace {

struct range {
    std::uint32_t first;
    std::uint32_t last;
};

constexpr std::array wide{
    range{0x1100, 0x115F},   range{0x231A, 0x231B},   range{0x2329, 0x232A},   range{0x23E9, 0x23EC},
    range{0x25FD, 0x25FE},   range{0x2614, 0x2615},   range{0x2648, 0x2653},   range{0x26A1, 0x26A1},
    range{0x26BD, 0x26BE},   range{0x26C4, 0x26C5},   range{0x26D4, 0x26D4},   range{0x2705, 0x2705},
    range{0x2728, 0x2728},   range{0x274C, 0x274C},   range{0x2753, 0x2755},   range{0x2757, 0x2757},
    range{0x2795, 0x2797},   range{0x2B1B, 0x2B1C},   range{0x2B50, 0x2B50},   range{0x2E80, 0x303E},
    range{0x3041, 0xA4CF},   range{0xA960, 0xA97C},   range{0xAC00, 0xD7A3},   range{0xF900, 0xFAFF},
    range{0xFE10, 0xFE19},   range{0xFE30, 0xFE6F},   range{0xFF00, 0xFF60},   range{0xFFE0, 0xFFE6},
    range{0x16FE0, 0x18CFF}, range{0x1AFF0, 0x1B2FF}, range{0x1F004, 0x1F004}, range{0x1F0CF, 0x1F0CF},
    range{0x1F18E, 0x1F18E}, range{0x1F191, 0x1F19A}, range{0x1F200, 0x1F320}, range{0x1F32D, 0x1F335},
    range{0x1F337, 0x1F37C}, range{0x1F37E, 0x1F393}, range{0x1F3A0, 0x1F3CA}, range{0x1F3CF, 0x1F3D3},
    range{0x1F3E0, 0x1F3F0}, range{0x1F3F4, 0x1F3F4}, range{0x1F3F8, 0x1F43E}, range{0x1F440, 0x1F440},
    range{0x1F442, 0x1F4FC}, range{0x1F4FF, 0x1F53D}, range{0x1F54B, 0x1F54E}, range{0x1F550, 0x1F567},
    range{0x1F57A, 0x1F57A}, range{0x1F595, 0x1F596}, range{0x1F5A4, 0x1F5A4}, range{0x1F5FB, 0x1F64F},
    range{0x1F680, 0x1F6C5}, range{0x1F6CC, 0x1F6CC}, range{0x1F6D0, 0x1F6D2}, range{0x1F6D5, 0x1F6DF},
    range{0x1F6EB, 0x1F6EC}, range{0x1F6F4, 0x1F6FC}, range{0x1F7E0, 0x1F7F0}, range{0x1F90C, 0x1F9FF},
    range{0x1FA70, 0x1FAFF}, range{0x20000, 0x3FFFD}};

constexpr std::array combining{
    range{0x0300, 0x036F}, range{0x0483, 0x0489}, range{0x0591, 0x05BD},   range{0x0610, 0x061A},
    range{0x064B, 0x065F}, range{0x0E31, 0x0E31}, range{0x0E34, 0x0E3A},   range{0x0E47, 0x0E4E},
    range{0x1160, 0x11FF}, range{0x1AB0, 0x1AFF}, range{0x1DC0, 0x1DFF},   range{0x20D0, 0x20FF},
    range{0xFE00, 0xFE0F}, range{0xFE20, 0xFE2F}, range{0x1F3FB, 0x1F3FF}, range{0xE0100, 0xE01EF}};

constexpr std::array invisible{range{0x200B, 0x200F}, range{0x2028, 0x202E}, range{0x2060, 0x206F},
                               range{0xFEFF, 0xFEFF}};

template <std::size_t N>
bool holds(const std::array<range, N>& ranges, std::uint32_t scalar) {
    return std::any_of(ranges.begin(), ranges.end(), [&](range r) { return r.first <= scalar && scalar <= r.last; });
}

}  // namespace

scalar scalar_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> std::uint32_t {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    };
    const std::uint32_t lead = byte(at);
    if (lead < 0x80) return {lead, 1, true};
    const std::size_t length = lead >= 0xF0 && lead <= 0xF4  ? 4
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xC2 && lead < 0xE0 ? 2
                                                             : 0;
    if (length == 0) return {lead, 1, false};
    std::uint32_t value = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) return {lead, 1, false};
        value = value << 6U | (byte(at + i) & 0x3FU);
    }
    return {value, length, true};
}

std::size_t column_width(std::uint32_t scalar) {
    if (scalar < 0x300) return 1;
    if (holds(combining, scalar)) return 0;
    return holds(wide, scalar) ? 2 : 1;
}

bool is_invisible(std::uint32_t scalar) { return scalar >= 0x2000 && holds(invisible, scalar); }

}  // namespace tic::diag
