// Reads the repository once.
#include "tests/repo/tree.hpp"

#include <algorithm>
#include <array>
#include <fstream>

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

bool tree_file::is_data() const {
    constexpr std::array folders{"grammar/generated", "tests/corpus", "tests/golden", "tests/cli/cases"};
    if (std::ranges::any_of(folders, [&](const char* folder) { return under(folder); })) return true;
    return under("tests") && path.ends_with(".tic");
}

const std::vector<tree_file>& tree() {
    static const std::vector<tree_file> all = read_tree();
    return all;
}

}  // namespace tic::tests
