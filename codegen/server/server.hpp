// The server backend: a project that builds and starts, and is finished by writing its handlers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/layout/layout.hpp"

namespace tic::server {

struct project_file {
    std::string name;
    std::string text;
};

/// All files but the schema, which is `schema_file` in the same folder. The schema has a session.
[[nodiscard]] std::vector<project_file> print_project(const layout& plan, std::string_view schema_file);

}  // namespace tic::server
