// Writes under another name first.
#include "conformance/report/whole_file.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace tic::conformance {

void remove_old(const std::string& path) {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
}

void write_whole(const std::string& path, std::string_view text) {
    const auto part = path + ".part";
    {
        std::ofstream file(part, std::ios::binary);
        file.write(text.data(), static_cast<std::streamsize>(text.size()));
        file.close();
        if (!file) throw std::runtime_error("cannot write `" + path + "`");
    }
    std::filesystem::rename(part, path);
}

}  // namespace tic::conformance
