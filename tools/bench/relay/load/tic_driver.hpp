// The relay of relay.tic: a generated session for each user.
#pragma once

#include <memory>

#include "driver.hpp"

namespace tic::bench {

class tic_driver final : public driver {
public:
    explicit tic_driver(std::size_t users);
    ~tic_driver() override;
    void open(user who, byte_list& out) override;
    void send(user from, user to, std::uint32_t number, std::string_view text, byte_list& out) override;
    std::size_t receive(user who, byte_view in, byte_list& out, listener& to) override;

private:
    struct end;
    std::vector<end> ends_;
};

}  // namespace tic::bench
