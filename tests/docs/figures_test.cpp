// The sizes in README.md are those of the workload as the compiler encodes it now.
#include "tests/docs/document.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <map>
#include <sstream>

#include "tools/tictoc/cli.hpp"

namespace tic::tests {
namespace {

namespace fs = std::filesystem;

struct tally {
    std::size_t packets = 0, bytes = 0;
};

/// `{"t":"Read",…}` as `{"Read":{…}}`; gives back the name.
std::string convert(const std::string& line, std::string& made) {
    const auto from = line.find("\"t\":\"") + 5;
    const auto to = line.find('"', from);
    const std::string name = line.substr(from, to - from);
    made = "{\"" + name + "\":{" + line.substr(to + 2) + "}";
    return name;
}

TEST(Figures, OfTheReadmeAreTrue) {
    const fs::path bench = fs::path(TIC_ROOT) / "tools" / "bench";
    std::vector<std::string> names;
    std::string input;
    for (const auto& line : split_lines(read_file(bench / "workload.jsonl"))) {
        std::string made;
        names.push_back(convert(line, made));
        input += made + '\n';
    }
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    ASSERT_EQ(tool::run({"encode", (bench / "workload.tic").string(), "--side", "client"}, in, out, err), 0)
        << err.str();
    const auto packets = split_lines(out.str());
    ASSERT_EQ(packets.size(), names.size());
    std::map<std::string, tally> by_name;
    for (std::size_t i = 0; i < names.size(); ++i)
        for (const auto& row : {names[i], std::string("all")}) {
            ++by_name[row].packets;
            by_name[row].bytes += packets[i].size() / 2;
        }
    const std::string readme = read_file(fs::path(TIC_ROOT) / "README.md");
    for (const auto& [name, sum] : by_name) {
        char row[80];
        std::snprintf(row, sizeof row, "| %s | %zu | %.2f |", name.c_str(), sum.packets,
                      static_cast<double>(sum.bytes) / static_cast<double>(sum.packets));
        EXPECT_NE(readme.find(row), std::string::npos) << "README.md lacks the row " << row;
    }
}

}  // namespace
}  // namespace tic::tests
