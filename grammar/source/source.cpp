// Lines, columns and UTF-8 of source text.
#include "grammar/source/source.hpp"

#include <algorithm>
#include <utility>

namespace tic::source {
namespace {

constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Length of the well-formed sequence at `at`, or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto continues = [&](std::size_t i, unsigned low, unsigned high) {
        return byte(i) >= low && byte(i) <= high;
    };
    const unsigned lead = byte(at);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return continues(at + 1, 0x80, 0xBF) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return continues(at + 1, low, high) && continues(at + 2, 0x80, 0xBF) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return continues(at + 1, low, high) && continues(at + 2, 0x80, 0xBF) && continues(at + 3, 0x80, 0xBF) ? 4 : 0;
    }
    return 0;
}

}  // namespace

file::file(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
    starts_.push_back(0);
    for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
        starts_.push_back(static_cast<std::uint32_t>(at + 1));
    }
}

position file::at(std::uint32_t byte) const {
    const auto size = static_cast<std::uint32_t>(text_.size());
    const std::uint32_t place = std::min(byte, size);
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), place);
    const auto number = static_cast<std::uint32_t>(after - starts_.begin());
    const std::string_view before(text_.data() + starts_[number - 1], place - starts_[number - 1]);
    const auto inner = std::count_if(before.begin(), before.end(), is_continuation);
    return {number, static_cast<std::uint32_t>(before.size()) - static_cast<std::uint32_t>(inner) + 1};
}

std::string_view file::line(std::uint32_t line) const {
    if (line == 0 || line > line_count()) return {};
    const std::size_t begin = starts_[line - 1];
    std::size_t end = line < line_count() ? starts_[line] - 1 : text_.size();
    if (end > begin && text_[end - 1] == '\r') --end;
    return std::string_view(text_).substr(begin, end - begin);
}

std::uint32_t files::add(std::string name, std::string text) {
    files_.emplace_back(std::move(name), std::move(text));
    return static_cast<std::uint32_t>(files_.size() - 1);
}

std::string_view files::text(span where) const {
    return std::string_view(files_[where.file].text()).substr(where.begin, where.end - where.begin);
}

std::size_t find_bad_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::string_view::npos;
}

}  // namespace tic::source
