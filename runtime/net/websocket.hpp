// The WebSocket door, over TCP or over TLS that is already open: the subprotocol agrees on the version, a binary
// message holds whole packets.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core.hpp"

namespace tic::net {

/// `received` is what TLS has brought so far; `host` is whom a client asks.
[[nodiscard]] std::shared_ptr<socket_carrier> make_websocket_carrier(core& home, tcp_socket socket, side who,
                                                                     std::unique_ptr<tls_engine> tls,
                                                                     std::vector<std::uint8_t> received,
                                                                     std::string host);

}  // namespace tic::net
