// Tapes from disk, with the schemas they name.
#include "tools/tictoc/tapes.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

namespace tic::tool {

namespace fs = std::filesystem;

conformance::schema_finder schema_shelf::finder() {
    return [this](const std::string& schema, const std::string& tape_path, std::string& wrong) {
        return open(schema, tape_path, wrong);
    };
}

const interpreter::program* schema_shelf::open(const std::string& schema, const std::string& tape_path,
                                               std::string& wrong) {
    std::error_code ignored;
    std::string path = (fs::path(tape_path == "-" ? "" : tape_path).parent_path() / schema).string();
    if (!fs::exists(path, ignored)) {
        if (given_.empty()) {
            wrong = "no such file in the folder of the tape; give its location with `--schema FILE`";
            return nullptr;
        }
        path = given_;
    }
    // Tapes of several folders may name one file in several ways.
    const auto real = fs::weakly_canonical(path, ignored).string();
    auto known = opened_.find(real);
    if (known == opened_.end()) {
        int code = as_wanted;
        known = opened_.emplace(real, open_schema(path, io_, code)).first;
    }
    if (known->second == nullptr) {
        wrong = "`" + path + "` cannot be used";
        return nullptr;
    }
    return &known->second->program();
}

const schema_file& schema_shelf::file_of(const interpreter::program& made) const {
    const auto found = std::ranges::find_if(
        opened_, [&](const auto& each) { return each.second != nullptr && &each.second->program() == &made; });
    return *found->second;
}

std::optional<std::vector<std::string>> list_tapes(const std::vector<std::string>& paths, streams& io) {
    std::vector<std::string> all;
    for (const auto& path : paths) {
        std::error_code fault;
        if (!fs::is_directory(path, fault)) {
            all.push_back(path);
            continue;
        }
        const auto before = static_cast<std::ptrdiff_t>(all.size());
        for (fs::recursive_directory_iterator at(path, fault), end; !fault && at != end; at.increment(fault))
            if (at->path().extension() == ".tape") all.push_back(at->path().lexically_normal().string());
        std::sort(all.begin() + before, all.end());
        if (!fault && all.begin() + before != all.end()) continue;
        report_error(io, wrong_usage,
                     fault ? "cannot read `" + path + "`: " + fault.message() : "there are no tapes in `" + path + "`");
        return std::nullopt;
    }
    return all;
}

std::optional<std::string> read_tape_text(const std::string& path, streams& io) {
    std::ostringstream all;
    if (path == "-") {
        all << io.in.rdbuf();
        return std::move(all).str();
    }
    std::error_code fault;
    const auto refuse = [&](const std::string& why) {
        report_error(io, wrong_usage, "cannot read `" + path + "`: " + why);
        return std::nullopt;
    };
    if (fs::is_directory(path, fault)) return refuse("it is a folder");
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) return refuse(errno == ENOENT ? "there is no such file" : std::strerror(errno));
    if (file.peek() != std::ifstream::traits_type::eof()) all << file.rdbuf();
    if (file.bad()) return refuse("it cannot be read");
    return std::move(all).str();
}

void print_problems(const std::vector<conformance::problem>& problems, streams& io) {
    for (const auto& each : problems) io.err << each.spelled() << '\n';
}

}  // namespace tic::tool
