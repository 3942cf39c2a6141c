// What sample values of a struct cost, for `tictoc explain`.
#pragma once

#include <string>
#include <vector>

#include "tools/tictoc/measure.hpp"

namespace tic::tool {

struct sample_costs {
    std::vector<std::string> fields;  // beside each living field: `predicted 1, one off 3`
    std::string first;                // the whole value, nothing remembered: `43 bits, 6 bytes`
    std::string next;                 // and again, as its hints predict; empty where nothing is remembered
};

[[nodiscard]] sample_costs sample(const interpreter::program& run, unsigned version, const target& of);

}  // namespace tic::tool
