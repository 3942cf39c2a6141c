// The transports that carry a connection, and what a server has for each of its listeners.
#pragma once

#include <cstdint>
#include <string_view>

namespace tic::net {

/// `websocket_tls` has no listener of its own: a TLS listener passes clients with the ALPN name `http/1.1` on to it.
enum class transport_kind : std::uint8_t { tcp, tls, websocket, websocket_tls };

/// Those with a listener of their own.
inline constexpr transport_kind listener_kinds[] = {transport_kind::tcp, transport_kind::tls,
                                                    transport_kind::websocket};

/// The name in configurations, logs and error messages.
[[nodiscard]] constexpr std::string_view name_of(transport_kind kind) {
    constexpr std::string_view names[] = {"tcp", "tls", "websocket", "websocket over tls"};
    return names[static_cast<unsigned>(kind)];
}

/// One value for each listener.
template <class T>
struct per_listener {
    T tcp{};
    T tls{};
    T websocket{};

    /// `websocket_tls` is reached through the TLS listener.
    [[nodiscard]] constexpr T& operator[](transport_kind kind) {
        return kind == transport_kind::tcp ? tcp : kind == transport_kind::websocket ? websocket : tls;
    }
    [[nodiscard]] constexpr const T& operator[](transport_kind kind) const {
        return kind == transport_kind::tcp ? tcp : kind == transport_kind::websocket ? websocket : tls;
    }
};

}  // namespace tic::net
