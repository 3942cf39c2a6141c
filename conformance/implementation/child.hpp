// An implementation as a process of its own, over pipes.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "conformance/implementation/implementation.hpp"

namespace tic::conformance {

/// Starts a program (looked for on the PATH) in a process group of its own; the group is gone when the implementation
/// is. Nothing, and `why`, if it cannot be started. Ignores SIGPIPE in this process from then on.
[[nodiscard]] std::unique_ptr<implementation> start_child(const std::vector<std::string>& command, std::string& why);

/// Kills every implementation that runs; for signal handlers.
void kill_children() noexcept;

}  // namespace tic::conformance
