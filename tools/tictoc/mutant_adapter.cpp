// Writes the sources of an adapter with mutants and runs the compiler on them.
#include "tools/tictoc/mutant_adapter.hpp"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "codegen/emit/sink.hpp"
#include "tools/tictoc/conform_files.hpp"

namespace tic::tool {

namespace fs = std::filesystem;

temporary_folder::temporary_folder() {
    std::string pattern = (fs::temp_directory_path() / "tictoc-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        throw fs::filesystem_error("no temporary folder", std::error_code(errno, std::generic_category()));
    path_ = pattern;
}

temporary_folder::~temporary_folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path find_runtime(const std::string& told) {
    const auto holds = [](const fs::path& folder) {
        std::error_code failure;
        return fs::exists(folder / "tic" / "codec.hpp", failure);
    };
    if (!told.empty()) return holds(told) ? fs::path(told) : fs::path();
    std::error_code failure;
    for (fs::path at = fs::read_symlink("/proc/self/exe", failure).parent_path(); !at.empty(); at = at.parent_path()) {
        if (holds(at / "include")) return at / "include";
        if (holds(at / "runtime")) return at / "runtime";
        if (at == at.parent_path()) break;
    }
    return {};
}

std::string build_mutant_adapter(const schema_file& file, const fs::path& folder, const fs::path& runtime,
                                 std::string& wrong) {
    emit::disk_sink disk(folder);
    auto files = tictoc::generate_mutants(*file.compiled);
    files.push_back(tictoc::generate_adapter(*file.compiled));
    for (const auto& each : files)
        if (!disk.write(each.name, each.text, wrong)) return {};
    const char* compiler = std::getenv("CXX");
    // Beside runtime/ in the repository, in a folder of its own where it is installed.
    const fs::path installed = runtime / "tictoc";
    const fs::path root = fs::exists(installed / "conformance") ? installed : runtime / "..";
    const std::string program = (folder / "adapter").string();
    const std::string log = (folder / "log").string();
    // Nobody reads this code, and there is much of it.
    const std::string command =
        (compiler == nullptr || *compiler == '\0' ? std::string("c++") : std::string(compiler)) +
        " -std=c++20 -O1 -w " +
        shell_words({"-I", runtime.string(), "-I", root.string(), "-I", folder.string(), "-o", program,
                     (folder / files.back().name).string()}) +
        " > " + shell_words({log}) + " 2>&1";
    if (std::system(command.c_str()) == 0) return program;
    std::ostringstream text;
    text << std::ifstream(log).rdbuf();
    wrong = "the compiler fails on the codec with mutants: " + command + '\n' + text.str().substr(0, 4000);
    return {};
}

}  // namespace tic::tool
