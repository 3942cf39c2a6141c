// Text from templates that look like what they make: raw strings with named holes, indented to where they are printed.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace tic::emit {

/// `$name$` in a template stands for `text`; of several lines, all begin in the hole's column. `$$` is one dollar.
struct hole {
    std::string_view name;
    std::string_view text;
};

/// Fills a template. A first empty line and the indentation that all lines share are left out; a line that held nothing
/// but a hole with no text is dropped. The holes come first, so that the template's lines end the call.
[[nodiscard]] std::string fill(std::initializer_list<hole> holes, std::string_view pattern);

/// Each line that is not empty moved right.
[[nodiscard]] std::string indent(std::string_view text, std::size_t columns);

/// C++ with lines of at most so many columns where it can be: longer ones go on, indented, behind the last comma
/// outside of literals and comments that fits.
[[nodiscard]] std::string wrap(std::string_view text, std::size_t columns);

/// Text that grows by templates.
class printer {
public:
    printer& print(std::initializer_list<hole> holes, std::string_view pattern) {
        text_ += fill(holes, pattern);
        return *this;
    }
    printer& raw(std::string_view text) {
        text_ += text;
        return *this;
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

}  // namespace tic::emit
