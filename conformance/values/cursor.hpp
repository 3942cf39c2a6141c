// Reads words out of one statement of a tape, over its line ends and comments.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tic::conformance {

[[nodiscard]] constexpr bool is_name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class cursor {
public:
    explicit cursor(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

    /// Where the next thing begins, blanks and comments left behind.
    std::size_t next() {
        skip_blanks();
        return at_;
    }
    [[nodiscard]] std::size_t position() const { return at_; }
    void go_to(std::size_t at) { at_ = at; }
    [[nodiscard]] bool ended() { return next() >= text_.size(); }
    /// The next character, blanks skipped; 0 at the end.
    [[nodiscard]] char peek() { return ended() ? '\0' : text_[at_]; }
    /// The character right here, or so much further on.
    [[nodiscard]] char here(std::size_t further = 0) const {
        return at_ + further < text_.size() ? text_[at_ + further] : '\0';
    }
    /// Takes the character if it comes next.
    bool take(char c) {
        if (peek() != c) return false;
        ++at_;
        return true;
    }
    void advance(std::size_t count) { at_ += count; }

    /// Letters, digits and `_`; empty if something else comes.
    std::string_view name();
    /// Everything to the next blank or one of `{}()[]=;|"`, for numbers, paths, and for telling what is wrong.
    std::string_view word();
    /// Everything to the next blank.
    std::string_view chunk();

    [[nodiscard]] std::string_view between(std::size_t first, std::size_t last) const {
        return text_.substr(first, last - first);
    }
    /// The comments passed so far, without `#` and the blanks around.
    [[nodiscard]] const std::vector<std::string_view>& comments() const { return comments_; }

private:
    void skip_blanks();

    std::string_view text_;
    std::size_t at_;
    std::size_t seen_ = 0;  ///< comments up to here are taken down
    std::vector<std::string_view> comments_{};
};

}  // namespace tic::conformance
