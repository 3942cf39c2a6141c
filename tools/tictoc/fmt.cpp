// `tictoc fmt`: schemas in their one canonical form, in place.
#include <iostream>
#include <ostream>

#include "grammar/ast/format.hpp"
#include "grammar/parse/parse.hpp"
#include "tools/tictoc/flags.hpp"
#include "tools/tictoc/open.hpp"
#include "tools/tictoc/replace.hpp"

namespace tic::tool {
namespace {

/// The formatted text, or nothing if the file cannot be read or has errors; they are printed and `code` is set.
std::optional<std::string> format(const std::string& path, std::string& before, streams& io, int& code) {
    source::files sources;
    const auto number = add_file(path, sources, io);
    if (!number) {
        code = wrong_usage;
        return std::nullopt;
    }
    diag::sink found;
    const auto parsed = parse::parse(sources, *number, found);
    print_diagnostics(found, sources, false, io);
    if (!parsed || found.has_errors()) {
        if (code == as_wanted) code = wrong_content;
        return std::nullopt;
    }
    before = sources[*number].text();
    return ast::format(sources[*number]);
}

}  // namespace

int fmt(arguments args, streams& io) {
    std::vector<std::string> paths;
    bool check_only = false;
    flags usage("fmt", "Write schemas in their one canonical form, in place.");
    usage.operands("FILE", paths, "Schemas; `-` is standard input, written to standard output");
    usage.flag("--check", check_only, "Change nothing: list the files that would change, exit code 1 if there are any");
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
            if (!fault.empty()) code = complain(io, wrong_usage, "cannot write `" + path + "`: " + fault);
        }
    }
    return code;
}

}  // namespace tic::tool
