// Shows that bytes break one rule and no other: they are refused, and with that one refusal let pass the rest is whole.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <variant>

#include "conformance/tape/tape.hpp"
#include "runtime/interpreter/deviation.hpp"
#include "runtime/interpreter/refusal.hpp"
#include "runtime/interpreter/session.hpp"

namespace tic::conformance {

/// What a change must come to.
struct claim {
    reason why = reason::ok;                   ///< the rule that the change is for
    std::uint64_t instead = 0;                 ///< what is read in the place of a rank or version that cannot be
    const interpreter::value* rest = nullptr;  ///< what the packet holds but for the field that was changed
    std::string path{};                        ///< that field; empty: nothing was changed
};

/// The refusal of the bytes in the step's place, if it is the only one; or what else is wrong.
[[nodiscard]] std::variant<interpreter::refusal, std::string> prove(const interpreter::program& run,
                                                                    const interpreter::session& at, const step& good,
                                                                    std::span<const std::uint8_t> bytes,
                                                                    const claim& claimed);

/// What a decoder in the step's place makes of bytes: a value, or a refusal. Rules that `tolerated` switches off are
/// not asked for; a trace hears every code.
struct reading {
    interpreter::value content{};
    std::size_t bytes = 0;
};
[[nodiscard]] std::variant<reading, interpreter::refusal> read_in_place(const interpreter::program& run,
                                                                        const interpreter::session& at,
                                                                        const step& good,
                                                                        std::span<const std::uint8_t> bytes,
                                                                        interpreter::tolerance* tolerated = nullptr,
                                                                        const interpreter::trace_sink* trace = nullptr);

/// A path of a tape as refusals of the step spell it: `.seq` of an `Ack` is `Ack.seq`.
[[nodiscard]] std::string refusal_path(const interpreter::program& run, const step& good, const std::string& path);

}  // namespace tic::conformance
