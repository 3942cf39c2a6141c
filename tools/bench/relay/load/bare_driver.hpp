// Frames of the bare relay (relay/bare): u32 user, u32 length, payload. The relay passes a frame on to its user
// unchanged.
#pragma once

#include "driver.hpp"
#include "payload.hpp"

namespace tic::bench {

class bare_driver final : public driver {
public:
    /// An empty frame enters its user, and is sent back.
    void open(user who, byte_list& out) override { head(who, 0, out); }
    void send(user from, user to, std::uint32_t number, std::string_view text, byte_list& out) override {
        frame(to, {true, from, number, text}, out);
    }
    std::size_t receive(user who, byte_view in, byte_list& out, listener& to) override {
        std::size_t used = 0;
        while (in.size() - used >= head_bytes) {
            const std::size_t size = u32_at(in, used + 4);
            if (in.size() - used - head_bytes < size) break;
            const byte_view content = in.subspan(used + head_bytes, size);
            used += head_bytes + size;
            if (size == 0) {
                to.entered(who);
                continue;
            }
            const payload got = payload::read(content);
            if (got.is_message) frame(got.sender, got.confirmation(who), out);
            got.tell(who, to);
        }
        return used;
    }

private:
    static constexpr std::size_t head_bytes = 8;

    static void head(user to, std::size_t size, byte_list& out) {
        put_u32(out, to);
        put_u32(out, static_cast<std::uint32_t>(size));
    }
    static void frame(user to, const payload& content, byte_list& out) {
        head(to, content.size(), out);
        content.write(out);
    }
};

}  // namespace tic::bench
