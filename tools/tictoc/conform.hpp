// The subcommands of `tictoc conform`: one file each, one line in the table of conform.cpp.
#pragma once

#include "tools/tictoc/cli.hpp"

namespace tic::tool {

int conform_coverage(arguments args, streams& io);
int conform_fmt(arguments args, streams& io);
int conform_run(arguments args, streams& io);
int conform_mutants(arguments args, streams& io);

}  // namespace tic::tool
