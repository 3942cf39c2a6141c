// The opening of one fuzzed connection, by any of its forms.
#pragma once

#include "runtime/tic/opening.hpp"
#include "tests/fuzz/steering.hpp"

namespace tic::test {

/// Both ends open as four bytes choose: the form and whether bytes are damaged, the versions of each end and whether
/// one of the server's has another fingerprint, the size of pieces. Damage takes more bytes. Answers the version if
/// both agreed, else 0.
[[nodiscard]] unsigned open_once(steering& input, const protocol_versions& all, verdict_text& found);

}  // namespace tic::test
