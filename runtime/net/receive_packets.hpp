// What a connection has received becomes packets of a generated session, one by one.
#pragma once

#include <span>
#include <string>
#include <tic/session.hpp>
#include <vector>

#include "connection.hpp"

namespace tic::net {

/// Hands out each packet until none is whole, the connection is over, or `is_held_up()` says that it waits.
template <class Session, class HeldUp, class Handle>
receive_status receive_packets(Session& session, connection& line, std::span<const std::uint8_t>& bytes, bool now,
                               HeldUp is_held_up, Handle handle) {
    // Packets are never received from within the handling of one, so an arena does for a thread.
    thread_local std::vector<std::uint8_t> memory(Session::max_arena);
    arena room{std::span(memory)};
    for (;;) {
        if (line.is_over()) return receive_status::over;
        if (is_held_up() || !line.wants_bytes()) return receive_status::waits;
        room.clear();
        const auto got = now ? session.retry_now(bytes, room) : session.receive(bytes, room);
        switch (got.what()) {
            case event::packet:
                break;
            case event::more:
                return receive_status::more;
            case event::retry_later:
                return receive_status::later;
            case event::ignored:
                line.close(close_reason::finished);
                return receive_status::over;
            case event::refused:
            case event::no_room:
                line.close({.why = close_reason::refused, .refusal = got.refused()});
                return receive_status::over;
        }
        bytes = bytes.subspan(got.bytes());
        line.count_packet();
        handle(got.packet());
        if (session.is_closed()) line.close(close_reason::finished);
    }
}

/// Why a stream may not end with these bytes: `truncated`, mostly.
template <class Session>
close_cause end_of_packets(const Session& session, std::span<const std::uint8_t> bytes) {
    std::vector<std::uint8_t> memory(Session::max_arena);
    arena room{std::span(memory)};
    const tic::error why = session.end(bytes, room);
    return why.why == tic::reason::ok ? close_cause{} : close_cause{.why = close_reason::refused, .refusal = why};
}

/// The names of `service`, from the session.
template <class Session>
std::vector<std::string> received_names_of() {
    std::vector<std::string> made;
    for (std::size_t i = 0; i < Session::received_kinds; ++i) made.emplace_back(Session::name_of_received(i).view());
    return made;
}
template <class Session>
std::string place_in(const close_cause& cause) {
    if (cause.why == close_reason::refused) return std::string(Session::path_of(cause.refusal).view());
    return cause.handling ? std::string(Session::name_of_received(*cause.handling).view()) : std::string();
}

/// Writes a packet and hands it to the connection.
template <class Session, class Packet>
tic::reason send_packet(Session& session, connection& line, const Packet& packet) {
    thread_local std::vector<std::uint8_t> room(Session::max_sent);
    const auto written = session.send(packet, std::span(room));
    if (!written.ok()) return written.error().why;
    line.send(std::span(room).first(*written));
    if (session.is_closed()) line.close(close_reason::finished);
    return tic::reason::ok;
}

}  // namespace tic::net
