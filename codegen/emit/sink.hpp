// Where generated files go: memory in tests, the disk in the tool.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace tic::emit {

class sink {
public:
    sink() = default;
    sink(const sink&) = delete;
    sink& operator=(const sink&) = delete;
    virtual ~sink() = default;
    /// False, and `reason` set, where it cannot be written.
    virtual bool write(std::string_view name, std::string_view text, std::string& reason) = 0;
};

class memory_sink final : public sink {
public:
    bool write(std::string_view name, std::string_view text, std::string& reason) override;
    std::map<std::string, std::string, std::less<>> files;
};

/// Files under a folder, made where missing. A file that holds the text already is left alone, so that builds do not
/// repeat; otherwise it is replaced as a whole.
class disk_sink final : public sink {
public:
    explicit disk_sink(std::filesystem::path folder) : folder_(std::move(folder)) {}
    bool write(std::string_view name, std::string_view text, std::string& reason) override;

private:
    std::filesystem::path folder_;
};

}  // namespace tic::emit
