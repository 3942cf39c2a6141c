// One input of the decoders' fuzzer, also replayed by the tests from the corpus that is kept.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tic::test {

/// The schemas that an input may choose. Only ever appended to: the inputs kept name a schema by its place here.
inline constexpr const char* fuzzed_protocols[] = {"chat", "ints", "workload", "hints1", "hints2", "hints3", "hints4"};

/// Runs an input through generated decoder and interpreter; what differs, or nothing. The first byte chooses the
/// schema, the second version and side; then packets follow, each behind a byte for its length, where 255 means all
/// that is left.
[[nodiscard]] std::string decode_once(std::span<const std::uint8_t> input);

}  // namespace tic::test
