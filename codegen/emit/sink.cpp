// Writing files: only what changed, and never half of one.
#include "codegen/emit/sink.hpp"

#include <unistd.h>

#include <fstream>
#include <sstream>
#include <system_error>

namespace tic::emit {

namespace fs = std::filesystem;

bool memory_sink::write(std::string_view name, std::string_view text, std::string&) {
    files.insert_or_assign(std::string(name), std::string(text));
    return true;
}

bool disk_sink::write(std::string_view name, std::string_view text, std::string& reason) {
    const fs::path target = folder_ / fs::path(name);
    std::error_code failed;
    fs::create_directories(target.parent_path(), failed);
    if (failed) {
        reason = target.parent_path().string() + ": " + failed.message();
        return false;
    }
    if (std::ifstream old(target, std::ios::binary); old) {
        std::ostringstream held;
        held << old.rdbuf();
        if (held.view() == text) return true;
    }
    const fs::path fresh = target.string() + "." + std::to_string(::getpid()) + ".new";
    std::ofstream file(fresh, std::ios::binary);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (!file) failed = std::make_error_code(std::errc::io_error);
    if (!failed) fs::rename(fresh, target, failed);
    if (!failed) return true;
    reason = target.string() + ": " + failed.message();
    std::error_code ignored;
    fs::remove(fresh, ignored);
    return false;
}

}  // namespace tic::emit
