// Every limit of the harness in one place: what a peer may cost before it is slowed or closed.
#pragma once

#include <chrono>
#include <cstddef>

namespace tic::net {

/// A moment, told to the core from outside: time since any fixed start.
using instant = std::chrono::nanoseconds;
using duration = std::chrono::nanoseconds;

struct limits {
    /// Connections of all doors together; one more is closed at once: `too-many-connections`.
    std::size_t connections = 100'000;

    /// New connections of one address (IPv4) or one /64 (IPv6), counted before TLS costs anything: so many at once,
    /// then so many a second. One more is closed at once: `too-many-from-address`. 0 a second: no limit.
    double address_burst = 200;
    double address_rate = 50;
    /// Slots in which addresses are counted; two addresses that share theirs share their limit.
    std::size_t address_slots = 65'536;

    /// From accepting to the version agreed: TLS, WebSocket, preface. `handshake-deadline`.
    duration handshake = std::chrono::seconds(10);
    /// From there to the end of the first packet; 0: the peer may listen only. `first-packet-deadline`.
    duration first_packet = std::chrono::seconds(10);
    /// Without any packet in either direction; 0: a peer may be silent for ever. `idle`.
    duration idle = duration::zero();

    /// A peer that has begun a packet sends at least `progress` bytes of it in each `progress_period`, or all of it
    /// (`slow-sender`), and takes at least as many of what waits for it, or all of it (`slow-reader`).
    std::size_t progress = 512;
    duration progress_period = std::chrono::seconds(10);

    /// Bytes that may wait for one peer. At half of it no more is received from the peer; beyond it the peer is closed:
    /// `queue-full`.
    std::size_t queue = 256 * 1024;

    /// Bytes of the request that opens a WebSocket.
    std::size_t upgrade_request = 8 * 1024;

    /// After the end of a connection its peer has this long to close its end too, and again as long for each `progress`
    /// bytes that it takes of what was sent before.
    duration farewell = std::chrono::seconds(2);
    /// On draining, each connection is closed at its own moment within this.
    duration drain = std::chrono::seconds(30);
};

}  // namespace tic::net
