// `tictoc conform fmt`: tapes in their one canonical form, in place, values and bytes held against each other.
#include <ostream>

#include "conformance/derive/check.hpp"
#include "conformance/tape/format.hpp"
#include "tools/tictoc/conform.hpp"
#include "tools/tictoc/options.hpp"
#include "tools/tictoc/replace.hpp"
#include "tools/tictoc/tapes.hpp"

namespace tic::tool {
namespace {

/// The formatted text; or nothing, and what is wrong is printed.
std::optional<std::string> format(const std::string& path, const std::string& text, schema_shelf& shelf, streams& io) {
    std::vector<conformance::problem> problems;
    std::vector<conformance::tape_file> files;
    files.push_back(conformance::parse_tapes(path == "-" ? "<stdin>" : path, text, shelf.finder(), problems));
    // What a line says wrongly is told alone: what follows from it would be.
    if (problems.empty()) conformance::check_tapes(files, problems);
    print_problems(problems, io);
    if (!problems.empty()) return std::nullopt;
    return conformance::format_tapes(files[0]);
}

}  // namespace

int conform_fmt(arguments args, streams& io) {
    std::vector<std::string> paths;
    std::string schema;
    bool check_only = false;
    option_set usage("conform fmt",
                     "Write tapes in their one canonical form, in place; fill in bytes, values and refusals.");
    usage.operands("FILE", paths, "Tapes; `-` is standard input, written to standard output");
    usage.flag("--check", check_only, "Change nothing: list the files that would change, exit code 1 if there are any");
    usage.option("--schema", "FILE", schema, "The schema, if the one that a tape names is not beside it");
    usage.footer("A tape that is broken, or whose values and bytes disagree, is told of: exit code 2.");
    if (const auto code = usage.parse(std::move(args), io)) return *code;

    schema_shelf shelf(schema, io);
    int code = as_wanted;
    for (const auto& path : paths) {
        const auto before = read_tape_text(path, io);
        const auto after = before ? format(path, *before, shelf, io) : std::nullopt;
        if (!after) {
            code = wrong_usage;
        } else if (check_only) {
            if (*after == *before) continue;
            io.out << path << '\n';
            if (code == as_wanted) code = wrong_content;
        } else if (path == "-") {
            io.out << *after;
        } else if (*after != *before) {
            const auto fault = replace_file(path, *after);
            if (!fault.empty()) code = report_error(io, wrong_usage, "cannot write `" + path + "`: " + fault);
        }
    }
    return code;
}

}  // namespace tic::tool
