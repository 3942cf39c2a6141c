// `tictoc check`: diagnostics and lints of schemas.
#include <iostream>
#include <ostream>

#include "grammar/diag/render.hpp"
#include "tools/tictoc/flags.hpp"
#include "tools/tictoc/open.hpp"

namespace tic::tool {
namespace {

/// The array's inside, so that several files' arrays become one.
std::string items_of(const std::string& array) {
    const auto begin = array.find('[') + 1;
    auto items = array.substr(begin, array.rfind(']') - begin);
    items.erase(items.find_last_not_of(" \n") + 1);
    items.erase(0, items.find_first_not_of('\n'));
    return items;
}

}  // namespace

int check(arguments args, streams& io) {
    std::vector<std::string> paths;
    bool json = false;
    flags usage("check", "Check schemas: errors and lints go to the error stream; exit code 1 if there is an error.");
    usage.operands("FILE", paths, "Schemas; `-` is standard input");
    usage.flag("--json", json, "Diagnostics as JSON on standard output");
    if (const auto code = usage.parse(std::move(args), io)) return *code;

    int code = as_wanted;
    std::string items;
    // Each file is a root of its own: imports of one say nothing about another.
    for (const auto& path : paths) {
        schema_file file;
        file.path = path;
        const auto root = add_file(path, file.sources, io);
        if (!root) {
            code = wrong_usage;
            continue;
        }
        diag::sink found;
        const bool holds = build(file, *root, found);
        if (json) {
            found.sort();
            const auto more = items_of(diag::render_json(file.sources, found));
            items += (items.empty() || more.empty() ? "" : ",\n") + more;
        } else {
            print_diagnostics(found, file.sources, true, io);
        }
        if (!holds && code == as_wanted) code = wrong_content;
        if (holds && !json && io.out_terminal && found.all().empty()) io.out << path << ": no errors, no lints\n";
    }
    if (json) io.out << (items.empty() ? "[]" : "[\n" + items + "\n]") << '\n';
    return code;
}

}  // namespace tic::tool
