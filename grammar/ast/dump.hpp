// The AST as indented text without locations: two files with the same text have the same meaning.
#pragma once

#include "grammar/ast/ast.hpp"

#include <string>
#include <string_view>

namespace tic::ast {

/// The shortest JSON string with this value, as schemas and canonical texts write it.
[[nodiscard]] std::string json_string(std::string_view text);

/// One line for each node; equal texts mean equal syntax. Numbers are printed by value.
[[nodiscard]] std::string dump(const file& parsed);

}  // namespace tic::ast
