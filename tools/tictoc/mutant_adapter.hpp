// A codec with mutants compiled into an adapter.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tools/tictoc/open.hpp"

namespace tic::tool {

/// A folder of its own in the system's temporary folder, gone at the end.
class temporary_folder {
public:
    temporary_folder();
    ~temporary_folder();
    temporary_folder(const temporary_folder&) = delete;
    temporary_folder& operator=(const temporary_folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_{};
};

/// Where generated code finds `tic/codec.hpp`: `told`, or beside the program as installed or built; empty if nowhere.
[[nodiscard]] std::filesystem::path find_runtime(const std::string& told);

/// Compiles the schema's codec with mutants and its adapter with $CXX. The program, or empty and why not, which may be
/// many lines.
[[nodiscard]] std::string build_mutant_adapter(const schema_file& file, const std::filesystem::path& folder,
                                               const std::filesystem::path& runtime, std::string& wrong);

}  // namespace tic::tool
