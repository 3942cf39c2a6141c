// What a packet of a server without a schema carries: kind, sender, number, text, in 9 bytes and the text. MQTT, NATS
// and the bare relay carry the same.
#pragma once

#include "driver.hpp"

namespace tic::bench {

inline void put_u32(byte_list& out, std::uint32_t value) {
    for (unsigned shift = 32; shift > 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(value >> (shift - 8)));
}
[[nodiscard]] inline std::uint32_t u32_at(byte_view in, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = (value << 8U) | in[at + i];
    return value;
}
inline void put_text(byte_list& out, std::string_view text) { out.insert(out.end(), text.begin(), text.end()); }
[[nodiscard]] inline std::string_view text_of(byte_view in) {
    return {reinterpret_cast<const char*>(in.data()), in.size()};
}

/// A message of a user, or where `is_message` is false, that user's confirmation of ours.
struct payload {
    static constexpr std::size_t head_bytes = 9;

    bool is_message = false;
    user sender = 0;
    std::uint32_t number = 0;
    std::string_view text;

    [[nodiscard]] std::size_t size() const { return head_bytes + text.size(); }
    void write(byte_list& out) const {
        out.push_back(is_message ? 'm' : 'c');
        put_u32(out, sender);
        put_u32(out, number);
        put_text(out, text);
    }
    [[nodiscard]] static payload read(byte_view in) {
        if (in.size() < head_bytes || (in[0] != 'm' && in[0] != 'c')) throw broken("a payload that nobody has sent");
        return {in[0] == 'm', u32_at(in, 1), u32_at(in, 5), text_of(in.subspan(head_bytes))};
    }
    /// What confirms this message of `sender`, sent by who received it.
    [[nodiscard]] payload confirmation(user receiver) const { return {false, receiver, number, {}}; }
    void tell(user receiver, listener& to) const {
        if (is_message)
            to.message(receiver, sender, number, text);
        else
            to.confirmed(receiver, sender, number);
    }
};

}  // namespace tic::bench
