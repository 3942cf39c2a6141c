// What the harness hosts, as a connection sees it: the bytes of the peer become calls of handlers, in one agreed
// version.
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

/// Why a conversation stopped reading the bytes it was given.
enum class receive_status : std::uint8_t {
    more,         ///< no whole packet is left
    retry_later,  ///< the retry budget of the session is used up: decode again after a pause, with `retry_now`
    paused,       ///< a handler will give its reply later, or the output queue is full; `connection::resume` or `sent`
                  ///< continues
    over,         ///< the conversation closed the connection
};

/// The hosted side of one connection whose version is agreed. It sends through the connection it was opened for.
class conversation {
public:
    conversation() = default;
    conversation(const conversation&) = delete;
    conversation& operator=(const conversation&) = delete;
    virtual ~conversation() = default;

    /// Handles every whole packet at the front of `bytes` and removes it from them. With `retry_now`, a partial packet
    /// is decoded again even if the session's retry budget is used up.
    virtual receive_status receive(std::span<const std::uint8_t>& bytes, bool retry_now) = 0;
    /// The error of a stream that ends with these bytes, the rest of the last `receive`; `none` if it may end there.
    [[nodiscard]] virtual close_cause end(std::span<const std::uint8_t> bytes) = 0;
    /// Whether no reply is owed, so that a draining server may close the connection.
    [[nodiscard]] virtual bool is_idle() const = 0;
    /// The connection is over, and sends no more. Called once, and never from within another function of this class.
    virtual void on_closed(const close_cause& cause) = 0;
};

/// A protocol and the conversations of its connections. Used by one core only, except for `versions`.
class service {
public:
    service() = default;
    service(const service&) = delete;
    service& operator=(const service&) = delete;
    virtual ~service() = default;

    /// The result must live as long as the program.
    [[nodiscard]] virtual const protocol_versions& versions() const = 0;
    /// Called when a connection has agreed on a version, which is one of `versions`. Never returns null.
    [[nodiscard]] virtual std::unique_ptr<conversation> open(connection& with, unsigned version) = 0;

    // Names for logs and metrics.

    /// The names of the packets that peers may send, by number.
    [[nodiscard]] virtual std::vector<std::string> received_names() const { return {}; }
    /// The packet, or the path of the field in it, that caused the end: `Put.key`. Empty if no packet did.
    [[nodiscard]] virtual std::string path_of(const close_cause&) const { return {}; }
};

}  // namespace tic::net
