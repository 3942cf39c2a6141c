// The command line: one table of commands, and the manners they share (streams, exit codes, messages).
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace tic::tool {

/// What a command says to the shell that ran it.
enum exit_code : int {
    as_wanted = 0,
    wrong_content = 1,  // a schema, a value or a packet is wrong
    wrong_usage = 2,    // wrong flags, or a file that cannot be read
    breakdown = 3,      // our own fault
    missed = 4,         // all is well, but a number that was asked for is not reached
};

struct streams {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool colour = false;        // of what goes to `err`
    bool out_terminal = false;  // a person reads `out`
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

/// `; did you mean X?` where one of the names was likely meant, also with two letters the wrong way round; else empty.
std::string suggestion(std::string_view written, const std::vector<std::string_view>& names);

/// `tictoc: TEXT` on the error stream; gives back `code`.
int complain(streams& io, exit_code code, std::string_view text);

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
