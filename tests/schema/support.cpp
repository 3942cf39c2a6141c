// How the checker's tests get their schemas checked.
#include "tests/schema/support.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace tic::tests {

std::string checked::codes() const {
    std::string result;
    for (const auto& d : said.all()) {
        const auto at = sources.at(d.where);
        result += diag::code_of(d.code) + " " + std::to_string(at.line) + ":" + std::to_string(at.column) + "\n";
    }
    return result;
}

std::unique_ptr<checked> check_files(const std::map<std::string, std::string>& files) {
    auto result = std::make_unique<checked>();
    schema::loader load;
    load.read = [&](const std::string& path, std::string& reason) -> std::optional<std::string> {
        const auto found = files.find(path);
        if (found != files.end()) return found->second;
        reason = "no such file";
        return std::nullopt;
    };
    const auto root = result->sources.add("root.tic", files.at("root.tic"));
    result->made = schema::check(result->sources, root, load, result->said);
    return result;
}

std::unique_ptr<checked> check_text(const std::string& text, const std::string& more_header) {
    return check_files({{"root.tic", "protocol test; edition 1; " + more_header + "\n" + text}});
}

std::string read_corpus(const std::string& path) {
    std::ifstream in(std::filesystem::path(TIC_CORPUS) / path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::unique_ptr<checked> check_corpus(const std::string& path) {
    auto result = std::make_unique<checked>();
    schema::loader load;
    load.read = [](const std::string& file, std::string& reason) -> std::optional<std::string> {
        if (std::filesystem::is_regular_file(std::filesystem::path(TIC_CORPUS) / file)) return read_corpus(file);
        reason = "no such file";
        return std::nullopt;
    };
    const auto root = result->sources.add(path, read_corpus(path));
    result->made = schema::check(result->sources, root, load, result->said);
    return result;
}

}  // namespace tic::tests
