// Markdown as the tests see it: fenced blocks with their info words and line numbers, and links.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace tic::tests {

/// One fenced block: "```tic wrong" has the info words `tic` and `wrong`.
struct block {
    std::vector<std::string> info;
    std::vector<std::string> lines;
    std::size_t first_line = 0;  ///< index of its first line among the document's lines

    [[nodiscard]] bool is(const std::string& kind) const { return !info.empty() && info.front() == kind; }
    [[nodiscard]] bool has(const std::string& word) const;
    /// The info word that names a file, or empty.
    [[nodiscard]] std::string file_name() const;
    [[nodiscard]] std::string text() const;
};

struct document {
    std::filesystem::path path;
    std::vector<std::string> lines;
    std::vector<block> blocks;
};

[[nodiscard]] std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& text);
[[nodiscard]] std::vector<std::string> split_lines(const std::string& text);
[[nodiscard]] std::string join_lines(const std::vector<std::string>& lines);

[[nodiscard]] document read_document(const std::filesystem::path& path);
/// The documents at the top of the repository and those below docs/, sorted by path.
[[nodiscard]] std::vector<std::filesystem::path> documents(const std::filesystem::path& root);

}  // namespace tic::tests
