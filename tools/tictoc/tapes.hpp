// Tapes from disk, with the schemas they name.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conformance/tape/parse.hpp"
#include "tools/tictoc/cli.hpp"
#include "tools/tictoc/open.hpp"

namespace tic::tool {

/// The schemas that tapes name, each opened once. It must outlive the tapes.
class schema_shelf {
public:
    /// `given` is used if the schema is not in the folder of the tape; empty for none.
    schema_shelf(std::string given, streams& io) : given_(std::move(given)), io_(io) {}

    /// Beside the tape, then what was given. What is wrong with a schema itself is printed.
    [[nodiscard]] conformance::schema_finder finder();
    /// The file that a program was compiled from.
    [[nodiscard]] const schema_file& file_of(const interpreter::program& made) const;

private:
    const interpreter::program* open(const std::string& schema, const std::string& tape_path, std::string& wrong);

    std::string given_;
    streams& io_;
    std::map<std::string, std::unique_ptr<schema_file>> opened_{};
};

/// The text of a tape file; `-` is standard input. Nothing, after a message, if it cannot be read.
[[nodiscard]] std::optional<std::string> read_tape_text(const std::string& path, streams& io);

/// The files, and all `.tape` files below the folders, in order. Nothing, after a message, if a folder has none.
[[nodiscard]] std::optional<std::vector<std::string>> list_tapes(const std::vector<std::string>& paths, streams& io);

/// `FILE:LINE: TEXT` for each.
void print_problems(const std::vector<conformance::problem>& problems, streams& io);

}  // namespace tic::tool
