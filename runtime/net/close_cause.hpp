// Why a connection ended, and the names of the reasons in logs and metrics.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <tic/result.hpp>

namespace tic::net {

enum class close_reason : std::uint8_t {
    none,       ///< open
    finished,   ///< the session reached the state `Closed`
    peer_left,  ///< the peer closed its end between packets
    handler,    ///< closed by a handler
    stopped,    ///< the server or client stops
    draining,
    cut_off,  ///< the peer closed its end within a packet or a handshake
    broken,   ///< the system reported an error of the socket
    refused,  ///< the session refused a packet; see `refusal`
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
    split_packet,    ///< a packet that does not end within its WebSocket message
    bad_origin,
    no_handler,  ///< a request without a handler
    no_reply,    ///< a handler returned without the reply that the protocol requires
    bad_reply,   ///< a handler sent a packet that the state does not allow, or with a value outside of its domain
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

/// A reason and its details.
struct close_cause {
    close_reason why = close_reason::none;
    tic::error refusal{};  ///< with `refused`: the error of the session
    /// With `no_handler`, `no_reply`, `bad_reply` and `handler`: the number of the packet that was being handled.
    std::optional<std::uint16_t> handling{};

    constexpr bool operator==(const close_cause&) const = default;
};

/// For `refused` the name of the session's reason, such as `range`.
[[nodiscard]] constexpr std::string_view name_of(const close_cause& cause) {
    return cause.why == close_reason::refused ? name_of(cause.refusal.why) : name_of(cause.why);
}

}  // namespace tic::net
