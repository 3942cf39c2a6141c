// MQTT 3.1.1, the part that a relay needs: CONNECT, SUBSCRIBE, PUBLISH, PUBACK.
#include "mqtt_driver.hpp"

#include <cstdio>

#include "payload.hpp"

namespace tic::bench {
namespace {

enum : unsigned { connack = 2, publish_type = 3, puback = 4, suback = 9 };

constexpr std::size_t topic_bytes = 8;

void put_u16(byte_list& out, std::size_t value) {
    out.push_back(static_cast<std::uint8_t>(value >> 8U));
    out.push_back(static_cast<std::uint8_t>(value));
}
std::uint16_t u16_at(byte_view in, std::size_t at) { return static_cast<std::uint16_t>(in[at] << 8U | in[at + 1]); }

void put_string(byte_list& out, std::string_view text) {
    put_u16(out, text.size());
    put_text(out, text);
}

/// `u/000123`
void put_topic(byte_list& out, user who) {
    char text[topic_bytes + 8];
    std::snprintf(text, sizeof text, "u/%06u", who);
    put_string(out, {text, topic_bytes});
}

void put_puback(byte_list& out, std::uint16_t id) {
    out.push_back(puback << 4U);
    put_mqtt_length(out, 2);
    put_u16(out, id);
}

void need(bool is_so, const char* what) {
    if (!is_so) throw broken(std::string("MQTT: ") + what);
}

}  // namespace

void put_mqtt_length(byte_list& out, std::size_t length) {
    do {
        const auto low = static_cast<std::uint8_t>(length % 128);
        length /= 128;
        out.push_back(length > 0 ? low | 0x80U : low);
    } while (length > 0);
}

mqtt_packet mqtt_packet::first_of(byte_view in) {
    std::size_t length = 0;
    for (std::size_t i = 1; i < in.size(); ++i) {
        need(i <= 4, "a length of more than four bytes");
        length |= std::size_t{in[i] & 0x7fU} << (7 * (i - 1));
        if ((in[i] & 0x80U) != 0) continue;
        const std::size_t begin = i + 1;
        if (in.size() - begin < length) return {};
        return {in[0], in.subspan(begin, length), begin + length};
    }
    return {};
}

void mqtt_driver::open(user who, byte_list& out) {
    const std::string name = "u" + std::to_string(who);
    out.push_back(0x10);
    put_mqtt_length(out, 10 + 2 + name.size());
    put_string(out, "MQTT");
    out.insert(out.end(), {4, 0x02, 0, 0});  // 3.1.1, a clean session, no keep-alive
    put_string(out, name);
}

void mqtt_driver::send(user from, user to, std::uint32_t number, std::string_view text, byte_list& out) {
    publish(from, to, {true, from, number, text}, out);
    if (way_ == mqtt_way::qos1_by_hop) states_[from].unacknowledged.push_back({states_[from].last_id, to, number});
}

void mqtt_driver::publish(user from, user to, const payload& content, byte_list& out) {
    out.push_back(static_cast<std::uint8_t>(publish_type << 4U | unsigned{qos()} << 1U));
    put_mqtt_length(out, 2 + topic_bytes + (qos() > 0 ? 2 : 0) + content.size());
    put_topic(out, to);
    if (qos() > 0) {
        std::uint16_t& id = states_[from].last_id;
        if (++id == 0) id = 1;
        put_u16(out, id);
    }
    content.write(out);
}

std::size_t mqtt_driver::receive(user who, byte_view in, byte_list& out, listener& to) {
    std::size_t used = 0;
    for (;;) {
        const mqtt_packet packet = mqtt_packet::first_of(in.subspan(used));
        if (packet.size == 0) return used;
        used += packet.size;
        switch (packet.type()) {
            case connack:
                need(packet.body.size() == 2 && packet.body[1] == 0, "the broker refuses the connection");
                out.push_back(0x82);  // SUBSCRIBE
                put_mqtt_length(out, 2 + 2 + topic_bytes + 1);
                put_u16(out, 1);
                put_topic(out, who);
                out.push_back(qos());
                break;
            case suback:
                need(packet.body.size() == 3 && packet.body[2] == qos(), "the broker refuses the subscription");
                to.entered(who);
                break;
            case publish_type:
                published(who, packet, out, to);
                break;
            case puback:
                acknowledged(who, packet, to);
                break;
            default:
                need(false, "a packet that nobody has asked for");
        }
    }
}

void mqtt_driver::published(user who, const mqtt_packet& packet, byte_list& out, listener& to) {
    const bool has_id = (packet.head & 0x06U) != 0;
    const byte_view body = packet.body;
    const std::size_t topic_end = body.size() < 2 ? 2 : 2U + u16_at(body, 0);
    const std::size_t content = topic_end + (has_id ? 2 : 0);
    need(body.size() >= content && has_id == (qos() > 0), "a PUBLISH that is cut off or of another quality");
    if (has_id) put_puback(out, u16_at(body, topic_end));
    const payload got = payload::read(body.subspan(content));
    if (got.is_message && way_ != mqtt_way::qos1_by_hop) publish(who, got.sender, got.confirmation(who), out);
    got.tell(who, to);
}

void mqtt_driver::acknowledged(user who, const mqtt_packet& packet, listener& to) {
    need(packet.body.size() == 2 && qos() > 0, "a PUBACK for nothing");
    if (way_ != mqtt_way::qos1_by_hop) return;
    auto& waiting = states_[who].unacknowledged;
    need(!waiting.empty() && waiting.front().id == u16_at(packet.body, 0), "a PUBACK out of order");
    const sent confirmed = waiting.front();
    waiting.pop_front();
    to.confirmed(who, confirmed.to, confirmed.number);
}

}  // namespace tic::bench
