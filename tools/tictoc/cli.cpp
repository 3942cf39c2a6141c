// Finds the command, runs it, and turns whatever escapes it into exit code 3.
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
    command{"check", "Diagnostics and lints of schemas", check},
    command{"fmt", "Write schemas in their one canonical form", fmt},
    command{"explain", "Show what each field costs, the canonical text, or the layout", explain},
    command{"compile", "Make C++ codecs and documentation from a schema", compile},
    command{"encode", "Turn JSON lines into packets in hex", encode},
    command{"decode", "Turn packets in hex into JSON lines", decode},
    command{"compat", "Find breaking changes between two versions of a schema", compat},
    command{"vectors", "Make a conformance suite from a schema", vectors},
    command{"conform", "Recorded conversations, and whether a codec keeps to them", conform},
};

void print_help(std::ostream& out) {
    out << "tictoc: a protocol compiler\n\nUsage: tictoc COMMAND [OPTIONS]\n\nCommands:\n";
    for (const auto& c : commands) out << "  " << c.name << std::string(10 - c.name.size(), ' ') << c.summary << '\n';
    out << "\nOptions:\n  --help, -h  This text; `tictoc COMMAND --help` tells of one command\n"
           "  --version   The version of this program\n"
           "\nA file named `-` is standard input. Exit codes: 0 as wanted, 1 content that is wrong, 2 wrong usage or\n"
           "an unreadable file, 3 a fault of tictoc itself or an implementation that cannot be judged, 4 a threshold "
           "missed.\n";
}

int unknown_command(const std::string& name, streams& io) {
    std::vector<std::string_view> names{"--help", "--version"};
    for (const auto& c : commands) names.push_back(c.name);
    std::string text =
        name.starts_with('-') ? "there is no option `" + name + "`" : "there is no command `" + name + "`";
    text += suggestion(name, names);
    complain(io, wrong_usage, text);
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

int complain(streams& io, exit_code code, std::string_view text) {
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
        if (!io.out) return complain(io, breakdown, "standard output cannot be written");
        return code;
    } catch (const std::exception& fault) {
        io.out.flush();
        return complain(io, breakdown, std::string("a fault of tictoc itself: ") + fault.what());
    }
}

}  // namespace tic::tool
