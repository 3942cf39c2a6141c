// A value written so that two schemas' readings can be compared: positions and the names that both have.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/value.hpp"

namespace tic::tool {

/// Every name on the wire: of packets, fields, values and arms.
[[nodiscard]] std::set<std::string_view> wire_names(const layout& plan);

class shape_writer {
public:
    /// Names that are not in `shared` are written as `*`.
    shape_writer(const interpreter::program& run, unsigned version, const std::set<std::string_view>& shared)
        : run_(run), version_(version), shared_(shared) {}

    std::string type(index type, const interpreter::value& v);

private:
    void write_type(unsigned version, index type, const interpreter::value& v);
    void write_node(unsigned version, const node& n, const interpreter::value& v);
    void write_name(std::string_view name) { text_ += shared_.contains(name) ? name : "*"; }

    const interpreter::program& run_;
    unsigned version_;
    const std::set<std::string_view>& shared_;
    std::string text_;
};

}  // namespace tic::tool
