// Mutants of a protocol's codecs: the generated header with numbered mutations behind a switch, and their list.
// A suite of tests is measured by how many of them it kills.
#pragma once

#include <string>
#include <string_view>

#include "runtime/layout/layout.hpp"

namespace tic::mutation {

struct mutants {
    std::string header{};  ///< selects a mutant by `tic::active_mutant` (runtime/mutants); 0 is the right code
    std::string list{};    ///< `17 hint delta+1 Deliver.seq 1,2 decoder`, one a line
    unsigned count = 0;
};
[[nodiscard]] mutants print_mutants(const layout& plan, std::string_view schema_file);

/// `chat.mutants`.
[[nodiscard]] std::string list_name(const layout& plan);

}  // namespace tic::mutation
