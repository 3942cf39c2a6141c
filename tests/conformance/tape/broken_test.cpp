// Broken tapes: `NAME.tape` is told of as `NAME.err` says. TIC_UPDATE_GOLDEN=1 writes what came.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/conformance/tape/support.hpp"

namespace tic::conformance {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    std::ostringstream all;
    all << std::ifstream(path, std::ios::binary).rdbuf();
    return all.str();
}

TEST(Broken, IsToldWithWhatToDo) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(BROKEN_FOLDER))
        if (entry.path().extension() == ".tape") files.push_back(entry.path());
    std::ranges::sort(files);
    ASSERT_GE(files.size(), 5U);
    for (const fs::path& path : files) {
        std::vector<problem> problems;
        const std::string name = path.filename().string();
        tape_file file = parse_tapes(name, text_of(path), find_chat(), problems);
        for (tape& each : file.tapes) play_tape(each, problems);
        std::string told;
        for (const problem& each : problems) told += each.spelled() + "\n";
        const fs::path golden = fs::path(path).replace_extension(".err");
        if (std::getenv("TIC_UPDATE_GOLDEN") != nullptr) std::ofstream(golden, std::ios::binary) << told;
        EXPECT_FALSE(told.empty()) << name << " is right";
        EXPECT_EQ(told, text_of(golden)) << name;
    }
}

}  // namespace
}  // namespace tic::conformance
