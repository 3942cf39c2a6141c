// One input of the sessions' fuzzer, also replayed by the tests from the corpus that is kept.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "runtime/interpreter/program.hpp"
#include "runtime/tic/opening.hpp"
#include "tests/fuzz/steering.hpp"

namespace tic::test {

/// The schemas that an input may choose. Only ever appended to: the inputs kept name a schema by its place here.
inline constexpr const char* session_protocols[] = {"parley", "chat", "workload", "hints1"};

/// Lets both ends open and talk as the input chooses: the first byte chooses the schema, four more the opening
/// (opening_once.hpp), the rest what is sent, received and damaged (session_ends.hpp). Answers what must not be, or
/// nothing. `thorough` holds every refusal against the interpreter's.
[[nodiscard]] std::string session_once(std::span<const std::uint8_t> input, bool thorough);

/// Both ends of a generated session, and what steers them.
struct fuzzed_session {
    std::string_view protocol;
    const protocol_versions* versions;
    std::string (*talk)(steering& input, const interpreter::program& run, unsigned version, bool thorough);
};
/// Nothing where the protocol is not compiled in.
[[nodiscard]] const fuzzed_session* find_session(std::string_view protocol);

}  // namespace tic::test
