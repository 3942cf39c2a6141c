// A parsed file's words and comments, grouped as the formatter prints them. Private to this folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tic::ast {

struct format_comment {
    std::string text;
    bool blank_before = false;
};

/// What the items of a block are, as far as printing differs.
enum class format_kind : std::uint8_t { file, fields, entries, rules, session, values, arms, says };

/// One statement, list item, or block with its head.
struct format_item {
    std::vector<format_comment> before;
    std::vector<std::string_view> words;  // without the `;` or `,` that ends it and without the braces of its block
    std::string trailing;                 // a comment behind it on its line
    bool blank_before = false;            // an empty line before its comments or, if it has none, before itself
    bool blank_after_comments = false;    // an empty line between its comments and itself
    bool is_block = false;
    format_kind kind = format_kind::file;
    std::string opening;  // a comment behind `{`
    std::vector<format_item> items;
    std::vector<format_comment> tail;  // comments before `}`
};

/// The whole file as one block. The text must parse.
[[nodiscard]] format_item format_tree(std::string_view text);

/// Whether the items of a block end with `,` rather than `;`.
[[nodiscard]] constexpr bool is_comma_list(format_kind kind) {
    return kind == format_kind::values || kind == format_kind::arms || kind == format_kind::says;
}

}  // namespace tic::ast
