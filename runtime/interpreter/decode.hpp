// Bits to value trees, from a layout alone. Language page, sections 4 to 6 and 9.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <variant>

#include "runtime/interpreter/deviation.hpp"
#include "runtime/interpreter/memory.hpp"
#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/refusal.hpp"
#include "runtime/interpreter/trace.hpp"
#include "runtime/interpreter/value.hpp"

namespace tic::interpreter {

/// How a packet stands in the bytes given: alone (more is `trailing`), or first of a stream.
enum class extent : std::uint8_t { alone, stream };

struct decode_options {
    extent expected = extent::alone;
    const trace_sink* trace = nullptr;  ///< hears every code read
    const std::function<bool(index packet)>* may_send =
        nullptr;  ///< asked as soon as the tag is read; false is `wrong-state`
    tolerance* tolerated = nullptr;
};

/// A packet (or for a lone type: `packet` is none) and the whole bytes it took. Sealed contents stay as carried.
struct decoded {
    index packet = none;
    value content{};
    std::size_t bytes = 0;
};

using decode_result = std::variant<decoded, refusal>;

/// Reads one packet of a side; memory is as it was if the packet is refused.
[[nodiscard]] decode_result decode_packet(const program& run, side who, unsigned version, memory& remembered,
                                          std::span<const std::uint8_t> bytes, const decode_options& options = {});

/// Reads one value of an enum, union or struct alone, with fresh memory; paths start below the type's name.
[[nodiscard]] decode_result decode_type(const program& run, index type, unsigned version,
                                        std::span<const std::uint8_t> bytes, const decode_options& options = {});

/// What sealed content holds, and the version it was written for.
struct opened {
    unsigned version = 0;
    value content{};
};

/// Opens sealed content of a struct or union (section 5); bits and paths count from the content's start.
[[nodiscard]] std::variant<opened, refusal> open_sealed(const program& run, index type,
                                                        std::span<const std::uint8_t> content,
                                                        const trace_sink* trace = nullptr,
                                                        tolerance* tolerated = nullptr);

}  // namespace tic::interpreter
