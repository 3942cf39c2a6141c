// Groups words and comments for the formatter. A comment inside a statement moves before it; one behind it stays there.
#include "grammar/ast/format_tree.hpp"

#include <utility>

namespace tic::ast {
namespace {

struct word {
    std::string_view text;
    bool comment = false;
    bool own_line = false;      // first on its line
    bool blank_before = false;  // an empty line before it
    [[nodiscard]] bool is(char c) const { return !comment && text.size() == 1 && text[0] == c; }
    [[nodiscard]] bool doc() const { return comment && text.starts_with("///"); }
};

constexpr bool is_name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::size_t word_end(std::string_view text, std::size_t at) {
    std::size_t end = at;
    if (is_name_char(text[at])) {
        while (end < text.size() && is_name_char(text[end])) ++end;
        return end;
    }
    if (text[at] == '"') {
        for (++end; end < text.size() && text[end] != '"'; ++end) end += text[end] == '\\' ? 1U : 0U;
        return end + 1 < text.size() ? end + 1 : text.size();
    }
    if (text.substr(at, 2) == "..") return at + 2;
    if (text.substr(at, 2) != "//") return at + 1;
    while (end < text.size() && text[end] != '\n' && text[end] != '\r') ++end;
    return end;
}

std::vector<word> words_of(std::string_view text) {
    std::vector<word> words;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::size_t breaks = 1;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            // A lone carriage return ends a line comment too, but is no line end for anybody else.
            breaks += c == '\n' ? 1U : 0U;
            ++at;
            continue;
        }
        const std::size_t end = word_end(text, at);
        word made{text.substr(at, end - at), text.substr(at, 2) == "//", breaks > 0, breaks > 1 && !words.empty()};
        while (made.comment && (made.text.back() == ' ' || made.text.back() == '\t')) made.text.remove_suffix(1);
        words.push_back(made);
        breaks = 0;
        at = end;
    }
    return words;
}

/// A comment that moves must not begin to document something.
std::string as_plain(std::string_view comment) {
    while (comment.starts_with('/')) comment.remove_prefix(1);
    return "//" + std::string(comment);
}

class grouper {
public:
    explicit grouper(std::vector<word> words) : words_(std::move(words)) {}

    format_item run() {
        format_item root;
        root.is_block = true;
        block(root);
        return root;
    }

private:
    [[nodiscard]] bool at_end() const { return at_ >= words_.size(); }
    [[nodiscard]] const word& here() const { return words_[at_]; }

    /// The next word that is no comment, from `at` on.
    [[nodiscard]] const word* real_from(std::size_t at) const {
        while (at < words_.size() && words_[at].comment) ++at;
        return at < words_.size() ? &words_[at] : nullptr;
    }

    void block(format_item& into) {
        while (!at_end() && !here().is('}')) {
            const word* real = real_from(at_);
            if (real == nullptr || real->is('}')) {
                into.tail.push_back({std::string(here().text), here().blank_before});
                ++at_;
            } else if (real->is(',') || real->is(';')) {
                drop_separator(into);
            } else {
                into.items.push_back(item(into.kind));
            }
        }
    }

    /// A separator with nothing before it cannot be in a file that parses; whatever comes is printed all the same.
    void drop_separator(format_item& into) {
        while (here().comment) {
            into.tail.push_back({as_plain(here().text), false});
            ++at_;
        }
        ++at_;
    }

    format_item item(format_kind inside) {
        format_item made;
        while (here().comment) {
            made.before.push_back({std::string(here().text), here().blank_before});
            ++at_;
        }
        made.blank_before = made.before.empty() ? here().blank_before : made.before.front().blank_before;
        made.blank_after_comments =
            !made.before.empty() && here().blank_before && !made.before.back().text.starts_with("///");
        if (is_comma_list(inside)) {
            list_item(made);
        } else {
            statement(made, inside);
        }
        if (made.trailing.empty()) made.trailing = take_trailing();
        return made;
    }

    std::string take_trailing() {
        if (at_end() || !here().comment || here().own_line || here().doc()) return {};
        return std::string(words_[at_++].text);
    }

    void hoist(format_item& into) { into.before.push_back({as_plain(words_[at_++].text), false}); }

    void statement(format_item& into, format_kind inside) {
        for (; !at_end();) {
            if (here().comment) {
                hoist(into);
            } else if (here().is(';')) {
                ++at_;
                return;
            } else if (here().is('{')) {
                ++at_;
                into.is_block = true;
                into.kind = kind_of(into, inside);
                into.opening = take_trailing();
                block(into);
                if (!at_end()) ++at_;
                return;
            } else {
                into.words.push_back(words_[at_++].text);
            }
        }
    }

    static format_kind kind_of(const format_item& head, format_kind inside) {
        const std::string_view first = head.words.empty() ? std::string_view{} : head.words.front();
        if (inside == format_kind::session) return first == "state" ? format_kind::rules : format_kind::says;
        if (inside == format_kind::entries) return format_kind::entries;
        if (first == "enum") return format_kind::values;
        if (first == "union") return format_kind::arms;
        if (first == "memory") return format_kind::entries;
        return first == "session" ? format_kind::session : format_kind::fields;
    }

    void list_item(format_item& into) {
        int depth = 0;
        while (!at_end()) {
            const word* real = real_from(at_);
            if (real == nullptr || (depth == 0 && real->is('}'))) return;
            if (here().comment) {
                // A comment before the comma belongs to the item, like one after it.
                const bool behind =
                    depth == 0 && real->is(',') && into.trailing.empty() && !here().own_line && !here().doc();
                if (behind && !continues_after(*real)) {
                    into.trailing = std::string(words_[at_++].text);
                } else {
                    hoist(into);
                }
                continue;
            }
            if (depth == 0 && here().is(',')) {
                const bool more = continues_after(here());
                ++at_;
                if (!more) return;
                into.words.push_back(",");
                continue;
            }
            depth += here().is('(') ? 1 : here().is(')') ? -1 : 0;
            into.words.push_back(words_[at_++].text);
        }
    }

    /// A weight behind the comma belongs to the item before it.
    [[nodiscard]] bool continues_after(const word& comma) const {
        const word* next = real_from(static_cast<std::size_t>(&comma - words_.data()) + 1);
        return next != nullptr && next->is('~');
    }

    std::vector<word> words_;
    std::size_t at_ = 0;
};

}  // namespace

format_item format_tree(std::string_view text) { return grouper(words_of(text)).run(); }

}  // namespace tic::ast
