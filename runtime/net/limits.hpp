// Every limit of the harness: what a peer may cost before it is slowed down or its connection is closed.
#pragma once

#include <chrono>
#include <cstddef>

namespace tic::net {

/// A point in time, since any fixed start. The code without sockets gets it passed in, and never reads a clock.
using instant = std::chrono::nanoseconds;
using duration = std::chrono::nanoseconds;

struct limits {
    /// Open connections of all listeners together. Another one is closed when it is accepted: `too-many-connections`.
    std::size_t connections = 100'000;

    /// New connections from one IPv4 address or one IPv6 /64, checked before TLS costs anything: `address_burst` at
    /// once, then `address_rate` per second. Others are closed when they are accepted: `too-many-from-address`. A rate
    /// of 0 disables the limit.
    double address_burst = 200;
    double address_rate = 50;
    /// Slots of the hash table in which addresses are counted. Addresses that share their slots share their limit.
    std::size_t address_slots = 65'536;

    /// From accepting a connection to the agreed version: TLS, WebSocket and preface. `handshake-deadline`.
    duration handshake = std::chrono::seconds(10);
    /// From there to the end of the client's first packet; 0 if a client need not send any. `first-packet-deadline`.
    duration first_packet = std::chrono::seconds(10);
    /// Without a packet in either direction; 0 disables it. `idle`.
    duration idle = duration::zero();

    /// In each `progress_period`, a peer that has begun a packet must send at least `progress` bytes or complete it
    /// (`slow-sender`), and a peer for which bytes wait must take at least `progress` bytes or all of them
    /// (`slow-reader`).
    std::size_t progress = 512;
    duration progress_period = std::chrono::seconds(10);

    /// Bytes that may wait for one peer. From half of it on, nothing more is received from the peer; beyond it the
    /// connection is closed: `queue-full`.
    std::size_t queue = 256 * 1024;

    /// Bytes of the HTTP request that opens a WebSocket.
    std::size_t upgrade_request = 8 * 1024;

    /// After the end of a connection, the peer has this much time to read the remaining bytes and to close its end. The
    /// time starts again whenever it has taken `progress` more bytes.
    duration graceful_close = std::chrono::seconds(2);
    /// A draining server closes each connection at a random moment within this time, so that clients do not all
    /// reconnect at once.
    duration drain = std::chrono::seconds(30);
};

}  // namespace tic::net
