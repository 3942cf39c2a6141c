// Spaces within one line, and its columns. Private to this folder.
#pragma once

#include "grammar/ast/format_tree.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tic::ast {

/// `name:`, domain and life, hints or weights, marks.
struct line_cells {
    std::string name;
    std::string domain;
    std::string hints;
    std::string marks;
};

struct line_columns {
    std::size_t name = 0;
    std::size_t domain = 0;
};

/// The words with the spaces that belong between them.
[[nodiscard]] std::string join_words(const std::vector<std::string_view>& words, format_kind inside);

[[nodiscard]] line_cells split_line(const std::vector<std::string_view>& words, format_kind inside);

/// One line of a block with its cells in columns.
[[nodiscard]] std::string set_line(const std::vector<std::string_view>& words, format_kind inside,
                                   line_columns columns);

/// In characters.
[[nodiscard]] std::size_t text_width(std::string_view text);

}  // namespace tic::ast
