// What the load needs of a server's protocol: events become bytes, and bytes become events. Without sockets and clocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace tic::bench {

/// Users are numbered from 0; each has one connection.
using user = std::uint32_t;
using byte_view = std::span<const std::uint8_t>;
using byte_list = std::vector<std::uint8_t>;

/// The server, or the network, did what ends the run.
class broken : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Is called for everything that users receive. Messages of one user to another are numbered 1, 2, 3 …
class listener {
public:
    listener() = default;
    listener(const listener&) = delete;
    listener& operator=(const listener&) = delete;
    virtual ~listener() = default;
    /// The user's inbox is there: messages may be sent to it.
    virtual void entered(user who) = 0;
    /// The text is good until the function returns.
    virtual void message(user to, user from, std::uint32_t number, std::string_view text) = 0;
    virtual void confirmed(user sender, user by, std::uint32_t number) = 0;
};

/// A protocol, with what it keeps for each connection. All functions append what is to be sent to `out`.
class driver {
public:
    driver() = default;
    driver(const driver&) = delete;
    driver& operator=(const driver&) = delete;
    virtual ~driver() = default;
    /// The connection stands.
    virtual void open(user who, byte_list& out) = 0;
    virtual void send(user from, user to, std::uint32_t number, std::string_view text, byte_list& out) = 0;
    /// Reports whole packets to `to`, and confirms messages. Returns how many bytes were used up; the rest is given
    /// again with what follows it.
    virtual std::size_t receive(user who, byte_view in, byte_list& out, listener& to) = 0;
};

/// Nothing where nobody has that name.
[[nodiscard]] std::unique_ptr<driver> make_driver(std::string_view name, std::size_t users);
/// Of all drivers, as they are written on the command line.
[[nodiscard]] std::span<const std::string_view> driver_names();

}  // namespace tic::bench
