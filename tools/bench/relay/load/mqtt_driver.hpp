// MQTT 3.1.1: each user subscribes to the topic u/NUMBER. Who confirms what depends on the way, see README.md.
#pragma once

#include <deque>

#include "driver.hpp"

namespace tic::bench {

enum class mqtt_way : std::uint8_t {
    qos0,         ///< nothing is acknowledged by the broker; receivers confirm by a message
    qos1,         ///< each hop is acknowledged (PUBACK), and receivers confirm by a message, too
    qos1_by_hop,  ///< the broker's PUBACK is the confirmation: the sender never learns of the receiver
};

/// The first packet of the bytes; `size` is 0 where it is not whole.
struct mqtt_packet {
    std::uint8_t head = 0;  ///< type and flags
    byte_view body;
    std::size_t size = 0;

    [[nodiscard]] static mqtt_packet first_of(byte_view in);
    [[nodiscard]] unsigned type() const { return head >> 4U; }
};
void put_mqtt_length(byte_list& out, std::size_t length);

class mqtt_driver final : public driver {
public:
    mqtt_driver(std::size_t users, mqtt_way way) : way_(way), states_(users) {}

    void open(user who, byte_list& out) override;
    void send(user from, user to, std::uint32_t number, std::string_view text, byte_list& out) override;
    std::size_t receive(user who, byte_view in, byte_list& out, listener& to) override;

private:
    struct sent {
        std::uint16_t id;
        user to;
        std::uint32_t number;
    };
    struct state {
        std::uint16_t last_id = 0;
        std::deque<sent> unacknowledged;  ///< in the order of sending, as brokers acknowledge
    };

    [[nodiscard]] std::uint8_t qos() const { return way_ == mqtt_way::qos0 ? 0 : 1; }
    void publish(user from, user to, const struct payload& content, byte_list& out);
    void published(user who, const mqtt_packet& packet, byte_list& out, listener& to);
    void acknowledged(user who, const mqtt_packet& packet, listener& to);

    mqtt_way way_;
    std::vector<state> states_;
};

}  // namespace tic::bench
