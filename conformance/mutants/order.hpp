// Which cases are tried first on a mutant: those about its place, then those that code its type.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "conformance/mutants/mutants.hpp"

namespace tic::conformance {

class case_order {
public:
    case_order(const interpreter::program& run, std::span<const test_case> cases);

    /// All cases, by their places; the same for all mutants of a path. Not for two threads at once.
    [[nodiscard]] const std::vector<std::uint32_t>& of(const mutant& about);

private:
    [[nodiscard]] bool is_about(const test_case& one, std::string_view path) const;
    void add_types(std::vector<bool>& to, index type) const;

    const layout* plan_;
    std::span<const test_case> cases_;
    std::map<const tape*, std::vector<bool>> types_{};  ///< that its steps code
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> known_{};
};

}  // namespace tic::conformance
