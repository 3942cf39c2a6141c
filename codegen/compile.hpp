// The compiler as a library: from the text of a schema to a protocol that can be used, and on to generated files.
// The command `tictoc`, the tests and the benchmarks compile through this header; docs/embedding.md has a complete
// program that does.
//
// compile() runs these steps in order. Each one gets only what the step before it returned:
//
//   step      function                      gets                        returns
//   load      loader::read                  the path of an import       its text
//   parse     parse::parse                  one text                    ast::file, the syntax of one file
//   check     schema::check                 the syntax of all files     schema::schema: names, domains, hints, versions
//   plan      plan::plan                    the schema                  tic::layout: every bit of every version
//   run       interpreter::program          the layout                  a codec that needs no generated code
//   generate  generate_cpp, generate_docs … the layout                  C++, HTML, a server project
//
// check loads and parses the root file and then, each once, the files that it imports. A step that finds an error
// reports it, and the steps after it do not run.
//
// Memory: a protocol owns all that the steps produced, the source texts included. It is immutable, so threads may share
// it. Layouts, schemas and interpreter programs obtained from it are views into it. Generated files are plain strings.
//
// Errors: what is wrong with a schema goes to a `diagnostics`, and compile() returns null. No function here throws for
// a wrong schema, prints, or exits.
#pragma once

#include "codegen/plan/plan.hpp"
#include "grammar/diag/diag.hpp"
#include "grammar/schema/check.hpp"
#include "grammar/source/source.hpp"
#include "runtime/interpreter/program.hpp"

#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tictoc {

/// A schema's text. Diagnostics show the name, and imports are relative to its folder: for text that comes from no file
/// any name will do.
struct source_text {
    std::string name;
    std::string text;
};

/// How imports are read: `read` returns the text of a path, or nothing and the reason; `identity` maps every spelling
/// of a path to one key, so that no file is read twice. Both are called during compile() only.
using loader = tic::schema::loader;

/// Imports come from the file system. Reads at most one byte more than a schema may have.
[[nodiscard]] loader disk_loader();
/// Imports come from the map, by path.
[[nodiscard]] loader memory_loader(std::map<std::string, std::string> texts);
/// Every import is an error.
[[nodiscard]] loader no_imports();
/// The rest of a stream, up to one byte more than a schema may have.
[[nodiscard]] std::string read_limited(std::istream& in);
/// A file as the disk loader reads it; nothing and the reason if it cannot be read.
[[nodiscard]] std::optional<source_text> read_source(const std::string& path, std::string& reason);

class protocol;

/// The sink of one compilation: errors and warnings, with the texts that they point into. Use a new one for every call
/// of compile().
class diagnostics {
public:
    diagnostics() : sources_(std::make_shared<tic::source::files>()) {}

    [[nodiscard]] bool has_errors() const { return found_.has_errors(); }
    [[nodiscard]] bool empty() const { return found_.all().empty(); }
    /// Sorted by file and position once compile() has returned.
    [[nodiscard]] const tic::diag::sink& found() const { return found_; }
    [[nodiscard]] const tic::source::files& sources() const { return *sources_; }

    /// As `tictoc check` prints them: location, message, the line with a caret, help. Warnings only if `with_warnings`.
    [[nodiscard]] std::string text(bool with_warnings = true, bool with_colour = false) const;
    /// As `tictoc check --json` prints them: an array of objects.
    [[nodiscard]] std::string json() const;

private:
    friend std::unique_ptr<const protocol> compile(source_text source, const loader& imports, diagnostics& found);
    friend std::optional<std::string> format(source_text source, diagnostics& found);

    std::shared_ptr<tic::source::files> sources_;
    tic::diag::sink found_;
};

/// A schema without errors, after all steps.
class protocol {
public:
    /// The text of the root file and of everything that it imports; the root file is number 0.
    [[nodiscard]] const tic::source::files& sources() const { return *sources_; }
    [[nodiscard]] const tic::schema::schema& schema() const { return *schema_; }
    [[nodiscard]] const tic::layout& layout() const { return program_->plan(); }
    /// What encode_packet(), decode_packet(), read_packet() … of runtime/interpreter take.
    [[nodiscard]] const tic::interpreter::program& program() const { return *program_; }
    /// The name that generated files show for the schema: the root file's without its folder.
    [[nodiscard]] std::string schema_name() const;

    protocol(const protocol&) = delete;
    protocol& operator=(const protocol&) = delete;

private:
    protocol() = default;
    friend std::unique_ptr<const protocol> compile(source_text source, const loader& imports, diagnostics& found);

    std::shared_ptr<const tic::source::files> sources_;
    std::unique_ptr<const tic::schema::schema> schema_;
    std::unique_ptr<const tic::plan::planned> planned_;
    std::optional<tic::interpreter::program> program_;
};

/// Runs load, parse, check and plan. Null if there is an error; `found` then has at least one. Warnings do not stop it.
[[nodiscard]] std::unique_ptr<const protocol> compile(source_text source, const loader& imports, diagnostics& found);

/// The canonical form of a schema's text, which `tictoc fmt` writes. Only parses: imports are not read and names not
/// looked up. Nothing if there is a syntax error.
[[nodiscard]] std::optional<std::string> format(source_text source, diagnostics& found);

/// A file to be written: its name relative to the folder that the user chooses, and its content.
struct generated_file {
    std::string name;
    std::string text;
};

/// PROTOCOL.hpp: types, codecs and sessions in C++ (docs/cpp.md).
[[nodiscard]] generated_file generate_cpp(const protocol& of);
/// PROTOCOL.hpp with every mutant behind a switch, and PROTOCOL.mutants, the list of them (docs/conformance.md).
[[nodiscard]] std::vector<generated_file> generate_mutants(const protocol& of);
/// PROTOCOL_adapter.cpp: a program around PROTOCOL.hpp that `tictoc conform run` can test (docs/porting.md).
[[nodiscard]] generated_file generate_adapter(const protocol& of);
/// PROTOCOL.html: the documentation page.
[[nodiscard]] generated_file generate_docs(const protocol& of);
/// A server project whose handlers are to be written (docs/server.md), without the schema that it is built from. The
/// schema must have a session.
[[nodiscard]] std::vector<generated_file> generate_server(const protocol& of);

}  // namespace tictoc
