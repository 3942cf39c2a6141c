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
    /// `given` is used where no such file stands beside a tape; empty: none.
    schema_shelf(std::string given, streams& io) : given_(std::move(given)), io_(io) {}

    /// Beside the tape, then what was given. What is wrong with a schema itself is printed.
    [[nodiscard]] conformance::schema_finder finder();
    /// The file that a tape's program was made from.
    [[nodiscard]] const schema_file& file_of(const interpreter::program& made) const;

private:
    const interpreter::program* open(const std::string& schema, const std::string& tape_path, std::string& wrong);

    std::string given_;
    streams& io_;
    std::map<std::string, std::unique_ptr<schema_file>> opened_{};
};

/// A tape file of any length, `-` for standard input; or nothing, and it is said that it cannot be read.
[[nodiscard]] std::optional<std::string> read_tape_text(const std::string& path, streams& io);

/// The files named, and of folders all `.tape` files below them, in order; or nothing, and it is said which has none.
[[nodiscard]] std::optional<std::vector<std::string>> list_tapes(const std::vector<std::string>& paths, streams& io);

/// `FILE:LINE: TEXT` for each.
void print_problems(const std::vector<conformance::problem>& problems, streams& io);

}  // namespace tic::tool
