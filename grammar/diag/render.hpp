// Diagnostics for people (with the line, a caret and the suggested edit) and for programs (JSON).
#pragma once

#include "grammar/diag/diag.hpp"

#include <string>

namespace tic::diag {

struct render_options {
    bool colour = false;  // ANSI escapes
};

/// One diagnostic, each line ended by a newline.
[[nodiscard]] std::string render(const source::files& sources, const diagnostic& what, render_options options = {});

/// All of a sink's, with an empty line between two, and a count at the end if something was left out.
[[nodiscard]] std::string render(const source::files& sources, const sink& all, render_options options = {});

/// An array of objects: file, line, column, end_line, end_column, begin and end (bytes), level, code, title, message,
/// help, notes, fix.
[[nodiscard]] std::string render_json(const source::files& sources, const sink& all);

}  // namespace tic::diag
