// Opens the schema that a command was given: reads, compiles, and turns errors into messages and exit codes.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "codegen/compile.hpp"
#include "tools/tictoc/cli.hpp"

namespace tic::tool {

/// A schema without errors, and the path that the user gave for it.
struct schema_file {
    std::string path;
    std::unique_ptr<const tictoc::protocol> compiled;

    [[nodiscard]] const layout& plan() const { return compiled->layout(); }
    [[nodiscard]] const interpreter::program& program() const { return compiled->program(); }
};

/// Reads a schema; `-` is standard input. Nothing, after a message, if it cannot be read.
[[nodiscard]] std::optional<tictoc::source_text> read_schema(const std::string& path, streams& io);

/// Reads and compiles a schema, for commands that only use it: errors are printed, warnings are not. Null, and `code`
/// set, if the command cannot go on.
[[nodiscard]] std::unique_ptr<schema_file> open_schema(const std::string& path, streams& io, int& code);

/// Whether the schema has the version; prints a message if not. `is_spoken` allows oldest..version, otherwise
/// 1..version.
bool accept_version(const schema_file& file, unsigned version, bool is_spoken, streams& io);

/// The message that the schema has no type of this name, with a suggestion.
[[nodiscard]] std::string no_such_type(const schema_file& file, const std::string& name);

}  // namespace tic::tool
