// The AST as indented text, without places: what two files must share to say the same.
#pragma once

#include "grammar/ast/ast.hpp"

#include <string>

namespace tic::ast {

/// One line a thing; equal texts mean equal syntax. Numbers are shown by value.
[[nodiscard]] std::string dump(const file& parsed);

}  // namespace tic::ast
