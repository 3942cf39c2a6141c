// Replaces a file's content at once, or not at all.
#pragma once

#include <string>

namespace tic::tool {

/// Writes beside the file and renames over it; its mode stays. Empty if done, else why not (nothing has changed then).
[[nodiscard]] std::string replace_file(const std::string& path, const std::string& content);

}  // namespace tic::tool
