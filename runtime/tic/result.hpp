// The result of a codec: a value, or one refusal with its reason, path and bit. Language page, section 9.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace tic {

enum class reason : std::uint8_t {
    ok,             ///< nothing was refused
    truncated,      ///< the input ends within a code; `more` is the fewest bytes that could complete it
    range,          ///< a complete code that spells no value of its domain
    overlong,       ///< more zeros than an Exp-Golomb code may have
    non_canonical,  ///< the predicted value, written in its plain form
    bad_padding,    ///< a fill bit is set
    bad_utf8,
    bad_text,
    trailing,         ///< bytes behind the one packet that was expected
    wrong_state,      ///< this side may not send this packet in this state
    newer_version,    ///< sealed content of a version that this schema does not know
    schema_mismatch,  ///< the two sides' fingerprints differ
    no_room,          ///< not a refusal: the caller's bytes or arena are too small; nothing has changed
    bad_value,        ///< not a refusal: a value to encode is outside its domain, or not of the version
};

/// The name as in the language page: `non-canonical`.
[[nodiscard]] constexpr std::string_view name_of(reason why) {
    constexpr std::string_view names[] = {
        "ok",       "truncated", "range",       "overlong",      "non-canonical",   "bad-padding", "bad-utf8",
        "bad-text", "trailing",  "wrong-state", "newer-version", "schema-mismatch", "no-room",     "bad-value"};
    return names[static_cast<unsigned>(why)];
}

/// The path of a field in a packet, as numbers: an id, which generated tables turn into names (path.hpp), and the
/// indices of the lists around it, outermost first.
struct place {
    static constexpr std::size_t max_depth = 4;
    std::uint32_t id = 0;
    std::uint8_t depth = 0;  ///< of the lists around it; deeper ones are left out
    std::array<std::uint32_t, max_depth> indices{};

    constexpr bool operator==(const place&) const = default;
};

/// Adds the index of a list element. Decoders call it on the way out, so the innermost list comes first.
[[gnu::cold, gnu::noinline]] constexpr void note_element(place& at, std::uint32_t i) {
    for (std::size_t k = place::max_depth - 1; k > 0; --k) at.indices[k] = at.indices[k - 1];
    at.indices[0] = i;
    if (at.depth < place::max_depth) ++at.depth;
}

/// One refusal: the reason, the bit at which it is reported, for `truncated` the fewest further bytes, and the path
/// (section 9).
struct error {
    reason why = reason::ok;
    std::uint64_t bit = 0;
    std::uint64_t more = 0;
    place at{};

    constexpr bool operator==(const error&) const = default;
};

/// Selects a constructor that leaves a value unset, to be filled in place: zeroing a large packet first would be
/// wasted.
struct unset_t {};

/// A value or one error. After an error `value()` is a default-constructed T, never a part of what was read.
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
