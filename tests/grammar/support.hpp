// What the tests of this folder share.
#pragma once

#include "grammar/ast/dump.hpp"
#include "grammar/ast/format.hpp"
#include "grammar/diag/render.hpp"
#include "grammar/parse/parse.hpp"

#include <optional>
#include <string>

namespace tic::tests {

inline const std::string header = "protocol p;\nedition 1;\n";

struct parsed {
    source::files sources;
    diag::sink out;
    std::optional<ast::file> file;
};

/// The text behind a header of two lines.
inline parsed parse_body(const std::string& body) {
    parsed made;
    made.sources.add("test.tic", header + body);
    made.file = parse::parse(made.sources, 0, made.out);
    return made;
}

/// The AST without its header, or the diagnostics.
inline std::string dumped(const std::string& body) {
    const parsed made = parse_body(body);
    if (!made.file) return diag::render(made.sources, made.out);
    return ast::dump(*made.file).substr(std::string("protocol p\nedition 1\n").size());
}

/// The canonical form without its header, or the diagnostics.
inline std::string formatted(const std::string& body) {
    const parsed made = parse_body(body);
    if (!made.file) return diag::render(made.sources, made.out);
    return ast::format(made.sources[0]).substr(header.size());
}

}  // namespace tic::tests
