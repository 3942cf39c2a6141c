// What a codec answers: a value, or one refusal with its reason, place and bit. Language page, section 9.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace tic {

enum class reason : std::uint8_t {
    ok,             ///< nothing was refused
    truncated,      ///< bits lack for the code being read; `more` tells the fewest bytes that could complete it
    range,          ///< a code is whole but spells nothing of its domain
    overlong,       ///< more zeros than an Exp-Golomb code may have
    non_canonical,  ///< a plain form spells the predicted value
    bad_padding,    ///< a fill bit is set
    bad_utf8,
    bad_text,
    trailing,         ///< bytes behind the one packet that was expected
    wrong_state,      ///< this side may not say this packet now
    newer_version,    ///< sealed content of a version that this file does not know
    schema_mismatch,  ///< two ends with different fingerprints
    no_room,          ///< no refusal: the caller's bytes or arena are too small; all is as it was
    bad_value,        ///< no refusal: what was to be written is outside its domain, or dead in the version
};

/// The name as in the language page: `non-canonical`.
[[nodiscard]] constexpr std::string_view name_of(reason why) {
    constexpr std::string_view names[] = {
        "ok",       "truncated", "range",       "overlong",      "non-canonical",   "bad-padding", "bad-utf8",
        "bad-text", "trailing",  "wrong-state", "newer-version", "schema-mismatch", "no-room",     "bad-value"};
    return names[static_cast<unsigned>(why)];
}

/// Where in a packet: a place id (names stand in a table beside it) and the indices of the lists around it, outermost
/// first.
struct place {
    static constexpr std::size_t max_depth = 4;
    std::uint32_t id = 0;
    std::uint8_t depth = 0;  ///< of the lists around it; those beyond `max_depth` are not told
    std::array<std::uint32_t, max_depth> indices{};

    constexpr bool operator==(const place&) const = default;
};

/// Notes on the way out which element of a list it was; the innermost list tells first.
[[gnu::cold, gnu::noinline]] constexpr void note_element(place& at, std::uint32_t i) {
    for (std::size_t k = place::max_depth - 1; k > 0; --k) at.indices[k] = at.indices[k - 1];
    at.indices[0] = i;
    if (at.depth < place::max_depth) ++at.depth;
}

/// One refusal: why, the bit it is told at, for `truncated` the fewest further bytes, and where (section 9).
struct error {
    reason why = reason::ok;
    std::uint64_t bit = 0;
    std::uint64_t more = 0;
    place at{};

    constexpr bool operator==(const error&) const = default;
};

/// Asks for a value that is filled in at once, and so need not be made by default first.
struct unset_t {};

/// A value or one error; T is trivial enough to be made by default.
template <class T>
class [[nodiscard]] result {
public:
    constexpr explicit result(unset_t to_fill) : value_(to_fill) {}
    constexpr result(T value) : value_(std::move(value)) {}
    constexpr result(const error& refused) : error_(refused) {}

    [[nodiscard]] constexpr bool ok() const { return error_.why == reason::ok; }
    [[nodiscard]] constexpr explicit operator bool() const { return ok(); }
    [[nodiscard]] constexpr const T& value() const { return value_; }
    [[nodiscard]] constexpr T& value() { return value_; }
    [[nodiscard]] constexpr const T& operator*() const { return value_; }
    [[nodiscard]] constexpr T& operator*() { return value_; }
    [[nodiscard]] constexpr const T* operator->() const { return &value_; }
    [[nodiscard]] constexpr T* operator->() { return &value_; }
    [[nodiscard]] constexpr const tic::error& error() const { return error_; }

private:
    T value_{};
    tic::error error_{};
};

}  // namespace tic
