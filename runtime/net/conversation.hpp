// What the harness hosts, as the connection sees it: bytes of the peer become calls of handlers, in one agreed version.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <tic/opening.hpp>
#include "close_cause.hpp"

namespace tic::net {

class connection;

/// What came of the bytes at hand.
enum class receive_status : std::uint8_t {
    more,   ///< no whole packet is left
    later,  ///< maybe one is: look again after a pause
    waits,  ///< a handler owes a reply and gives it later; `connection::resume` is called then
    over,   ///< the connection was told why
};

/// One agreed connection. It answers through the connection that it was opened for.
class conversation {
public:
    conversation() = default;
    conversation(const conversation&) = delete;
    conversation& operator=(const conversation&) = delete;
    virtual ~conversation() = default;

    /// Hears every whole packet the bytes begin with, which are then taken off; `now` looks however often it did
    /// before.
    virtual receive_status receive(std::span<const std::uint8_t>& bytes, bool now) = 0;
    /// Why a stream may not end with these bytes, which no packet was received from.
    [[nodiscard]] virtual close_cause end(std::span<const std::uint8_t> bytes) = 0;
    /// Whether nothing is owed: a good moment to part.
    [[nodiscard]] virtual bool is_idle() const = 0;
    /// The connection is over; nothing more can be sent.
    virtual void gone(const close_cause& why) = 0;
};

/// A protocol and what to do with its connections; used by one core only, but for `versions`.
class service {
public:
    service() = default;
    service(const service&) = delete;
    service& operator=(const service&) = delete;
    virtual ~service() = default;

    /// Lives as long as the program.
    [[nodiscard]] virtual const protocol_versions& versions() const = 0;
    [[nodiscard]] virtual std::unique_ptr<conversation> open(connection& with, unsigned version) = 0;

    // Names for logs and metrics.

    /// What peers may send, by number.
    [[nodiscard]] virtual std::vector<std::string> received_names() const { return {}; }
    /// The packet, or the place in it, that a connection ended for: `Put.key`. Empty where it was none.
    [[nodiscard]] virtual std::string place_of(const close_cause&) const { return {}; }
};

}  // namespace tic::net
