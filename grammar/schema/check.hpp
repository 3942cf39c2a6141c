// From syntax to a checked schema: reads imports, resolves names, checks domains, hints, memory, versions, sessions,
// marks.
#pragma once

#include "grammar/diag/diag.hpp"
#include "grammar/schema/schema.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace tic::schema {

/// How imports are read: the bytes of `path`, or nothing and a reason. The tool reads the disk, tests a map.
struct loader {
    std::function<std::optional<std::string>(const std::string& path, std::string& reason)> read;
    /// Two spellings of one file give one key.
    std::function<std::string(const std::string& path)> identity;
};

/// Checks the file `root` of `sources` (already added) and what it imports. Nothing if there is an error; lints go to
/// `out` too. Errors that need bit counts (limit, code lengths, empty list elements) are codegen/plan's.
[[nodiscard]] std::unique_ptr<const schema> check(source::files& sources, std::uint32_t root, const loader& load,
                                                  diag::sink& out);

}  // namespace tic::schema
