// The one canonical form of a .tic file, which depends on its content alone.
#pragma once

#include "grammar/source/source.hpp"

#include <string>

namespace tic::ast {

/// The canonical text of `text`, which must be a file that parses. Keeps every comment and at most one empty line
/// between two things; changes nothing that the parser sees, and nothing at all the second time.
[[nodiscard]] std::string format(const source::file& text);

}  // namespace tic::ast
