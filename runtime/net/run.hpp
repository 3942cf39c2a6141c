// The main of a server: configuration, signals, and the exit code.
#pragma once

#include <functional>
#include <memory>

#include "conversation.hpp"

namespace tic::net {

/// `PROGRAM [--check] FILE.conf`: serves until a signal. SIGHUP reads the certificate again, SIGTERM drains, SIGINT
/// stops. Answers the exit code: 0 as wanted, 2 wrong usage or configuration, 3 the server could not start.
[[nodiscard]] int run(int count, char** words, std::function<std::unique_ptr<service>()> make);

}  // namespace tic::net
