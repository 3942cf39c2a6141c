// Random values of the domains of a layout, biased to bounds and earlier values, so that hints hit and miss.
#pragma once

#include "runtime/interpreter/encode.hpp"
#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/value.hpp"

#include <map>
#include <random>

namespace tic::test {

class value_source {
public:
    value_source(const interpreter::program& run, std::uint64_t seed) : run_(run), random_(seed) {}

    /// A value of a type in the version; members that do not live are as a decoder answers them.
    [[nodiscard]] interpreter::value of_type(index type, unsigned version);
    [[nodiscard]] std::uint64_t below(std::uint64_t n) { return random_() % n; }

private:
    [[nodiscard]] interpreter::value of_node(const node& n, unsigned version);
    [[nodiscard]] interpreter::value plain(const node& n, unsigned version);
    [[nodiscard]] std::uint64_t number(const node& n);
    [[nodiscard]] std::string bytes(const node& n, bool text);
    [[nodiscard]] std::uint64_t length(const node& n);

    const interpreter::program& run_;
    std::mt19937_64 random_;
    std::map<std::string_view, std::vector<interpreter::value>> said_;  // by domain, a few of late
};

/// Equal in all that lives in the version; `type` is a struct.
[[nodiscard]] bool same_value(const interpreter::program& run, unsigned version, index type,
                              const interpreter::value& a, const interpreter::value& b);
[[nodiscard]] bool same_value(const interpreter::program& run, unsigned version, const node& n,
                              const interpreter::value& a, const interpreter::value& b);

}  // namespace tic::test
