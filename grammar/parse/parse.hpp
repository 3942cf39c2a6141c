// The parser, the only room that uses ANTLR: text in, syntax tree out. Hides all types of ANTLR.
#pragma once

#include "grammar/ast/ast.hpp"
#include "grammar/diag/diag.hpp"

#include <optional>

namespace tic::parse {

/// The file's syntax, or nothing if there was an error (all that were found are in `out`). Text that is not UTF-8, is
/// larger than 8 MiB or nests deeper than 64 is an error; no input crashes or hangs it.
[[nodiscard]] std::optional<ast::file> parse(const source::files& sources, std::uint32_t number, diag::sink& out);

}  // namespace tic::parse
