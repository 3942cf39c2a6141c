// Words, blanks and comments of a statement.
#include "conformance/values/cursor.hpp"

#include <algorithm>

namespace tic::conformance {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace

void cursor::skip_blanks() {
    while (at_ < text_.size()) {
        if (is_blank(text_[at_])) {
            ++at_;
        } else if (text_[at_] == '#') {
            const std::size_t end = std::min(text_.find('\n', at_), text_.size());
            if (at_ >= seen_) {
                comments_.push_back(trimmed(text_.substr(at_ + 1, end - at_ - 1)));
                seen_ = end;
            }
            at_ = end;
        } else {
            return;
        }
    }
}

std::string_view cursor::name() {
    const std::size_t first = next();
    while (is_name_char(here())) ++at_;
    return between(first, at_);
}

std::string_view cursor::word() {
    constexpr std::string_view ends(" \t\r\n{}()[]=;|\"", 14);
    const std::size_t first = next();
    at_ = std::min(text_.find_first_of(ends, at_), text_.size());
    return between(first, at_);
}

std::string_view cursor::chunk() {
    const std::size_t first = next();
    while (at_ < text_.size() && !is_blank(text_[at_])) ++at_;
    return between(first, at_);
}

}  // namespace tic::conformance
