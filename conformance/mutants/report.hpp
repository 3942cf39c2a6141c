// The score of a suite, for people and for programs.
#pragma once

#include <ostream>
#include <span>
#include <string>

#include "conformance/mutants/mutants.hpp"

namespace tic::conformance {

struct score_report {
    std::string schema{};
    std::size_t cases = 0;
    double seconds = 0;
    std::span<const mutant_result> results{};
};

/// A table by class; what survived, with `survivors`, and what was proved.
void print_score(std::ostream& out, const score_report& from, bool survivors);
void print_score_json(std::ostream& out, const score_report& from);

/// `1234 prediction delta+1 Deliver.seq 1,2 encoder`: as in the list.
[[nodiscard]] std::string spell(const mutant& one);

}  // namespace tic::conformance
