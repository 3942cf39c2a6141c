// The command line: the table of commands, and what they share: streams, exit codes, messages.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace tic::tool {

/// The exit code of a command (docs/commands.md).
enum exit_code : int {
    as_wanted = 0,
    wrong_content = 1,  // a schema, a value or a packet is wrong
    wrong_usage = 2,    // wrong options, or a file that cannot be read
    breakdown = 3,      // an internal error
    missed = 4,         // no error, but a required threshold is not reached
};

struct streams {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool colour = false;        // whether `err` is a terminal that shows colours
    bool out_terminal = false;  // whether `out` is a terminal
};

using arguments = std::vector<std::string>;

/// A line of a table of commands or subcommands.
struct command {
    std::string_view name;
    std::string_view summary;
    int (*start)(arguments, streams&);
};

/// Runs one command line without the program's name.
int run(arguments args, std::istream& in, std::ostream& out, std::ostream& err);

/// `; did you mean X?` if `written` looks like a misspelling of a name, two swapped letters included; else empty.
std::string suggestion(std::string_view written, const std::vector<std::string_view>& names);

/// Prints `tictoc: TEXT` on the error stream and returns `code`.
int report_error(streams& io, exit_code code, std::string_view text);

int check(arguments args, streams& io);
int fmt(arguments args, streams& io);
int explain(arguments args, streams& io);
int encode(arguments args, streams& io);
int decode(arguments args, streams& io);
int compat(arguments args, streams& io);
int compile(arguments args, streams& io);
int vectors(arguments args, streams& io);
int conform(arguments args, streams& io);

}  // namespace tic::tool
