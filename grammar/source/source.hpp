// Source text: files, byte spans, and the lines and columns that people count. Depends on nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace tic::source {

/// Half-open range of bytes in one file of a `files` store. An empty span points between two bytes.
struct span {
    std::uint32_t file = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool operator==(const span&) const = default;
};

/// The smallest span that holds both; they must be of one file.
[[nodiscard]] constexpr span cover(span first, span last) { return {first.file, first.begin, last.end}; }

/// Both count from 1; a column counts Unicode scalar values, not bytes.
struct position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// One text and where its lines begin.
class file {
public:
    file(std::string name, std::string text);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] position at(std::uint32_t byte) const;
    /// The line's bytes without its line end; `line` counts from 1.
    [[nodiscard]] std::string_view line(std::uint32_t line) const;
    [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }
    [[nodiscard]] std::uint32_t line_start(std::uint32_t line) const { return starts_[line - 1]; }

private:
    std::string name_;
    std::string text_;
    std::vector<std::uint32_t> starts_;
};

/// Every file read in one run; a file's number is its place here, and references stay valid.
class files {
public:
    std::uint32_t add(std::string name, std::string text);
    [[nodiscard]] const file& operator[](std::uint32_t number) const { return files_[number]; }
    [[nodiscard]] std::size_t size() const { return files_.size(); }
    [[nodiscard]] std::string_view text(span where) const;
    [[nodiscard]] position at(span where) const { return files_[where.file].at(where.begin); }

private:
    std::deque<file> files_;
};

/// Byte offset of the first sequence that is not well-formed UTF-8 (RFC 3629), or npos.
[[nodiscard]] std::size_t find_bad_utf8(std::string_view text);

}  // namespace tic::source
