// Finds and runs the command; an exception that escapes it becomes exit code 3.
#include "tools/tictoc/cli.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <exception>
#include <iostream>

#include "grammar/diag/diag.hpp"

namespace tic::tool {
namespace {

constexpr std::array commands{
    command{"check", "Report errors and warnings in schemas", check},
    command{"fmt", "Format schemas", fmt},
    command{"explain", "Show the cost of each field, the canonical text or the layout", explain},
    command{"compile", "Generate C++ codecs, a server or documentation", compile},
    command{"encode", "Encode JSON lines as packets in hex", encode},
    command{"decode", "Decode packets in hex to JSON lines", decode},
    command{"compat", "Find breaking changes between two versions of a schema", compat},
    command{"vectors", "Generate a conformance suite for a schema", vectors},
    command{"conform", "Run conformance suites, and format and measure them", conform},
};

void print_help(std::ostream& out) {
    out << "tictoc: a protocol compiler\n\nUsage: tictoc COMMAND [OPTIONS]\n\nCommands:\n";
    for (const auto& c : commands) out << "  " << c.name << std::string(10 - c.name.size(), ' ') << c.summary << '\n';
    out << "\nOptions:\n  --help, -h  Show this text; `tictoc COMMAND --help` describes a command\n"
           "  --version   Show the version\n"
           "\nThe file name `-` means standard input.\n\nExit codes:\n"
           "  0  success\n"
           "  1  the content is wrong: a schema, a value, a packet or a failed case\n"
           "  2  wrong usage, or a file cannot be read\n"
           "  3  an internal error, or an implementation cannot be tested\n"
           "  4  a required threshold is not reached\n";
}

int unknown_command(const std::string& name, streams& io) {
    std::vector<std::string_view> names{"--help", "--version"};
    for (const auto& c : commands) names.push_back(c.name);
    std::string text = name.starts_with('-') ? "unknown option `" + name + "`" : "unknown command `" + name + "`";
    text += suggestion(name, names);
    report_error(io, wrong_usage, text);
    io.err << "try `tictoc --help`\n";
    return wrong_usage;
}

int dispatch(arguments args, streams& io) {
    if (args.empty()) {
        print_help(io.err);
        return wrong_usage;
    }
    const std::string name = args.front();
    if (name == "--help" || name == "-h" || name == "help") {
        print_help(io.out);
        return as_wanted;
    }
    if (name == "--version") {
        io.out << "tictoc " TICTOC_VERSION "\n";
        return as_wanted;
    }
    args.erase(args.begin());
    for (const auto& c : commands)
        if (c.name == name) return c.start(std::move(args), io);
    return unknown_command(name, io);
}

bool is_terminal(const std::ostream& stream) {
    if (&stream == &std::cout) return isatty(STDOUT_FILENO) == 1;
    return &stream == &std::cerr && isatty(STDERR_FILENO) == 1;
}

}  // namespace

std::string suggestion(std::string_view written, const std::vector<std::string_view>& names) {
    auto near = diag::nearest(written, names);
    for (const auto& name : names)
        if (near.empty() && std::ranges::is_permutation(name, written)) near = name;
    return near.empty() ? "" : "; did you mean `" + std::string(near) + "`?";
}

int report_error(streams& io, exit_code code, std::string_view text) {
    io.err << "tictoc: " << text << '\n';
    return code;
}

int run(arguments args, std::istream& in, std::ostream& out, std::ostream& err) {
    const char* no_colour = std::getenv("NO_COLOR");
    const bool colour_allowed = no_colour == nullptr || *no_colour == '\0';
    streams io{in, out, err, colour_allowed && is_terminal(err), is_terminal(out)};
    try {
        const int code = dispatch(std::move(args), io);
        io.out.flush();
        if (!io.out) return report_error(io, breakdown, "cannot write to standard output");
        return code;
    } catch (const std::exception& fault) {
        io.out.flush();
        return report_error(io, breakdown, std::string("internal error: ") + fault.what());
    }
}

}  // namespace tic::tool
