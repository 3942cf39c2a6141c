// Runs command lines in process.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tic::test {

struct outcome {
    int exit = 0;
    std::string out, err;
};

outcome run_line(const std::vector<std::string>& args, const std::string& in = "");

std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& text);
std::vector<std::string> split(const std::string& text, char by);
/// Words parted by spaces; 'single quotes' hold one together.
std::vector<std::string> words(const std::string& line);

/// A folder of its own that is gone at the end.
class scratch {
public:
    scratch();
    ~scratch();
    scratch(const scratch&) = delete;
    scratch& operator=(const scratch&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace tic::test
