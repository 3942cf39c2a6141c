// The spaces within one line, and its columns.
#include "grammar/ast/format_line.hpp"

#include <algorithm>
#include <array>

namespace tic::ast {
namespace {

using words = std::vector<std::string_view>;

bool is(const words& all, std::size_t at, std::string_view word) { return at < all.size() && all[at] == word; }

bool is_any(std::string_view word, std::string_view punctuation) {
    return word.size() == 1 && punctuation.find(word[0]) != std::string_view::npos;
}

/// Whether the `-` at `at` belongs to the digits behind it, rather than to what a hint adds or takes away.
bool is_sign(const words& all, std::size_t at) {
    if (at == 0) return true;
    const std::string_view before = all[at - 1];
    if (before == ".." || is_any(before, "(,=~+-:")) return true;
    const bool first = at >= 2 && (all[at - 2] == "~" || all[at - 2] == ".");
    if (before == "is") return at >= 2 && all[at - 2] == "~";
    constexpr std::array<std::string_view, 7> keywords{"within",  "since",  "until", "edition",
                                                       "version", "oldest", "limit"};
    const bool value_of_is = at >= 3 && all[at - 2] == "is" && all[at - 3] == "~";
    return !first && !value_of_is && std::find(keywords.begin(), keywords.end(), before) != keywords.end();
}

class joiner {
public:
    joiner(const words& all, bool weights) : all_(all), weights_(weights) {}

    /// The words from `begin` to `end`, which may lie anywhere in the line.
    std::string join(std::size_t begin, std::size_t end) {
        std::string made;
        for (std::size_t at = begin; at < end; ++at) {
            if (at > begin && space_before(at)) made += ' ';
            made += all_[at];
        }
        return made;
    }

private:
    [[nodiscard]] bool space_before(std::size_t at) const {
        const std::string_view left = all_[at - 1];
        const std::string_view right = all_[at];
        if (is_any(right, ",)?:.") || right == ".." || is_any(left, "(.@") || left == "..") return false;
        if (right == "(") return false;
        if (left == "-") return !is_sign(all_, at - 1);
        if (left == "~") return !weights_ || depth_at(at) > 0;
        return true;
    }

    [[nodiscard]] int depth_at(std::size_t at) const {
        int depth = 0;
        for (std::size_t i = 0; i < at; ++i) depth += all_[i] == "(" ? 1 : all_[i] == ")" ? -1 : 0;
        return depth;
    }

    const words& all_;
    bool weights_;
};

}  // namespace

std::string join_words(const words& all, format_kind inside) {
    return joiner(all, is_comma_list(inside)).join(0, all.size());
}

line_cells split_line(const words& all, format_kind inside) {
    std::size_t name = 0;
    if (inside != format_kind::values && inside != format_kind::says && is(all, 1, ":")) name = 2;
    std::size_t hints = all.size();
    std::size_t marks = all.size();
    int depth = 0;
    for (std::size_t at = name; at < all.size(); ++at) {
        depth += all[at] == "(" ? 1 : all[at] == ")" ? -1 : 0;
        if (depth != 0) continue;
        if (all[at] == "~") hints = std::min(hints, at);
        if (all[at] == "@") marks = std::min(marks, at);
    }
    hints = std::min(hints, marks);
    joiner made(all, is_comma_list(inside));
    return {made.join(0, name), made.join(name, hints), made.join(hints, marks), made.join(marks, all.size())};
}

std::string set_line(const words& all, format_kind inside, line_columns columns) {
    const line_cells cells = split_line(all, inside);
    std::string made = cells.name;
    if (!made.empty()) made.append(made.size() < columns.name ? columns.name - made.size() : 0, ' ').append(1, ' ');
    made += cells.domain;
    if (!cells.hints.empty()) {
        made.append(cells.domain.size() < columns.domain ? columns.domain - cells.domain.size() : 0, ' ');
        made += " " + cells.hints;
    }
    if (!cells.marks.empty()) made += " " + cells.marks;
    return made;
}

std::size_t text_width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace tic::ast
