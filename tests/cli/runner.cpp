// Helpers of the command line's tests.
#include "tests/cli/runner.hpp"

#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tools/tictoc/cli.hpp"

namespace tic::test {

outcome run_line(const std::vector<std::string>& args, const std::string& in) {
    std::istringstream input(in);
    std::ostringstream out;
    std::ostringstream err;
    outcome result;
    result.exit = tool::run(args, input, out, err);
    result.out = out.str();
    result.err = err.str();
    return result;
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

void write_file(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

std::vector<std::string> split(const std::string& text, char by) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, by);) parts.push_back(part);
    return parts;
}

std::vector<std::string> words(const std::string& line) {
    std::vector<std::string> result;
    bool open = false;
    bool quoted = false;
    for (const char c : line) {
        if (c == '\'') {
            quoted = !quoted;
            if (!open) result.emplace_back();
            open = true;
        } else if ((c == ' ' || c == '\n') && !quoted) {
            open = false;
        } else {
            if (!open) result.emplace_back();
            open = true;
            result.back() += c;
        }
    }
    return result;
}

scratch::scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "tictoc-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
    path_ = name;
}

scratch::~scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace tic::test
