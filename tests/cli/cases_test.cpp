// Every folder of cases/ is one command line: `args`, optional `in`, and what comes of it: `out`, `err` (whole) or
// `err_has` (a piece a line), `exit` (0 if missing), `after/` (files as they must be then). It runs in a copy of its
// folder, with the files of cases/files beside it. TICTOC_UPDATE=1 writes what came into out, err and exit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "tests/cli/runner.hpp"

namespace tic::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> case_names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(CASES_FOLDER))
        if (fs::exists(entry.path() / "args")) names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

/// Comes back to where it was, also when an assertion leaves early.
struct inside {
    fs::path before = fs::current_path();
    explicit inside(const fs::path& there) { fs::current_path(there); }
    ~inside() { fs::current_path(before); }
};

void update(const fs::path& folder, const outcome& got) {
    const auto put = [&](const char* name, const std::string& text) {
        if (text.empty())
            fs::remove(folder / name);
        else
            write_file(folder / name, text);
    };
    put("out", got.out);
    if (!fs::exists(folder / "err_has")) put("err", got.err);
    put("exit", got.exit == 0 ? "" : std::to_string(got.exit) + "\n");
}

class Case : public testing::TestWithParam<std::string> {};

TEST_P(Case, SaysWhatItShould) {
    const fs::path folder = fs::path(CASES_FOLDER) / GetParam();
    const scratch copy;
    fs::copy(fs::path(CASES_FOLDER) / "files", copy.path(), fs::copy_options::recursive);
    fs::copy(folder, copy.path(), fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    outcome got;
    {
        const inside there(copy.path());
        got = run_line(words(read_file("args")), read_file("in"));
    }
    if (std::getenv("TICTOC_UPDATE") != nullptr) update(folder, got);
    EXPECT_EQ(got.out, read_file(folder / "out"));
    if (fs::exists(folder / "err_has")) {
        for (const auto& piece : split(read_file(folder / "err_has"), '\n'))
            EXPECT_THAT(got.err, testing::HasSubstr(piece));
    } else {
        EXPECT_EQ(got.err, read_file(folder / "err"));
    }
    const auto exit = read_file(folder / "exit");
    EXPECT_EQ(got.exit, exit.empty() ? 0 : std::stoi(exit)) << got.err;
    if (!fs::exists(folder / "after")) return;
    for (const auto& entry : fs::directory_iterator(folder / "after"))
        EXPECT_EQ(read_file(copy.path() / entry.path().filename()), read_file(entry.path())) << entry.path().filename();
}

INSTANTIATE_TEST_SUITE_P(Cli, Case, testing::ValuesIn(case_names()), [](const auto& parameter) {
    auto name = parameter.param;
    std::ranges::replace_if(
        name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
    return name;
});

}  // namespace
}  // namespace tic::test
