// What all cores have counted, as Prometheus reads it.
#pragma once

#include <span>
#include <string>

#include "tally.hpp"

namespace tic::net {

/// The text format of Prometheus. Refusals are counted by their reason, what nothing handles by the packet's name.
[[nodiscard]] std::string metrics_text(std::span<const tally* const> cores, std::size_t connections,
                                       std::span<const std::string> received_names);

}  // namespace tic::net
