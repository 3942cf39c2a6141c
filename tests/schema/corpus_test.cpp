// tests/corpus/ok passes, tests/corpus/fail is told of as written beside it. TIC_UPDATE_GOLDEN=1 writes what is said.
#include "tests/schema/support.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

namespace tic::tests {
namespace {

namespace fs = std::filesystem;

/// Files of the corpus with this ending, by their path in there.
std::vector<std::string> corpus(const std::string& folder, const std::string& ending) {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(TIC_CORPUS) / folder)) {
        if (entry.path().extension() == ending)
            found.push_back(fs::relative(entry.path(), TIC_CORPUS).generic_string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

TEST(Corpus, GoodSchemasPassWithoutErrors) {
    const auto files = corpus("ok", ".tic");
    EXPECT_GE(files.size(), 10U);
    for (const auto& path : files) {
        if (fs::path(path).parent_path() != "ok") continue;  // imported only
        const auto result = check_corpus(path);
        EXPECT_NE(result->made, nullptr) << result->rendered();
        EXPECT_FALSE(result->said.has_errors());
    }
}

TEST(Corpus, WrongSchemasAreToldOfAsWritten) {
    const bool update = std::getenv("TIC_UPDATE_GOLDEN") != nullptr;
    const auto files = corpus("fail", ".tic");
    EXPECT_GE(files.size(), 30U);
    for (const auto& path : files) {
        const auto result = check_corpus(path);
        EXPECT_FALSE(result->said.all().empty()) << path;
        EXPECT_EQ(result->made == nullptr, result->said.has_errors()) << path;
        if (update) std::ofstream(fs::path(TIC_CORPUS) / (path + ".err"), std::ios::binary) << result->rendered();
        EXPECT_EQ(result->rendered(), read_corpus(path + ".err")) << path;
    }
}

TEST(Corpus, HasNoStrayGoldens) {
    for (const auto& path : corpus("fail", ".err"))
        EXPECT_TRUE(fs::exists(fs::path(TIC_CORPUS) / path.substr(0, path.size() - 4))) << path;
}

TEST(Corpus, EveryDiagnosticIsSaidSomewhere) {
    // T08xx and the lint of fill bits need bit counts: they are the planner's, and said in its tests.
    const auto elsewhere = [](unsigned number) { return number / 100 == 8 || number == 990; };
    const std::set<std::string> apart{"T0109"};  // a file over 8 MiB, made by the parser's tests
    std::set<std::string> said = apart;
    const std::regex code("\\[(T[0-9]{4})\\]");
    for (const auto* folder : {"fail", "syntax"})
        for (const auto& path : corpus(folder, ".err")) {
            const std::string text = read_corpus(path);
            for (std::sregex_iterator at(text.begin(), text.end(), code), end; at != end; ++at)
                said.insert((*at)[1].str());
        }
    for (const auto id : {
#define TIC_DIAGNOSTIC(number, level, name, title) diag::id::name,
#include "grammar/diag/codes.def"
#undef TIC_DIAGNOSTIC
         }) {
        if (elsewhere(static_cast<unsigned>(id))) continue;
        EXPECT_TRUE(said.contains(diag::code_of(id)))
            << diag::code_of(id) << " (" << diag::title_of(id) << ") is said of no file";
    }
}

TEST(Corpus, SuggestedEditsLeadToFewerErrors) {
    for (const auto& path : corpus("fail", ".tic")) {
        const auto result = check_corpus(path);
        for (const auto& one : result->said.all()) {
            if (!one.fix || one.fix->where.file != 0) continue;
            std::string text = read_corpus(path);
            text.replace(one.fix->where.begin, one.fix->where.end - one.fix->where.begin, one.fix->text);
            source::files sources;
            diag::sink said;
            const auto root = sources.add(path, text);
            (void)schema::check(
                sources, root,
                {[](const std::string& file, std::string&) { return std::optional(read_corpus(file)); }, {}}, said);
            EXPECT_LT(said.errors(), result->said.errors()) << path << ": " << one.message << " -> " << one.fix->text;
        }
    }
}

}  // namespace
}  // namespace tic::tests
