// A file that is written whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace tic::conformance {

/// Removes what an earlier run left under the name.
void remove_old(const std::string& path);
/// Writes beside it and renames; throws if that fails, so that the run cannot end as if all were well.
void write_whole(const std::string& path, std::string_view text);

}  // namespace tic::conformance
