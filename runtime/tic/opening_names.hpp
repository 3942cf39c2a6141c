// Agreement by names: ALPN in the TLS handshake, subprotocols in that of WebSocket. The client offers
// `tic:chat:2:a1f26505`, newest first; the server picks the first it has. Language page, section 7, "Opening".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "opening.hpp"

namespace tic {

/// ALPN allows no longer name; WebSocket names are as long.
using opening_name = short_text<255>;

inline constexpr char alpn_separator = ':';
inline constexpr char subprotocol_separator = '.';

/// `tic:chat:2:a1f26505`; with `.` for WebSocket.
[[nodiscard]] constexpr opening_name name_of_version(const protocol_versions& ours, unsigned version, char separator) {
    const std::string_view apart(&separator, 1);
    opening_name made;
    made.add("tic").add(apart).add(ours.name).add(apart).add(version).add(apart);
    made.add_hex(ours.fingerprint_of(version));
    return made;
}

/// One offered name, taken apart.
struct offered_name {
    std::string_view protocol;
    std::uint8_t version = 0;
    fingerprint print = 0;

    constexpr bool operator==(const offered_name&) const = default;
};

namespace detail {

/// Decimal 1..255 without leading zeros.
constexpr std::optional<std::uint8_t> read_version(std::string_view text) {
    if (text.empty() || text.size() > 3 || text[0] == '0') return std::nullopt;
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    if (value > 255) return std::nullopt;
    return static_cast<std::uint8_t>(value);
}

constexpr std::optional<fingerprint> read_fingerprint(std::string_view text) {
    if (text.size() != 8) return std::nullopt;
    fingerprint made = 0;
    for (const char c : text) {
        const std::size_t digit = std::string_view("0123456789abcdef").find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        made = (made << 4U) | static_cast<fingerprint>(digit);
    }
    return made;
}

constexpr std::string_view without_blanks(std::string_view text) {
    constexpr std::string_view blanks = " \t";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace detail

/// Nothing where the name is not one of ours: a server may be offered names of any protocol.
[[nodiscard]] constexpr std::optional<offered_name> read_name(std::string_view name, char separator) {
    if (detail::take_until(name, separator) != "tic") return std::nullopt;
    const std::string_view protocol = detail::take_until(name, separator);
    const auto version = detail::read_version(detail::take_until(name, separator));
    const auto print = detail::read_fingerprint(name);
    if (protocol.empty() || !version || !print) return std::nullopt;
    return offered_name{protocol, *version, *print};
}

/// A server's choice among the names a client offers, newest first: the first that it has.
class name_choice {
public:
    constexpr name_choice(const protocol_versions& ours, char separator) : ours_(&ours), separator_(separator) {}

    /// One more name, in the client's order; true where it is the one chosen.
    constexpr bool offer(std::string_view name) {
        if (outcome_.what == agreement::agreed) return false;
        const auto offered = read_name(name, separator_);
        if (!offered || offered->protocol != ours_->name) return false;
        if (outcome_.what == agreement::not_tic) outcome_.what = agreement::no_common_version;
        if (!ours_->has(offered->version)) return false;
        const fingerprint own = ours_->fingerprint_of(offered->version);
        if (own == offered->print) {
            outcome_ = {agreement::agreed, offered->version, own, own};
            return true;
        }
        // The newest version that both have is the most useful to report.
        if (outcome_.what != agreement::schema_mismatch) {
            outcome_ = {agreement::schema_mismatch, offered->version, own, offered->print};
        }
        return false;
    }

    /// Good once every name was offered.
    [[nodiscard]] constexpr const opening_outcome& outcome() const { return outcome_; }

private:
    const protocol_versions* ours_;
    char separator_;
    opening_outcome outcome_{.what = agreement::not_tic, .version = 0, .ours = 0, .theirs = 0};
};

/// The next name of an ALPN list in the form of the handshake (a length byte before each); nothing at its end, or
/// where it is broken.
[[nodiscard]] constexpr std::span<const std::uint8_t> take_alpn_name(std::span<const std::uint8_t>& list) {
    if (list.empty() || list[0] == 0 || list.size() < 1U + list[0]) return {};
    const auto name = list.subspan(1, list[0]);
    list = list.subspan(1U + name.size());
    return name;
}

/// The next name of a Sec-WebSocket-Protocol header; empty at its end.
[[nodiscard]] constexpr std::string_view take_subprotocol(std::string_view& header) {
    while (!header.empty()) {
        const std::string_view name = detail::without_blanks(detail::take_until(header, ','));
        if (!name.empty()) return name;
    }
    return {};
}

/// What an answered name means to the client that offered it: the version, or that the server answered what was not
/// asked.
[[nodiscard]] constexpr opening_outcome accept_name(const protocol_versions& ours, std::string_view answered,
                                                    char separator) {
    const auto name = read_name(answered, separator);
    if (!name || name->protocol != ours.name) return {.what = agreement::not_tic, .version = 0, .ours = 0, .theirs = 0};
    if (!ours.has(name->version)) return {.what = agreement::no_common_version, .version = 0, .ours = 0, .theirs = 0};
    const fingerprint own = ours.fingerprint_of(name->version);
    return {own == name->print ? agreement::agreed : agreement::schema_mismatch, name->version, own, name->print};
}

}  // namespace tic
