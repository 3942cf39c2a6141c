// `tictoc check`: diagnostics and lints of schemas.
#include <iostream>
#include <ostream>

#include "tools/tictoc/open.hpp"
#include "tools/tictoc/options.hpp"

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
    option_set usage(
        "check", "Check schemas. Errors and warnings are printed on standard error; exit code 1 if there is an error.");
    usage.operands("FILE", paths, "Schemas; `-` is standard input");
    usage.flag("--json", json, "Print the diagnostics as JSON on standard output");
    if (const auto code = usage.parse(std::move(args), io)) return *code;

    int code = as_wanted;
    std::string items;
    // Each file is a root of its own: what it imports is not visible to the others.
    for (const auto& path : paths) {
        auto source = read_schema(path, io);
        if (!source) {
            code = wrong_usage;
            continue;
        }
        tictoc::diagnostics found;
        const bool is_valid = tictoc::compile(std::move(*source), tictoc::disk_loader(), found) != nullptr;
        if (json) {
            const auto more = items_of(found.json());
            items += (items.empty() || more.empty() ? "" : ",\n") + more;
        } else {
            io.err << found.text(true, io.colour);
        }
        if (!is_valid && code == as_wanted) code = wrong_content;
        if (is_valid && !json && io.out_terminal && found.empty()) io.out << path << ": no errors, no warnings\n";
    }
    if (json) io.out << (items.empty() ? "[]" : "[\n" + items + "\n]") << '\n';
    return code;
}

}  // namespace tic::tool
