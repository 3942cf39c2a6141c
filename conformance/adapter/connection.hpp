// One connection of an adapter: a generated session, and the bytes of the packet that has begun. For tools:
// it allocates.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tic/session.hpp>
#include "buffers.hpp"

namespace tic {

template <class Packet>
bool lacks_room(const received<Packet>& made) {
    return made.what() == event::no_room;
}
inline bool lacks_room(const error& made) { return made.why == reason::no_room; }

namespace detail {

/// What may be asked of a connection. Each answers how its answer begins, and appends the rest.
class adapter_connection {
public:
    adapter_connection() = default;
    adapter_connection(const adapter_connection&) = delete;
    adapter_connection& operator=(const adapter_connection&) = delete;
    virtual ~adapter_connection() = default;
    virtual const char* receive(adapter_buffers& room, std::span<const std::uint8_t> bytes, std::string& out) = 0;
    virtual const char* send(adapter_buffers& room, std::string_view text, std::string& out) = 0;
    virtual const char* end(adapter_buffers& room, std::string& out) = 0;
};

template <class Protocol, tic::side Side>
class session_talk final : public adapter_connection {
public:
    explicit session_talk(unsigned version) : session_(version) {}

    const char* receive(adapter_buffers& room, std::span<const std::uint8_t> bytes, std::string& out) override {
        if (session_.is_over() && !session_.is_closed()) return append_error(out, "the connection is over");
        begun_.insert(begun_.end(), bytes.begin(), bytes.end());
        const std::size_t first = out.size();
        std::size_t used = 0;
        const char* how = nullptr;
        while (how == nullptr) how = receive_one(room, used, first, out);
        begun_.erase(begun_.begin(), begun_.begin() + static_cast<std::ptrdiff_t>(used));
        return how;
    }

    const char* send(adapter_buffers& room, std::string_view text, std::string& out) override {
        if constexpr (std::is_same_v<sent_packet, silence>) {
            return append_error(out, "this side has no packets");
        } else {
            sent_packet packet;
            if (!room.read(text, session_.version(), packet, out)) return "error";
            const auto size = room.with_bytes(end_type::max_sent,
                                              [&](std::span<std::uint8_t> to) { return session_.send(packet, to); });
            if (size.ok()) {
                append_bytes(out, room.bytes(*size));
                return "ok";
            }
            if (size.error().why == reason::wrong_state) {
                out += " wrong-state";
                return "refuse";
            }
            append_unwritable(out, size.error(), Protocol::template path_of<sent_packet>(size.error()));
            return "error";
        }
    }

    const char* end(adapter_buffers& room, std::string& out) override {
        const error cut = room.with_arena([&](arena& a) { return session_.end(begun_, a); });
        if (cut.why == reason::ok) return "ok";
        append_refusal(out, cut, path(cut));
        return "refuse";
    }

private:
    using end_type = typename Protocol::template session<Side>;
    using sent_packet = typename end_type::sent_packet;
    using received_packet = typename end_type::received_packet;

    static path_text path(const error& e) {
        if constexpr (std::is_same_v<received_packet, silence>)
            return {};
        else
            return Protocol::template path_of<received_packet>(e);
    }
    /// Appends a packet; or answers how the answer begins, where there is none.
    const char* receive_one(adapter_buffers& room, std::size_t& used, std::size_t first, std::string& out) {
        const std::span<const std::uint8_t> bytes = std::span<const std::uint8_t>(begun_).subspan(used);
        const auto got = room.with_arena([&](arena& a) {
            received<received_packet> made = session_.receive(bytes, a);
            return made.what() == event::retry_later ? session_.retry_now(bytes, a) : made;
        });
        switch (got.what()) {
            case event::packet:
                used += got.bytes();
                break;
            case event::more:
                return "ok";
            case event::ignored:
                used = begun_.size();
                return "ok";
            case event::refused:
                out.resize(first);
                append_refusal(out, got.refused(), path(got.refused()));
                return "refuse";
            default:
                return append_error(out, "no room");
        }
        if constexpr (!std::is_same_v<received_packet, silence>) {
            if (out.size() != first) out += " ;";
            (out += ' ') += name_of(got.packet().kind());
            got.packet().visit([&](const auto& v) { flat_text(out, session_.version()).value(v); });
        }
        return nullptr;
    }

    end_type session_;
    std::vector<std::uint8_t> begun_{};
};

}  // namespace detail

}  // namespace tic
