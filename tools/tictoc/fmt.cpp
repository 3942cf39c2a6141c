// `tictoc fmt`: schemas in their one canonical form, in place.
#include <iostream>
#include <ostream>

#include "tools/tictoc/open.hpp"
#include "tools/tictoc/options.hpp"
#include "tools/tictoc/replace.hpp"

namespace tic::tool {
namespace {

/// The formatted text, or nothing if the file cannot be read or has errors; they are printed and `code` is set.
std::optional<std::string> format(const std::string& path, std::string& before, streams& io, int& code) {
    auto source = read_schema(path, io);
    if (!source) {
        code = wrong_usage;
        return std::nullopt;
    }
    tictoc::diagnostics found;
    before = source->text;
    auto after = tictoc::format(std::move(*source), found);
    io.err << found.text(false, io.colour);
    if (!after && code == as_wanted) code = wrong_content;
    return after;
}

}  // namespace

int fmt(arguments args, streams& io) {
    std::vector<std::string> paths;
    bool check_only = false;
    option_set usage("fmt", "Format schemas in place. The canonical form depends only on the content of the file.");
    usage.operands("FILE", paths, "Schemas; `-` formats standard input to standard output");
    usage.flag("--check", check_only, "Write nothing: list the files that would change, exit code 1 if there are any");
    if (const auto code = usage.parse(std::move(args), io)) return *code;

    int code = as_wanted;
    for (const auto& path : paths) {
        std::string before;
        const auto after = format(path, before, io, code);
        if (!after) continue;
        if (check_only) {
            if (*after == before) continue;
            io.out << path << '\n';
            if (code == as_wanted) code = wrong_content;
        } else if (path == "-") {
            io.out << *after;
        } else if (*after != before) {
            const auto fault = replace_file(path, *after);
            if (!fault.empty()) code = report_error(io, wrong_usage, "cannot write `" + path + "`: " + fault);
        }
    }
    return code;
}

}  // namespace tic::tool
