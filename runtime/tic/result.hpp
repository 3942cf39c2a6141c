// What a codec answers: a value, or one refusal with its reason, place and bit. Language page, section 9.
#pragma once

#include <cstdint>
#include <string_view>

namespace tic {

enum class reason : std::uint8_t {
    none,
    truncated,        ///< bits lack for the code being read; `more` tells the fewest bytes that could complete it
    range,            ///< a code is whole but spells nothing of its domain
    overlong,         ///< more zeros than a skew code may have
    non_canonical,    ///< a plain form spells the predicted value
    bad_padding,      ///< a fill bit is set
    bad_utf8,
    bad_text,
    trailing,         ///< bytes behind the one packet that was expected
    wrong_state,      ///< this side may not say this packet now
    newer_version,    ///< sealed content of a version that this file does not know
    schema_mismatch,  ///< two ends with different fingerprints
};

/// The name as in the language page: `non-canonical`.
[[nodiscard]] constexpr std::string_view name_of(reason why) {
    constexpr std::string_view names[] = {"none",        "truncated", "range",    "overlong", "non-canonical", "bad-padding",
                                          "bad-utf8",    "bad-text",  "trailing", "wrong-state", "newer-version", "schema-mismatch"};
    return names[static_cast<unsigned>(why)];
}

}  // namespace tic
