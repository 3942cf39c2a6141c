// Between a connection and a generated session: received bytes become packets one by one, packets become bytes.
#pragma once

#include <span>
#include <string>
#include <tic/session.hpp>
#include <vector>

#include "connection.hpp"

namespace tic::net {

/// Passes each packet to `handle` until none is whole, the connection is over, or `is_paused()`.
template <class Session, class IsPaused, class Handle>
receive_status receive_packets(Session& session, connection& line, std::span<const std::uint8_t>& bytes, bool retry_now,
                               IsPaused is_paused, Handle handle) {
    // A handler never receives packets itself, so one arena for each thread is enough.
    thread_local std::vector<std::uint8_t> memory(Session::max_arena);
    arena room{std::span(memory)};
    for (;;) {
        if (line.is_over()) return receive_status::over;
        if (is_paused() || !line.wants_bytes()) return receive_status::paused;
        room.clear();
        const auto got = retry_now ? session.retry_now(bytes, room) : session.receive(bytes, room);
        switch (got.what()) {
            case event::packet:
                break;
            case event::more:
                return receive_status::more;
            case event::retry_later:
                return receive_status::retry_later;
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

/// The error of a stream that ends with these bytes, usually `truncated`; `none` if it may end there.
template <class Session>
close_cause end_of_packets(const Session& session, std::span<const std::uint8_t> bytes) {
    std::vector<std::uint8_t> memory(Session::max_arena);
    arena room{std::span(memory)};
    const tic::error why = session.end(bytes, room);
    return why.why == tic::reason::ok ? close_cause{} : close_cause{.why = close_reason::refused, .refusal = why};
}

/// Implementations of the names of `service`.
template <class Session>
std::vector<std::string> received_names_of() {
    std::vector<std::string> made;
    for (std::size_t i = 0; i < Session::received_kinds; ++i) made.emplace_back(Session::name_of_received(i).view());
    return made;
}
template <class Session>
std::string path_in(const close_cause& cause) {
    if (cause.why == close_reason::refused) return std::string(Session::path_of(cause.refusal).view());
    return cause.handling ? std::string(Session::name_of_received(*cause.handling).view()) : std::string();
}

/// Encodes a packet and queues it. Returns `wrong_state` or `bad_value` if the session refuses it; then nothing is
/// sent.
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
