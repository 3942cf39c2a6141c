// Links of the documentation that stay inside the repository lead somewhere, headings included.
#include "tests/docs/document.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <regex>
#include <set>

namespace tic::tests {
namespace {

namespace fs = std::filesystem;

/// The name that a heading gets on the pages of code hosts: `## 5. Plain codes` is `5-plain-codes`.
std::string anchor(const std::string& heading) {
    std::string made;
    for (const char c : heading) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '-' || c == '_' || byte >= 0x80)
            made += static_cast<char>(std::tolower(byte));
        else if (c == ' ')
            made += '-';
    }
    return made;
}

std::set<std::string> anchors_of(const fs::path& path) {
    std::set<std::string> found;
    bool fenced = false;
    for (const auto& line : split_lines(read_file(path))) {
        if (line.starts_with("```")) fenced = !fenced;
        if (fenced || !line.starts_with('#')) continue;
        found.insert(anchor(line.substr(line.find_first_not_of("# "))));
    }
    return found;
}

TEST(Links, LeadSomewhere) {
    const std::regex link(R"(\]\(([^)\s]+)\))");
    for (const auto& path : documents(TIC_ROOT)) {
        const std::string text = read_file(path);
        for (std::sregex_iterator at(text.begin(), text.end(), link), end; at != end; ++at) {
            const std::string target = (*at)[1].str();
            if (target.find("://") != std::string::npos) continue;
            const auto hash = std::min(target.find('#'), target.size());
            const fs::path file = hash == 0 ? path : path.parent_path() / target.substr(0, hash);
            EXPECT_TRUE(fs::exists(file)) << path << " links to " << target;
            if (hash == target.size() || !fs::exists(file)) continue;
            EXPECT_TRUE(anchors_of(file).contains(target.substr(hash + 1))) << path << " links to " << target;
        }
    }
}

}  // namespace
}  // namespace tic::tests
