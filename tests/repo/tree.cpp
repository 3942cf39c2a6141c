// Reads the repository once.
#include "tests/repo/tree.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <regex>

namespace tic::tests {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest = 600'000;

std::vector<std::string> read_lines(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

bool is_skipped(const fs::path& folder) {
    const auto name = folder.filename().string();
    return name == ".git" || name == "__pycache__" || (name == "build" && folder.parent_path() == fs::path(TIC_ROOT));
}

std::vector<tree_file> read_tree() {
    std::vector<tree_file> found;
    for (fs::recursive_directory_iterator at(TIC_ROOT), end; at != end; ++at) {
        if (at->is_directory() && is_skipped(at->path())) {
            at.disable_recursion_pending();
        } else if (at->is_regular_file() && at->path().filename() != ".git" && at->file_size() < largest) {
            found.push_back({fs::relative(at->path(), TIC_ROOT).generic_string(), read_lines(at->path())});
        }
    }
    std::ranges::sort(found, {}, &tree_file::path);
    return found;
}

}  // namespace

bool tree_file::under(std::string_view folder) const {
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

bool tree_file::is_cpp() const {
    return path.ends_with(".cpp") || path.ends_with(".hpp") || path.ends_with(".cc") || path.ends_with(".h");
}

bool tree_file::is_markdown() const { return path.ends_with(".md"); }

bool tree_file::is_data() const {
    constexpr std::array folders{"grammar/generated", "tests/corpus", "tests/golden", "tests/cli/cases"};
    if (std::ranges::any_of(folders, [&](const char* folder) { return under(folder); })) return true;
    return under("tests") && path.ends_with(".tic");
}

bool tree_file::is_written() const {
    if (is_data() || lines.empty()) return false;
    if (is_cpp() || is_markdown() || path.ends_with(".py") || path.ends_with(".sh")) return true;
    if (path.ends_with("CMakeLists.txt") || path.ends_with(".cmake")) return true;
    return lines.front().starts_with("#!");
}

std::vector<bool> tree_file::raw_string_lines() const {
    static const std::regex opening(R"re(R"(\w*)\()re");
    std::vector<bool> raw;
    std::string closing;  // of the raw string that is open
    for (const auto& line : lines) {
        std::size_t from = 0;
        raw.push_back(!closing.empty() && line.find(closing) == std::string::npos);
        while (from < line.size()) {
            if (closing.empty()) {
                std::smatch found;
                if (!std::regex_search(line.begin() + static_cast<std::ptrdiff_t>(from), line.end(), found, opening))
                    break;
                from = static_cast<std::size_t>(found[0].second - line.begin());
                closing = ")" + found[1].str() + "\"";
            } else {
                const std::size_t end = line.find(closing, from);
                if (end == std::string::npos) break;
                from = end + closing.size();
                closing.clear();
            }
        }
    }
    return raw;
}

const std::vector<tree_file>& tree() {
    static const std::vector<tree_file> all = read_tree();
    return all;
}

}  // namespace tic::tests
