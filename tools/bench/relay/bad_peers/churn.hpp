// Connections that are opened, talk, and are closed, a great many one after the other.
#pragma once

#include <cstddef>

#include "tools/bench/relay/bad_peers/child_server.hpp"

namespace bad_peers {

struct churned {
    std::size_t talked = 0;
    std::size_t failed = 0;
    std::size_t rss_early = 0;  ///< after the first tenth
    std::size_t rss_end = 0;
};

/// So many, some at once: each enters the relay, receives the confirmation, and is closed.
[[nodiscard]] churned churn(const child_server& at, std::size_t connections);

}  // namespace bad_peers
