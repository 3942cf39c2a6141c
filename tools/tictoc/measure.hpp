// What a value costs: encoded, then read back code by code.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "runtime/interpreter/memory.hpp"
#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/value.hpp"

namespace tic::tool {

struct cost {
    std::uint64_t bits = 0;  // without the fill at the end
    std::uint64_t bytes = 0;
    std::map<std::string, std::uint64_t> fields;  // by the struct's own fields; a tag is ""
};

/// What is measured: a packet of a side, or (`packet` none) a type alone.
struct target {
    side who = side::client;
    index packet = none;
    index type = none;
};

/// Changes `remembered` as sending the value would. Nothing if the value cannot be written.
[[nodiscard]] std::optional<cost> measure(const interpreter::program& run, unsigned version, const target& of,
                                          interpreter::memory& remembered, const interpreter::value& content);

}  // namespace tic::tool
