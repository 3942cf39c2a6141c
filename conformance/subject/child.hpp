// A subject as a process of its own, over pipes.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "conformance/subject/subject.hpp"

namespace tic::conformance {

/// Starts a program (looked for on the PATH) in a process group of its own; the group is gone when the subject is.
/// Nothing, and `why`, if it cannot be started. Ignores SIGPIPE in this process from then on.
[[nodiscard]] std::unique_ptr<subject> start_child(const std::vector<std::string>& command, std::string& why);

/// Kills every subject that runs; for signal handlers.
void kill_children() noexcept;

}  // namespace tic::conformance
