// Every example of the documentation is run. In README.md and docs/**/*.md a fenced block is
//   tic [FILE]      a schema: `tictoc check` says nothing of it. If the repository has FILE, the block is that file.
//   tic part        the same, with a header put before it
//   tic wrong       a schema whose diagnostics stand in the `text` block after it
//   KIND FILE       any other kind: the repository's FILE, or if it has none a file for the commands that follow
//   console         `$ command` lines and exactly what they print, errors included
// The blocks of one document share one folder, in which conformance/, docs/, runtime/ and tools/ are the repository's.
// Other blocks are prose. TIC_UPDATE_GOLDEN=1 writes into the documents what came.
#include "tests/docs/document.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace tic::tests {
namespace {

namespace fs = std::filesystem;

const fs::path root = TIC_ROOT;

/// A folder that looks like the repository to the commands, and is gone at the end.
class workplace {
public:
    workplace() {
        std::string name = (fs::temp_directory_path() / "tictoc-docs-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
        path_ = name;
        for (const auto* folder : {"conformance", "docs", "runtime", "tools"})
            fs::create_directory_symlink(root / folder, path_ / folder);
    }
    ~workplace() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    workplace(const workplace&) = delete;
    workplace& operator=(const workplace&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

/// What the shell prints, errors included, with `tictoc` and the programs of docs/examples on its path.
std::string shell(const fs::path& folder, const std::string& script) {
    write_file(folder / ".script", "cd '" + folder.string() + "'\nPATH='" TIC_BINARY_FOLDERS "':$PATH\n" + script);
    FILE* pipe = ::popen(("sh '" + (folder / ".script").string() + "' 2>&1").c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("no shell");
    std::string out;
    std::array<char, 4096> piece{};
    for (std::size_t n = 0; (n = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;) out.append(piece.data(), n);
    ::pclose(pipe);
    return out;
}

/// The commands of a console block, each with the `$ ` lines that it is written on.
std::vector<std::vector<std::string>> commands_of(const block& console) {
    std::vector<std::vector<std::string>> found;
    bool goes_on = false;
    for (const auto& line : console.lines) {
        if (goes_on)
            found.back().push_back(line);
        else if (line.starts_with("$ "))
            found.push_back({line});
        else
            continue;
        goes_on = line.ends_with('\\');
    }
    return found;
}

/// The block as it would look with what really comes. All its commands share one shell, so `$?` is that of the last.
std::vector<std::string> play(const block& console, const fs::path& folder) {
    const std::string mark = "\x01";
    const auto commands = commands_of(console);
    std::string script;
    for (const auto& command : commands)
        script += join_lines(command).substr(2) + "status=$?; printf '" + mark + "'; (exit $status)\n";
    std::string rest = shell(folder, script);
    std::vector<std::string> lines;
    for (const auto& command : commands) {
        lines.insert(lines.end(), command.begin(), command.end());
        const auto end = std::min(rest.find(mark), rest.size());
        for (auto& line : split_lines(rest.substr(0, end))) lines.push_back(std::move(line));
        rest.erase(0, std::min(end + 1, rest.size()));
    }
    return lines;
}

/// Runs the examples of one document and collects the blocks that are no longer true.
class player {
public:
    explicit player(const fs::path& path) : doc_(read_document(path)) {}

    void play_all() {
        for (std::size_t i = 0; i < doc_.blocks.size(); ++i) {
            const block& one = doc_.blocks[i];
            SCOPED_TRACE(doc_.path.filename().string() + ":" + std::to_string(one.first_line + 1));
            if (one.is("tic"))
                schema(one, i + 1 < doc_.blocks.size() ? &doc_.blocks[i + 1] : nullptr);
            else if (one.is("console"))
                compare(one, play(one, folder_.path()));
            else if (!one.file_name().empty())
                file(one);
        }
        if (std::getenv("TIC_UPDATE_GOLDEN") != nullptr) update();
    }

private:
    /// A block with a file name: the file itself, if the repository has it, or one for the commands that follow.
    void file(const block& one) {
        if (fs::exists(root / one.file_name()))
            compare(one, split_lines(read_file(root / one.file_name())));
        else
            write_file(folder_.path() / one.file_name(), one.text());
    }

    void schema(const block& one, const block* after) {
        const std::string name = one.file_name().empty() ? "example.tic" : one.file_name();
        if (fs::exists(root / name)) {
            EXPECT_EQ(one.text(), read_file(root / name)) << "the block is not the file";
        } else {
            const std::string header = one.has("part") ? "protocol example;\nedition 1;\nversion 3;\n" : "";
            write_file(folder_.path() / name, header + one.text());
        }
        const std::string said = shell(folder_.path(), "tictoc check " + name + "\n");
        if (!one.has("wrong")) {
            EXPECT_EQ(said, "");
            return;
        }
        ASSERT_TRUE(after != nullptr && after->is("text")) << "no text block after a wrong schema";
        compare(*after, split_lines(said));
    }

    void compare(const block& written, std::vector<std::string> came) {
        if (written.lines == came) return;
        if (std::getenv("TIC_UPDATE_GOLDEN") == nullptr)
            EXPECT_EQ(written.text(), join_lines(came));
        else
            news_.emplace_back(&written, std::move(came));
    }

    void update() {
        for (auto at = news_.rbegin(); at != news_.rend(); ++at) {
            const auto first = doc_.lines.begin() + static_cast<std::ptrdiff_t>(at->first->first_line);
            const auto behind = doc_.lines.erase(first, first + static_cast<std::ptrdiff_t>(at->first->lines.size()));
            doc_.lines.insert(behind, at->second.begin(), at->second.end());
        }
        if (!news_.empty()) write_file(doc_.path, join_lines(doc_.lines));
    }

    document doc_;
    workplace folder_;
    std::vector<std::pair<const block*, std::vector<std::string>>> news_;
};

class Examples : public testing::TestWithParam<fs::path> {};

TEST_P(Examples, DoWhatIsWritten) { player(GetParam()).play_all(); }

INSTANTIATE_TEST_SUITE_P(Docs, Examples, testing::ValuesIn(documents(root)), [](const auto& parameter) {
    std::string name = fs::relative(parameter.param, root).replace_extension().string();
    std::ranges::replace_if(
        name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
    return name;
});

/// The schemas beside the documents pass, and are formatted.
TEST(Examples, SchemasOfDocsAreGood) {
    const workplace here;
    for (const auto& entry : fs::directory_iterator(root / "docs" / "examples")) {
        if (entry.path().extension() != ".tic") continue;
        const std::string name = "docs/examples/" + entry.path().filename().string();
        EXPECT_EQ(shell(here.path(), "tictoc check " + name), "");
        EXPECT_EQ(shell(here.path(), "tictoc fmt --check " + name), "");
    }
}

/// So do the tapes, whose bytes are proved.
TEST(Examples, TapesOfDocsAreGood) {
    const workplace here;
    unsigned count = 0;
    for (const auto& entry : fs::directory_iterator(root / "docs" / "examples")) {
        if (entry.path().extension() != ".tape") continue;
        EXPECT_EQ(shell(here.path(), "tictoc conform fmt --check docs/examples/" + entry.path().filename().string()),
                  "");
        ++count;
    }
    EXPECT_GT(count, 0U);
}

}  // namespace
}  // namespace tic::tests
