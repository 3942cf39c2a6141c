// Which states of a session can be reached, and what can be sent there.
#pragma once

#include <vector>

#include "runtime/layout/layout.hpp"

namespace tic {

/// Which states a session of a version can be in, from its start or from a state on, that state included.
[[nodiscard]] std::vector<bool> reached_states(const layout& plan, unsigned version);
[[nodiscard]] std::vector<bool> reached_states(const layout& plan, unsigned version, index from);
/// Whether one of the states that are reached lets a side send a packet.
[[nodiscard]] bool may_be_sent(const layout& plan, side who, index packet, unsigned version);
[[nodiscard]] bool may_be_sent(const layout& plan, side who, index packet, unsigned version, index from);

}  // namespace tic
