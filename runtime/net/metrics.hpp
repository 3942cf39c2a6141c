// What all cores have counted, as Prometheus reads it.
#pragma once

#include <span>
#include <string>

#include "tally.hpp"

namespace tic::net {

/// The text format of Prometheus. Refusals are counted by their reason.
[[nodiscard]] std::string metrics_text(std::span<const tally* const> cores, std::size_t connections);

}  // namespace tic::net
