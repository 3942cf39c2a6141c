// From a path to a checked, planned schema: reading, diagnostics, and the exit codes that follow.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "codegen/plan/plan.hpp"
#include "grammar/diag/diag.hpp"
#include "grammar/schema/check.hpp"
#include "grammar/source/source.hpp"
#include "runtime/interpreter/program.hpp"
#include "tools/tictoc/cli.hpp"

namespace tic::tool {

/// A schema that holds, and what was made of it.
struct schema_file {
    std::string path;
    source::files sources;
    std::unique_ptr<const schema::schema> checked;
    std::unique_ptr<const plan::planned> planned;
    std::unique_ptr<const interpreter::program> program;

    [[nodiscard]] const layout& plan() const { return program->plan(); }
};

/// The bytes of a file, or of `in` where the path is `-`; or nothing and why not. Stops a little beyond what a schema
/// may have, so that a device that never ends is no trap.
[[nodiscard]] std::optional<std::string> read_text(const std::string& path, std::istream& in, std::string& reason);

/// Adds the file to `sources` and gives its number; or says that it cannot be read.
[[nodiscard]] std::optional<std::uint32_t> add_file(const std::string& path, source::files& sources, streams& io);

/// Checks and plans a file that was added; what is wrong is in `found`. True if all holds.
bool build(schema_file& into, std::uint32_t root, diag::sink& found);

/// Everything at once, for commands that only use a schema: errors are printed, lints are not. Nothing, and `code` set,
/// if the command cannot go on.
[[nodiscard]] std::unique_ptr<schema_file> open_schema(const std::string& path, streams& io, int& code);

/// Prints what was found on the error stream; lints only if `lints`.
void print_diagnostics(diag::sink& found, const source::files& sources, bool lints, streams& io);

/// Whether the version may be asked for; if not, the complaint is printed. `spoken` allows oldest..version, else all.
bool accept_version(const schema_file& file, unsigned version, bool spoken, streams& io);

/// Every name of an enum, union or struct, for suggestions; and the sentence that one of them is missing.
[[nodiscard]] std::string no_such_type(const schema_file& file, const std::string& name);

}  // namespace tic::tool
