// Variables and parameters of generated functions: declared where the code uses them.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "codegen/cpp/parts.hpp"

namespace tic::cpp {

bool uses(std::string_view code, std::string_view variable) {
    const auto in_name = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
    while (!code.empty()) {
        const std::string_view line = code.substr(0, code.find('\n'));
        const std::string_view text = line.substr(0, line.find("//"));
        for (std::size_t i = text.find(variable); i != std::string_view::npos; i = text.find(variable, i + 1)) {
            const bool starts = i == 0 || (!in_name(text[i - 1]) && text[i - 1] != '.');
            const std::size_t end = i + variable.size();
            if (starts && (end == text.size() || !in_name(text[end]))) return true;
        }
        code.remove_prefix(std::min(code.size(), line.size() + 1));
    }
    return false;
}

std::string if_used(std::string_view code, std::string_view variable, std::string_view declaration) {
    return std::string(uses(code, variable) ? declaration : std::string_view());
}

std::string parameter(std::string_view code, std::string_view type, std::string_view name) {
    return fmt::format("{}{} {}", uses(code, name) ? "" : "[[maybe_unused]] ", type, name);
}

std::string variable(const char* name, unsigned depth) { return depth == 0 ? name : fmt::format("{}{}", name, depth); }

}  // namespace tic::cpp
