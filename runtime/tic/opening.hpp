// How two ends agree on a version before the first packet: ALPN names, WebSocket subprotocols, and the preface on plain
// TCP. Bytes are passed in and out; no socket, no allocation. Language page, section 7, "Opening".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tic {

/// The first 4 bytes of SHA-256 over a version's canonical text, the first byte highest.
using fingerprint = std::uint32_t;

/// What one end can speak of one protocol: every version from `oldest` on.
struct protocol_versions {
    std::string_view name;
    std::uint8_t oldest = 1;
    std::span<const fingerprint> fingerprints;  ///< of `oldest`, the one after it, and so on

    [[nodiscard]] constexpr unsigned newest() const { return oldest + static_cast<unsigned>(fingerprints.size()) - 1; }
    [[nodiscard]] constexpr bool has(unsigned version) const { return version >= oldest && version <= newest(); }
    [[nodiscard]] constexpr fingerprint fingerprint_of(unsigned version) const {
        return fingerprints[version - oldest];
    }
};

enum class agreement : std::uint8_t {
    unfinished,  ///< more bytes are needed
    agreed,
    not_tic,            ///< no opening at all: another protocol, or nonsense
    no_common_version,  ///< the ranges of versions do not meet
    schema_mismatch,    ///< the same version, made from different schemas
};

/// The name as it is logged and counted: `schema-mismatch`.
[[nodiscard]] constexpr std::string_view name_of(agreement what) {
    constexpr std::string_view names[] = {"unfinished", "agreed", "not-tic", "no-common-version", "schema-mismatch"};
    return names[static_cast<unsigned>(what)];
}

/// How an opening went.
struct opening_outcome {
    agreement what = agreement::unfinished;
    std::uint8_t version = 0;  ///< agreed on, or differing; 0 where there is none
    fingerprint ours = 0;      ///< of `version`
    fingerprint theirs = 0;

    constexpr bool operator==(const opening_outcome&) const = default;
};

/// A short text that owns its characters; what does not fit is cut off.
template <std::size_t Room>
class short_text {
public:
    [[nodiscard]] constexpr std::string_view view() const { return {characters_.data(), size_}; }
    constexpr operator std::string_view() const { return view(); }

    constexpr short_text& add(std::string_view text) {
        for (const char c : text) {
            if (size_ < Room) characters_[size_++] = c;
        }
        return *this;
    }
    constexpr short_text& add(unsigned number) {
        if (number > 9) add(number / 10);
        const char digit = static_cast<char>('0' + number % 10);
        return add({&digit, 1});
    }
    /// Eight hex digits.
    constexpr short_text& add_hex(std::uint32_t number) {
        for (unsigned shift = 32; shift > 0; shift -= 4) {
            add(std::string_view("0123456789abcdef").substr((number >> (shift - 4)) & 15U, 1));
        }
        return *this;
    }

private:
    std::array<char, Room> characters_{};
    std::size_t size_ = 0;
};

namespace detail {

/// The text before the next separator, which is taken off `rest`; all of it where there is none.
constexpr std::string_view take_until(std::string_view& rest, char separator) {
    const std::size_t end = rest.find(separator);
    const std::string_view taken = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return taken;
}

}  // namespace detail

/// One line for the log: what is wrong, with both fingerprints where they differ, and what to do.
[[nodiscard]] constexpr short_text<255> describe(const protocol_versions& ours, const opening_outcome& outcome) {
    short_text<255> made;
    made.add(name_of(outcome.what)).add(": ");
    switch (outcome.what) {
        case agreement::unfinished:
            return made.add("the opening is not whole yet");
        case agreement::agreed:
            return made.add(ours.name).add(" version ").add(outcome.version);
        case agreement::not_tic:
            return made.add("the peer does not open as ").add(ours.name).add(" does");
        case agreement::no_common_version:
            made.add("the peer speaks no version of ").add(ours.name).add(" from ").add(ours.oldest).add(" to ");
            return made.add(ours.newest()).add("; update the older end");
        case agreement::schema_mismatch:
            break;
    }
    made.add(ours.name).add(" version ").add(outcome.version).add(" is ").add_hex(outcome.ours);
    made.add(" here and ").add_hex(outcome.theirs);
    return made.add(" there; compare `tictoc explain --canonical` of both schemas");
}

/// The first line in which two canonical texts differ, counted from 1; 0 where they are equal.
struct canonical_difference {
    std::size_t line = 0;
    std::string_view ours;  ///< empty where our text ends before
    std::string_view theirs;
};

[[nodiscard]] constexpr canonical_difference first_difference(std::string_view ours, std::string_view theirs) {
    for (std::size_t line = 1; !ours.empty() || !theirs.empty(); ++line) {
        const std::string_view own = detail::take_until(ours, '\n');
        const std::string_view other = detail::take_until(theirs, '\n');
        if (own != other) return {line, own, other};
    }
    return {};
}

}  // namespace tic
