// Why a connection ended: the names that logs and metrics tell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <tic/result.hpp>

namespace tic::net {

enum class close_reason : std::uint8_t {
    none,       ///< open
    finished,   ///< the session reached `Closed`
    peer_left,  ///< between packets
    handler,    ///< a handler closed it
    stopped,    ///< the program ends
    draining,
    cut_off,  ///< the peer left within a packet or a handshake
    broken,   ///< the network or the system reported an error
    refused,  ///< by the session; `refusal` tells why
    not_tic,
    no_common_version,
    schema_mismatch,
    too_many_connections,
    too_many_from_address,
    handshake_deadline,
    first_packet_deadline,
    idle,
    slow_sender,
    slow_reader,
    queue_full,
    tls_failed,
    no_alpn,
    websocket_failed,
    websocket_text,  ///< a message that is not binary
    split_packet,    ///< a WebSocket message that ends within a packet
    bad_origin,
    no_handler,  ///< a request that the program does not handle yet
    no_reply,    ///< a handler returned without the reply that the protocol owes
    bad_reply,   ///< a handler sent what the protocol does not allow
};
inline constexpr std::size_t close_reasons = static_cast<std::size_t>(close_reason::bad_reply) + 1;

[[nodiscard]] constexpr std::string_view name_of(close_reason why) {
    constexpr std::string_view names[] = {"none",
                                          "finished",
                                          "peer-left",
                                          "handler",
                                          "stopped",
                                          "draining",
                                          "cut-off",
                                          "broken",
                                          "refused",
                                          "not-tic",
                                          "no-common-version",
                                          "schema-mismatch",
                                          "too-many-connections",
                                          "too-many-from-address",
                                          "handshake-deadline",
                                          "first-packet-deadline",
                                          "idle",
                                          "slow-sender",
                                          "slow-reader",
                                          "queue-full",
                                          "tls-failed",
                                          "no-alpn",
                                          "websocket-failed",
                                          "websocket-text",
                                          "split-packet",
                                          "bad-origin",
                                          "no-handler",
                                          "no-reply",
                                          "bad-reply"};
    static_assert(std::size(names) == close_reasons);
    return names[static_cast<std::size_t>(why)];
}

/// A reason, and of `refused` the session's refusal.
struct close_cause {
    close_reason why = close_reason::none;
    tic::error refusal{};
    /// Of what a handler lacks or does wrong: the number of the packet it was about.
    std::optional<std::uint16_t> handling{};

    constexpr bool operator==(const close_cause&) const = default;
};

/// `range` rather than `refused` where the session tells more.
[[nodiscard]] constexpr std::string_view name_of(const close_cause& cause) {
    return cause.why == close_reason::refused ? name_of(cause.refusal.why) : name_of(cause.why);
}

}  // namespace tic::net
