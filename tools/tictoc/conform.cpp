// `tictoc conform`: finds the subcommand.
#include "tools/tictoc/conform.hpp"

#include <array>
#include <ostream>

namespace tic::tool {
namespace {

constexpr std::array subcommands{
    command{"run", "Play tapes to a codec in any language, and judge its answers", conform_run},
    command{"coverage", "Tell how much of all that a schema has some tapes reach", conform_coverage},
    command{"fmt", "Write tapes in their one canonical form, with what they leave to be computed", conform_fmt},
    command{"mutants", "Count the faults on purpose that a suite notices", conform_mutants},
};

void print_help(std::ostream& out) {
    out << "Conformance of codecs: recorded conversations, and who keeps to them\n\n"
           "Usage: tictoc conform SUBCOMMAND [OPTIONS]\n\nSubcommands:\n";
    for (const auto& each : subcommands)
        out << "  " << each.name << std::string(10 - each.name.size(), ' ') << each.summary << '\n';
    out << "\n`tictoc conform SUBCOMMAND --help` tells of one subcommand.\n";
}

}  // namespace

int conform(arguments args, streams& io) {
    if (args.empty()) {
        print_help(io.err);
        return wrong_usage;
    }
    const std::string name = args.front();
    if (name == "--help" || name == "-h" || name == "help") {
        print_help(io.out);
        return as_wanted;
    }
    args.erase(args.begin());
    std::vector<std::string_view> names{"--help"};
    for (const auto& each : subcommands) {
        if (each.name == name) return each.start(std::move(args), io);
        names.push_back(each.name);
    }
    const std::string what = name.starts_with('-') ? "conform has no option `" : "conform has no subcommand `";
    report_error(io, wrong_usage, what + name + "`" + suggestion(name, names));
    io.err << "try `tictoc conform --help`\n";
    return wrong_usage;
}

}  // namespace tic::tool
