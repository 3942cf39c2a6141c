// Reads Markdown files into lines and fenced blocks.
#include "tests/docs/document.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace tic::tests {

namespace fs = std::filesystem;

bool block::has(const std::string& word) const { return std::ranges::find(info, word) != info.end(); }

std::string block::file_name() const {
    for (const auto& word : info)
        if (word.find('.') != std::string::npos) return word;
    return {};
}

std::string block::text() const { return join_lines(lines); }

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

void write_file(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

std::vector<std::string> split_lines(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::string join_lines(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line + '\n';
    return text;
}

document read_document(const fs::path& path) {
    document made{path, split_lines(read_file(path)), {}};
    bool open = false;
    for (std::size_t i = 0; i < made.lines.size(); ++i) {
        const std::string& line = made.lines[i];
        if (line.starts_with("```")) {
            open = !open;
            if (!open) continue;
            block next;
            std::istringstream words(line.substr(3));
            for (std::string word; words >> word;) next.info.push_back(word);
            next.first_line = i + 1;
            made.blocks.push_back(std::move(next));
        } else if (open) {
            made.blocks.back().lines.push_back(line);
        }
    }
    return made;
}

std::vector<fs::path> documents(const fs::path& root) {
    std::vector<fs::path> found;
    const auto add = [&found](const fs::directory_entry& entry) {
        if (entry.path().extension() == ".md") found.push_back(entry.path());
    };
    for (const auto& entry : fs::directory_iterator(root)) add(entry);
    for (const auto& entry : fs::recursive_directory_iterator(root / "docs")) add(entry);
    std::ranges::sort(found);
    return found;
}

}  // namespace tic::tests
