// Every wrong file of tests/corpus/syntax has its diagnostics beside it. TIC_UPDATE_GOLDEN=1 writes them.
#include "tests/grammar/support.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace tic::tests {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<fs::path> corpus(const std::string& extension) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(TIC_CORPUS)) {
        if (entry.path().extension() == extension) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

TEST(corpus, says_what_is_expected) {
    const bool update = std::getenv("TIC_UPDATE_GOLDEN") != nullptr;
    std::set<diag::id> seen{diag::id::file_too_large};  // tested apart: it would be a large file
    ASSERT_FALSE(corpus(".tic").empty());
    for (const fs::path& path : corpus(".tic")) {
        source::files sources;
        sources.add(path.filename().string(), read(path));
        diag::sink out;
        EXPECT_FALSE(parse::parse(sources, 0, out)) << path;
        out.sort();
        for (const auto& one : out.all()) seen.insert(one.code);
        const std::string said = diag::render(sources, out);
        const fs::path golden = path.string() + ".err";
        if (update) std::ofstream(golden, std::ios::binary) << said;
        EXPECT_EQ(said, read(golden)) << path;
    }
    for (const auto code : {
#define TIC_DIAGNOSTIC(number, level, name, title) diag::id::name,
#include "grammar/diag/codes.def"
#undef TIC_DIAGNOSTIC
         }) {
        if (static_cast<int>(code) < 200) {
            EXPECT_TRUE(seen.contains(code)) << diag::code_of(code) << " is said for no file of the corpus";
        }
    }
}

TEST(corpus, has_no_stray_goldens) {
    for (const fs::path& golden : corpus(".err")) {
        EXPECT_TRUE(fs::exists(golden.parent_path() / golden.stem())) << golden;
    }
}

}  // namespace
}  // namespace tic::tests
