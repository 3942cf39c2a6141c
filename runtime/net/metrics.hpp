// The counters of all cores in the text format of Prometheus.
#pragma once

#include <span>
#include <string>

#include "counters.hpp"

namespace tic::net {

/// Refusals are counted by reason, packets without a handler by name.
[[nodiscard]] std::string metrics_text(std::span<const counters* const> cores, std::size_t connections,
                                       std::span<const std::string> received_names);

}  // namespace tic::net
