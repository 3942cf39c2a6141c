// The repository as the guards see it: its files with their text, by path from the root.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tic::tests {

struct tree_file {
    std::string path;  ///< from the root, with `/`
    std::vector<std::string> lines;

    [[nodiscard]] bool under(std::string_view folder) const;
    [[nodiscard]] bool is_cpp() const;
    /// Made by another program, or input of tests: not written for readers.
    [[nodiscard]] bool is_data() const;
};

/// Every text file of the repository; builds, .git and large data are left out.
[[nodiscard]] const std::vector<tree_file>& tree();

}  // namespace tic::tests
