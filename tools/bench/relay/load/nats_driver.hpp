// Core NATS: each user subscribes to the subject u.NUMBER; receivers confirm by a message.
#pragma once

#include "driver.hpp"

namespace tic::bench {

class nats_driver final : public driver {
public:
    /// The server speaks first.
    void open(user, byte_list&) override {}
    void send(user from, user to, std::uint32_t number, std::string_view text, byte_list& out) override;
    std::size_t receive(user who, byte_view in, byte_list& out, listener& to) override;
};

}  // namespace tic::bench
