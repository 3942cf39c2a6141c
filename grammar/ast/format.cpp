// Prints the formatter's tree: spaces, lines, columns.
#include "grammar/ast/format.hpp"

#include "grammar/ast/format_line.hpp"
#include "grammar/ast/format_tree.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace tic::ast {
namespace {

constexpr std::size_t widest = 100;
constexpr std::size_t widest_name = 24;  // longer ones do not widen the column of the others
constexpr std::size_t widest_domain = 16;

bool has_comments(const format_item& item) { return !item.before.empty() || !item.trailing.empty(); }

/// `{ … }` on one line, if it fits.
std::optional<std::string> one_line(const format_item& block) {
    if (block.kind == format_kind::session || !block.opening.empty() || !block.tail.empty()) return std::nullopt;
    if (block.items.empty()) return "{}";
    const bool commas = is_comma_list(block.kind);
    std::string made = "{";
    for (const format_item& item : block.items) {
        if (item.is_block || has_comments(item)) return std::nullopt;
        made += made == "{" ? " " : commas ? ", " : block.kind == format_kind::fields ? ";  " : "; ";
        made += join_words(item.words, block.kind);
    }
    return made + (commas ? " }" : "; }");
}

class printer {
public:
    std::string run(const format_item& root) {
        items(root, 0);
        return std::move(out_);
    }

private:
    void items(const format_item& block, std::size_t depth) {
        const std::vector<format_item>& all = block.items;
        for (std::size_t at = 0; at < all.size();) {
            std::size_t end = at + 1;
            while (end < all.size() && !parts(all[end], block.kind)) ++end;
            group({all.data() + at, end - at}, block.kind, depth);
            at = end;
        }
        for (const format_comment& one : block.tail) comment(one, depth);
    }

    /// Whether columns start anew here.
    static bool parts(const format_item& item, format_kind inside) {
        if (item.blank_before || item.blank_after_comments) return true;
        return inside == format_kind::file && !item.before.empty();
    }

    void group(std::span<const format_item> all, format_kind inside, std::size_t depth) {
        const bool cells = inside == format_kind::fields || inside == format_kind::entries || is_comma_list(inside);
        const line_columns columns = cells ? columns_of(all, inside) : line_columns{};
        for (std::size_t at = 0; at < all.size();) {
            std::size_t end = at + 1;
            while (end < all.size() && same_shape(all[at], all[end])) ++end;
            const std::size_t head = cells ? 0 : head_column(all.subspan(at, end - at), depth);
            for (; at < end; ++at) item(all[at], inside, depth, columns, head);
        }
    }

    static line_columns columns_of(std::span<const format_item> all, format_kind inside) {
        line_columns made;
        for (const format_item& item : all) {
            const line_cells cells = split_line(item.words, inside);
            if (cells.name.size() <= widest_name) made.name = std::max(made.name, cells.name.size());
            if (!cells.hints.empty() &&
                cells.domain.size() <= (inside == format_kind::values ? widest_name : widest_domain)) {
                made.domain = std::max(made.domain, cells.domain.size());
            }
        }
        return made;
    }

    /// Lines whose `=` or `{` may be aligned: types, consts, and blocks of one kind that fit on a line.
    static bool same_shape(const format_item& a, const format_item& b) {
        if (a.words.empty() || b.words.empty() || a.words.front() != b.words.front()) return false;
        return a.is_block == b.is_block;
    }

    /// The width of `type Name` or `struct Name` that all of these can share; 0 if they are not lined up.
    static std::size_t head_column(std::span<const format_item> all, std::size_t depth) {
        std::size_t column = 0;
        for (const format_item& item : all) {
            if (item.is_block && !one_line(item)) continue;
            column = std::max(column, head_of(item).size());
        }
        for (const format_item& item : all) {
            const std::string head = head_of(item);
            const auto body = item.is_block ? one_line(item) : rest_of(item);
            if (!body) continue;
            const bool fits = depth * 2 + head.size() + 1 + text_width(*body) <= widest;
            if (fits && depth * 2 + column + 1 + text_width(*body) > widest) return 0;
        }
        return column;
    }

    /// The text before `=` or `{`, and the rest.
    static std::string head_of(const format_item& item) {
        if (item.is_block) return join_words(item.words, format_kind::file);
        const auto equals = std::find(item.words.begin(), item.words.end(), "=");
        if (equals == item.words.end()) return {};
        return join_words({item.words.begin(), equals}, format_kind::file);
    }
    static std::optional<std::string> rest_of(const format_item& item) {
        const auto equals = std::find(item.words.begin(), item.words.end(), "=");
        if (equals == item.words.end()) return std::nullopt;
        return join_words({equals, item.words.end()}, format_kind::file) + ";";
    }

    void item(const format_item& it, format_kind inside, std::size_t depth, line_columns columns, std::size_t head) {
        for (const format_comment& one : it.before) comment(one, depth);
        if (it.before.empty() ? it.blank_before : it.blank_after_comments) blank();
        const std::string indent(depth * 2, ' ');
        fresh_ = false;
        if (it.is_block) {
            block(it, inside, depth, columns, head);
        } else if (head != 0 && rest_of(it)) {
            out_ += indent + padded(head_of(it), head) + " " + *rest_of(it);
        } else {
            out_ += indent + set_line(it.words, inside, columns) + (is_comma_list(inside) ? "," : ";");
        }
        if (!it.trailing.empty()) out_ += "  " + it.trailing;
        out_ += '\n';
    }

    void block(const format_item& it, format_kind inside, std::size_t depth, line_columns columns, std::size_t head) {
        const std::string indent(depth * 2, ' ');
        const std::string start = inside == format_kind::entries ? set_line(it.words, inside, columns)
                                                                 : join_words(it.words, format_kind::file);
        const auto whole = one_line(it);
        if (whole && indent.size() + text_width(start) + 1 + text_width(*whole) <= widest) {
            out_ += indent + padded(start, head) + " " + *whole;
            return;
        }
        out_ += indent + start + " {" + (it.opening.empty() ? "" : "  " + it.opening) + "\n";
        fresh_ = true;
        items(it, depth + 1);
        fresh_ = false;
        out_ += indent + "}";
    }

    void comment(const format_comment& one, std::size_t depth) {
        if (one.blank_before) blank();
        fresh_ = false;
        out_ += std::string(depth * 2, ' ') + one.text + "\n";
    }

    /// Never at the start of the file or of a block.
    void blank() {
        if (!fresh_) out_ += '\n';
        fresh_ = true;
    }

    static std::string padded(std::string text, std::size_t width) {
        if (text.size() < width) text.append(width - text.size(), ' ');
        return text;
    }

    std::string out_;
    bool fresh_ = true;  // nothing was printed yet in this block, or an empty line just now
};

}  // namespace

std::string format(const source::file& text) { return printer().run(format_tree(text.text())); }

}  // namespace tic::ast
