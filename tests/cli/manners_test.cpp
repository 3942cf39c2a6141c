// What a case folder cannot show: modes and links of formatted files, and the size of the workload.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/runner.hpp"

namespace tic::test {
namespace {

namespace fs = std::filesystem;
const std::string untidy = "protocol p ;edition 1;\nstruct A{a:u8;}\n";

TEST(Fmt, KeepsModeAndLinks) {
    const scratch folder;
    const auto file = folder.path() / "a.tic";
    const auto link = folder.path() / "link.tic";
    write_file(file, untidy);
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    fs::create_symlink("a.tic", link);
    EXPECT_EQ(run_line({"fmt", link.string()}).exit, 0);
    EXPECT_NE(read_file(file), untidy);
    EXPECT_TRUE(fs::is_symlink(link));
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    // Nothing is left beside it.
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 2);
}

TEST(Fmt, FormatsTheOthersBesideABrokenFile) {
    const scratch folder;
    const auto good = (folder.path() / "good.tic").string();
    const auto bad = (folder.path() / "bad.tic").string();
    write_file(good, untidy);
    write_file(bad, "protocol p; edition 1; struct {");
    const auto got = run_line({"fmt", bad, good});
    EXPECT_EQ(got.exit, 1);
    EXPECT_THAT(got.err, testing::HasSubstr("bad.tic:1:"));
    EXPECT_EQ(read_file(bad), "protocol p; edition 1; struct {");
    EXPECT_NE(read_file(good), untidy);
}

TEST(Fmt, IsStable) {
    const scratch folder;
    const auto file = (folder.path() / "a.tic").string();
    write_file(file, untidy);
    EXPECT_EQ(run_line({"fmt", file}).exit, 0);
    EXPECT_EQ(run_line({"fmt", "--check", file}).exit, 0);
}

TEST(Workload, FitsItsBudget) {
    std::string input;
    std::size_t text = 0;
    const auto lines = split(read_file(fs::path(BENCH_FOLDER) / "workload.jsonl"), '\n');
    ASSERT_EQ(lines.size(), 20'000U);
    const auto count = [&](const auto& self, const nlohmann::json& value) -> void {
        if (value.is_string()) text += value.template get_ref<const std::string&>().size();
        if (value.is_structured())
            for (const auto& item : value) self(self, item);
    };
    for (const auto& line : lines) {
        auto neutral = nlohmann::json::parse(line);
        const std::string name = neutral["t"];
        neutral.erase("t");
        count(count, neutral);
        input += nlohmann::json{{name, neutral}}.dump() + "\n";
    }
    EXPECT_EQ(text, 192'053U);
    const auto schema = (fs::path(BENCH_FOLDER) / "workload.tic").string();
    const auto encoded = run_line({"encode", schema, "--side", "client"}, input);
    EXPECT_EQ(encoded.exit, 0) << encoded.err;
    const auto bytes = (encoded.out.size() - lines.size()) / 2;
    EXPECT_LE(bytes - text, 70'000U);
    RecordProperty("bytes_beside_text", static_cast<int>(bytes - text));
    const auto decoded = split(run_line({"decode", schema, "--side", "client"}, encoded.out).out, '\n');
    const auto sent = split(input, '\n');
    ASSERT_EQ(decoded.size(), sent.size());
    for (std::size_t i = 0; i < sent.size(); ++i)
        ASSERT_EQ(nlohmann::json::parse(decoded[i]), nlohmann::json::parse(sent[i])) << i;
}

}  // namespace
}  // namespace tic::test
