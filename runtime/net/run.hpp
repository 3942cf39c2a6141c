// The main function of a server: configuration, signals and exit codes.
#pragma once

#include <functional>
#include <memory>

#include "conversation.hpp"

namespace tic::net {

/// `PROGRAM [--check] FILE.conf`: serves until a signal ends it. SIGHUP reads the certificate again, SIGTERM drains,
/// and SIGINT stops. `make` creates the service of each core. Returns the exit code: 0 after a regular end, 2 for wrong
/// usage or configuration, 3 if the server cannot start.
[[nodiscard]] int run(int count, char** words, std::function<std::unique_ptr<service>()> make);

}  // namespace tic::net
