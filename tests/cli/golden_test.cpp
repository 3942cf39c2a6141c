// The golden packets of tests/golden through the command line, bit for bit.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/cli/runner.hpp"

namespace tic::test {
namespace {

namespace fs = std::filesystem;
const fs::path golden = GOLDEN_FOLDER;

/// One file NAME.SIDE.vV.EXT or NAME.vV.EXT.
struct data_file {
    fs::path path;
    std::string schema, side, version;
};

std::vector<data_file> all(const std::string& extension) {
    std::vector<data_file> files;
    for (const auto& entry : fs::directory_iterator(golden)) {
        if (entry.path().extension() != extension) continue;
        const auto parts = split(entry.path().filename().string(), '.');
        if (parts.size() < 3) continue;
        data_file file{entry.path(), (golden / (parts[0] + ".tic")).string(), parts.size() == 4 ? parts[1] : "",
                       parts[parts.size() - 2].substr(1)};
        files.push_back(file);
    }
    std::ranges::sort(files, {}, &data_file::path);
    EXPECT_FALSE(files.empty());
    return files;
}

/// `REASON BIT<TAB>MORE<TAB>PATH`, the columns from `first` on, as the tool says it.
std::string refusal(const std::vector<std::string>& columns, std::size_t first) {
    const auto why = split(columns.at(first), ' ');
    std::string text = "refused " + why.at(0) + " bit=" + why.at(1);
    if (columns.at(first + 1) != "-") text += " more=" + columns[first + 1];
    if (columns.size() > first + 2 && !columns[first + 2].empty()) text += " path=" + columns[first + 2];
    return text;
}

/// Line by line as values: the order of members and the spelling of escapes are free.
void expect_same_json(const std::string& got, const std::string& want, const fs::path& where) {
    const auto got_lines = split(got, '\n');
    const auto want_lines = split(want, '\n');
    ASSERT_EQ(got_lines.size(), want_lines.size()) << where;
    for (std::size_t i = 0; i < got_lines.size(); ++i) {
        const auto read = nlohmann::json::parse(got_lines[i], nullptr, false);
        EXPECT_EQ(read, nlohmann::json::parse(want_lines[i])) << where << " line " << i + 1 << ": " << got_lines[i];
    }
}

TEST(Golden, EncodesAndDecodesPackets) {
    for (const auto& file : all(".hex")) {
        auto values = file.path;
        values.replace_extension(".jsonl");
        const auto hex = read_file(file.path);
        const auto json = read_file(values);
        const auto encoded = run_line({"encode", file.schema, "--side", file.side, "--version", file.version}, json);
        EXPECT_EQ(encoded.out, hex) << file.path;
        EXPECT_EQ(encoded.exit, 0);
        const auto decoded = run_line({"decode", file.schema, "--side", file.side, "--version", file.version}, hex);
        expect_same_json(decoded.out, json, file.path);
        EXPECT_EQ(decoded.exit, 0);

        // One line with all packets back to back says the same.
        auto stream = hex;
        std::erase(stream, '\n');
        const auto streamed = run_line(
            {"decode", file.schema, "--side", file.side, "--version", file.version, "--stream"}, stream + "\n");
        EXPECT_EQ(streamed.out, decoded.out) << file.path;
    }
}

TEST(Golden, RefusesBadPackets) {
    for (const std::string extension : {".bad", ".badseq"})
        for (const auto& file : all(extension))
            for (const auto& line : split(read_file(file.path), '\n')) {
                const auto columns = split(line, '\t');
                std::vector<std::string> args{"decode", file.schema, "--version", file.version, "--side", file.side};
                std::string in = columns.at(0) + "\n";
                if (columns[0].empty()) {
                    // An empty line is a new session; only behind a mark no bytes are a packet.
                    args = {"decode", file.schema, "--version", file.version, "--session"};
                    in = file.side == "client" ? ">\n" : "<\n";
                }
                const auto got = run_line(args, in);
                const auto lines = split(got.out, '\n');
                const auto packets = static_cast<std::size_t>(std::ranges::count(columns[0], ' ')) + 1;
                ASSERT_EQ(lines.size(), packets) << file.path << ": " << line;
                EXPECT_EQ(lines.back(), refusal(columns, 1)) << file.path << ": " << line;
                EXPECT_EQ(got.exit, 1);
            }
}

TEST(Golden, FollowsSessions) {
    for (const auto& file : all(".session")) {
        std::string in;
        std::string want_states;
        std::string want_json;
        for (const auto& line : split(read_file(file.path), '\n')) {
            const auto columns = split(line, '\t');
            if (columns.empty()) {
                in += '\n';
                continue;
            }
            in += columns.at(0) + " " + columns.at(1) + "\n";
            want_states += columns.at(2) + "\n";
            want_json += columns.at(3) + "\n";
        }
        const auto got = run_line({"decode", file.schema, "--session", "--version", file.version}, in);
        std::string states;
        std::string json;
        for (const auto& line : split(got.out, '\n')) {
            if (line.empty()) continue;
            const auto gap = line.rfind(' ');
            states += line.substr(gap + 1) + "\n";
            json += line.substr(0, gap) + "\n";
        }
        EXPECT_EQ(states, want_states) << file.path;
        expect_same_json(json, want_json, file.path);
        EXPECT_EQ(got.exit, 0);
    }
}

TEST(Golden, RefusesIllegalPackets) {
    for (const auto& file : all(".illegal"))
        for (const auto& line : split(read_file(file.path), '\n')) {
            const auto columns = split(line, '\t');
            const auto got =
                run_line({"decode", file.schema, "--session", "--version", file.version}, columns.at(0) + "\n");
            EXPECT_EQ(split(got.out, '\n').back(), refusal(columns, 1)) << file.path << ": " << line;
        }
}

TEST(Golden, PrintsCanonicalTexts) {
    for (const auto& file : all(".canon"))
        EXPECT_EQ(run_line({"explain", file.schema, "--canonical", "--version", file.version}).out,
                  read_file(file.path))
            << file.path;
}

TEST(Golden, WorkedByHand) {
    for (const auto& entry : fs::directory_iterator(golden / "worked")) {
        if (entry.path().extension() != ".packets") continue;
        auto schema = entry.path();
        schema.replace_extension(".tic");
        std::vector<std::string> flags;
        std::string hex;
        std::string json;
        const auto flush = [&] {
            if (hex.empty()) return;
            std::vector<std::string> args{"encode", schema.string()};
            args.insert(args.end(), flags.begin(), flags.end());
            EXPECT_EQ(run_line(args, json).out, hex) << entry.path() << ": " << json;
            args.front() = "decode";
            expect_same_json(run_line(args, hex).out, json, entry.path());
            hex.clear();
            json.clear();
        };
        for (const auto& line : split(read_file(entry.path()), '\n')) {
            if (line.empty() || line.starts_with("--")) flush();
            if (line.starts_with("--")) flags = words(line);
            const auto columns = split(line, '\t');
            if (columns.size() != 2) continue;
            hex += columns[0] + "\n";
            json += columns[1] + "\n";
        }
        flush();
    }
}

}  // namespace
}  // namespace tic::test
