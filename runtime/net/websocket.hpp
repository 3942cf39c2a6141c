// The transports websocket and websocket_tls: the subprotocol agrees on the version, and each binary message holds
// whole packets.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core.hpp"

namespace tic::net {

/// `tls` is null, or an open engine; `received` is the plaintext that it has returned so far. `host` is the name in a
/// client's request.
[[nodiscard]] std::shared_ptr<socket_transport> make_websocket_transport(core& home, tcp_socket socket, side who,
                                                                         std::unique_ptr<tls_engine> tls,
                                                                         std::vector<std::uint8_t> received,
                                                                         std::string host);

}  // namespace tic::net
