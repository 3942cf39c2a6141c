// One end of one connection, without sockets and clocks. Received bytes, in pieces of any size, become packets or one
// refusal; packets to send become bytes. It holds the version, the memory of both directions, and the state. Language
// page, section 7.
#pragma once

#include <cstring>

#include "codec.hpp"
#include "path.hpp"
#include "states.hpp"

namespace tic {

/// The result of receiving bytes.
enum class event : std::uint8_t {
    packet,       ///< one packet
    more,         ///< no packet is complete yet
    retry_later,  ///< a packet may be complete, but the retry budget is used up: receive more bytes, or call
                  ///< `retry_now` after a pause of some milliseconds
    refused,      ///< the packet is invalid or not allowed, see `refused()`; the connection is over
    ignored,      ///< the connection was over before, after `Closed` or a refusal; the bytes are skipped
    no_room,      ///< the arena, or the room of the partial packet, is too small; the session is unchanged
};

/// A packet of the other end, or why there is none. Its strings and lists point into the received bytes and the arena.
template <class Packet>
class received {
public:
    constexpr explicit received(event what, const error& why = {}) : what_(what), got_(why) {}
    template <class Decode>
    requires std::is_invocable_v<Decode>
    constexpr explicit received(Decode&& decode) : got_(decode()) {}

    [[nodiscard]] constexpr event what() const { return what_; }
    /// Only if `what()` is `event::packet`.
    [[nodiscard]] constexpr const Packet& packet() const { return got_->packet; }
    /// How many of the received bytes the packet took. Only if `what()` is `event::packet`.
    [[nodiscard]] constexpr std::size_t bytes() const { return got_->bytes; }
    /// Only if `what()` is `event::refused`.
    [[nodiscard]] constexpr const error& refused() const { return got_.error(); }

private:
    template <class Protocol, tic::side Side>
    friend class session;

    event what_ = event::packet;
    result<decoded<Packet>> got_;
};

/// The bytes of a packet that has partial, kept between pieces in the caller's room; `session::max_partial` always
/// suffices.
class partial_packet {
public:
    constexpr explicit partial_packet(std::span<std::uint8_t> room) : room_(room) {}

    [[nodiscard]] constexpr std::span<const std::uint8_t> view() const { return room_.subspan(first_, size_); }
    [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
    /// Appends as much of the piece as fits, and removes it from the piece.
    constexpr void take(std::span<const std::uint8_t>& piece) {
        const std::size_t free = room_.size() - size_;
        const std::size_t count = piece.size() < free ? piece.size() : free;
        if (first_ != 0) move(room_.subspan(first_, size_), 0);
        first_ = 0;
        move(piece.first(count), size_);
        size_ += count;
        piece = piece.subspan(count);
    }
    /// Removes the first bytes. They stay in memory until the next `take`, since the strings of a packet point to them.
    constexpr void drop(std::size_t count) {
        first_ += count;
        size_ -= count;
    }

private:
    constexpr void move(std::span<const std::uint8_t> from, std::size_t to) {
        if (std::is_constant_evaluated()) {
            for (std::size_t i = 0; i < from.size(); ++i) room_[to + i] = from[i];
        } else if (!from.empty()) {
            std::memmove(room_.data() + to, from.data(), from.size());
        }
    }

    std::span<std::uint8_t> room_;
    std::size_t first_ = 0;
    std::size_t size_ = 0;
};

/// The packet type of a side that has no packets in any version. No value of it is ever received.
struct silence {
    enum class kind_type : std::uint16_t {};
};

/// A side that has no packets.
struct silent {
    using codec_type = silent;
    using packet_type = silence;
    using memory_type = nothing;
    static constexpr std::size_t max_bytes = 0;
    static constexpr std::size_t max_arena = 0;
    static constexpr std::uint32_t places[] = {0};
    static constexpr path_text path_of(const error&) { return {}; }
    static constexpr prefix_found tag(std::uint64_t, unsigned) { return {no_packet, 0}; }
    template <class In>
    static constexpr bool read(In& in, silence&, unsigned, nothing&, std::uint32_t&) {
        return in.refuse(reason::wrong_state, 0, 0);
    }
};

namespace detail {

/// When a partial packet is decoded again. A decoder that keeps its position between pieces would need a stack for
/// every connection, so each attempt starts at the first byte. Two rules keep the work linear in the bytes, in whatever
/// pieces they arrive: there is no attempt before the fewest missing bytes have arrived (`error::more`), and all
/// attempts together read at most 32 times the bytes and a constant. Afterwards, the caller decides when to try:
/// `retry_now`.
class retry_budget {
public:
    constexpr void clear() { *this = {}; }
    [[nodiscard]] constexpr bool is_waiting(std::size_t size) const { return size < wanted_; }
    [[nodiscard]] constexpr bool is_used_up(std::size_t size) const { return spent_ > 31 * size + 4096; }
    constexpr void count_attempt(std::size_t size, std::uint64_t more) {
        wanted_ = size + static_cast<std::size_t>(more);
        spent_ += size;
    }

private:
    std::size_t wanted_ = 1;  ///< bytes that must be there before the next attempt
    std::size_t spent_ = 0;   ///< bytes read by attempts that found no whole packet
};

/// The first 16 bits, with zeros after the end.
constexpr std::uint64_t first_bits(std::span<const std::uint8_t> in) {
    return (in.empty() ? 0U : std::uint64_t{in[0]} << 8) | (in.size() < 2 ? 0U : std::uint64_t{in[1]});
}

}  // namespace detail

/// One end of one connection. It has a fixed size and allocates nothing. `Protocol` is generated; users write
/// `chat::session<tic::side::client>`.
template <class Protocol, tic::side Side>
class session {
    static constexpr bool is_client = Side == side::client;
    static constexpr side other_side = is_client ? side::server : side::client;
    using own = std::conditional_t<is_client, typename Protocol::client, typename Protocol::server>;
    using other = std::conditional_t<is_client, typename Protocol::server, typename Protocol::client>;

public:
    using sent_packet = typename own::packet_type;        ///< a class that holds any packet of this end
    using received_packet = typename other::packet_type;  ///< the same for the other end
    /// Bytes of the longest packet: with this much room, `send` never fails with `no_room`.
    static constexpr std::size_t max_sent = own::codec_type::max_bytes;
    /// Bytes of the longest incomplete packet: a packet, and one code at its end that is too long for its domain.
    static constexpr std::size_t max_partial = other::codec_type::max_bytes + 24;
    /// Bytes of arena with which `receive` never fails with `no_room`.
    static constexpr std::size_t max_arena = other::codec_type::max_arena;

    /// The path of the field at which a packet of the other end was refused: `Deliver.body`.
    [[nodiscard]] static constexpr path_text path_of(const error& refused) { return other::path_of(refused); }
    /// The packets that the other end has in any version: their number, and their names by `kind()`.
    static constexpr std::size_t received_kinds = std::size(other::places);
    [[nodiscard]] static constexpr path_text name_of_received(std::size_t number) {
        return other::path_of(error{.why = {}, .bit = 0, .more = 0, .at = {.id = other::places[number]}});
    }

    /// A new connection in the version that both ends agreed on. With an unknown version it is over at once.
    explicit constexpr session(unsigned version)
        : states_(speaks(version) ? version : Protocol::states.oldest),
          version_(static_cast<std::uint8_t>(version)),
          refused_(!speaks(version)) {}

    [[nodiscard]] constexpr unsigned version() const { return version_; }
    /// The session has reached the state `Closed`: both ends close the connection.
    [[nodiscard]] constexpr bool is_closed() const { return states_.is_closed(); }
    /// Closed, or the other end was refused.
    [[nodiscard]] constexpr bool is_over() const { return refused_ || is_closed(); }
    [[nodiscard]] constexpr std::string_view state_name() const { return states_.name(); }
    /// How many requests still await a reply, `max_owed` at most.
    [[nodiscard]] constexpr std::size_t owed() const { return states_.owed(); }
    /// Whether the last request is a barrier: the client must wait for its reply before it sends another packet.
    [[nodiscard]] constexpr bool is_behind_barrier() const { return states_.is_behind_barrier(); }
    /// The memory of sent packets. It equals the `received_memory` of the other end once that has received them all.
    [[nodiscard]] constexpr const auto& sent_memory() const { return sent_; }
    [[nodiscard]] constexpr const auto& received_memory() const { return received_; }
    /// Whether the state allows this end to send a packet of this kind now.
    template <class Kind>
    requires std::is_same_v<Kind, typename sent_packet::kind_type>
    [[nodiscard]] constexpr bool may_send(Kind kind) const {
        return !refused_ && states_.may_send(Side, static_cast<std::uint16_t>(kind));
    }
    /// The same for the other end.
    template <class Kind>
    requires std::is_same_v<Kind, typename received_packet::kind_type>
    [[nodiscard]] constexpr bool may_receive(Kind kind) const {
        return !refused_ && states_.may_send(other_side, static_cast<std::uint16_t>(kind));
    }

    /// Encodes a packet into `out` and returns its size in bytes. Errors are `wrong_state` (not allowed now),
    /// `bad_value` (a value outside its domain) and `no_room`; the session is then unchanged, and `value()` must not be
    /// used.
    template <class Packet>
    requires requires(const Packet& v) { own::number(v); }
    constexpr result<std::size_t> send(const Packet& packet, std::span<std::uint8_t> out) {
        const std::uint16_t number = own::number(packet);
        if (refused_ || !states_.may_send(Side, number))
            return error{.why = reason::wrong_state, .bit = 0, .more = 0, .at = {.id = own::places[number]}};
        const result<std::size_t> written = encode(packet, out, sent_, version_);
        if (written.ok()) states_.on_sent(Side, number);
        return written;
    }

    /// Decodes the packet at the front of `bytes`. If it is not complete, pass the same bytes again, followed by the
    /// next ones; nothing is kept here.
    [[nodiscard]] constexpr received<received_packet> receive(std::span<const std::uint8_t> bytes, arena& room) {
        return receive(bytes, room, false);
    }
    /// The same after a pause, regardless of the retry budget.
    [[nodiscard]] constexpr received<received_packet> retry_now(std::span<const std::uint8_t> bytes, arena& room) {
        return receive(bytes, room, true);
    }

    /// Decodes the next packet of a stream that arrives in pieces. Consumed bytes are removed from the piece, and those
    /// of an incomplete packet are kept in `partial`. Call it again as long as the result is a packet. The packet is
    /// valid until the next call.
    [[nodiscard]] constexpr received<received_packet> receive(std::span<const std::uint8_t>& piece,
                                                              partial_packet& partial, arena& room) {
        return receive(piece, partial, room, false);
    }
    [[nodiscard]] constexpr received<received_packet> retry_now(partial_packet& partial, arena& room) {
        std::span<const std::uint8_t> nothing_new;
        return receive(nothing_new, partial, room, true);
    }

    /// The error of a stream that ends with these unconsumed bytes: `truncated` or worse, or `ok` if there are none.
    [[nodiscard]] constexpr error end(std::span<const std::uint8_t> bytes, arena& room) const {
        if (is_over() || bytes.empty()) return {};
        typename other::memory_type copy = received_;
        return decode_packet<typename other::codec_type, received_packet>(bytes, copy, version_, room, extent::stream)
            .error();
    }

private:
    static constexpr bool speaks(unsigned version) {
        return version >= Protocol::states.oldest &&
               version - Protocol::states.oldest < Protocol::states.versions.size();
    }

    constexpr received<received_packet> receive(std::span<const std::uint8_t> bytes, arena& room, bool retry_now) {
        if (bytes.empty()) return received<received_packet>(event::more);
        if (is_over()) return received<received_packet>(event::ignored);
        if (retry_budget_.is_waiting(bytes.size())) return received<received_packet>(event::more);
        if (!retry_now && retry_budget_.is_used_up(bytes.size())) return received<received_packet>(event::retry_later);
        const prefix_found tag = other::tag(detail::first_bits(bytes), version_);
        const bool is_known = tag.member != no_packet && tag.length <= bytes.size() * 8;
        if (is_known && !states_.may_send(other_side, tag.member)) {
            refused_ = true;
            return received<received_packet>(
                event::refused,
                {.why = reason::wrong_state, .bit = 0, .more = 0, .at = {.id = other::places[tag.member]}});
        }
        received<received_packet> made([&] {
            return decode_packet<typename other::codec_type, received_packet>(bytes, received_, version_, room,
                                                                              extent::stream);
        });
        if (made.got_.ok()) [[likely]] {
            states_.on_sent(other_side, tag.member);
            retry_budget_.clear();
        } else {
            made.what_ = event_of(made.refused(), bytes.size());
        }
        return made;
    }

    constexpr received<received_packet> receive(std::span<const std::uint8_t>& piece, partial_packet& partial,
                                                arena& room, bool retry_now) {
        received<received_packet> made = receive(partial.empty() ? piece : partial.view(), room, retry_now);
        if (made.what() == event::packet) {
            if (partial.empty())
                piece = piece.subspan(made.bytes());
            else
                partial.drop(made.bytes());
        } else if (made.what() == event::refused || made.what() == event::ignored) {
            piece = {};
        } else if (made.what() != event::no_room && !piece.empty()) {
            return keep(piece, partial, room, retry_now);
        }
        return made;
    }

    /// No packet is complete in what was kept before, or in the piece alone: the piece is appended.
    constexpr received<received_packet> keep(std::span<const std::uint8_t>& piece, partial_packet& partial, arena& room,
                                             bool retry_now) {
        partial.take(piece);
        received<received_packet> made = receive(partial.view(), room, retry_now || !piece.empty());
        if (made.what() == event::packet)
            partial.drop(made.bytes());
        else if (made.what() == event::refused)
            piece = {};
        else if (!piece.empty())
            return received<received_packet>(event::no_room);
        return made;
    }

    constexpr event event_of(const error& why, std::size_t size) {
        if (why.why == reason::no_room) return event::no_room;
        if (why.why == reason::truncated) {
            retry_budget_.count_attempt(size, why.more);
            return event::more;
        }
        refused_ = true;
        return event::refused;
    }

    typename own::memory_type sent_{};
    typename other::memory_type received_{};
    detail::retry_budget retry_budget_{};
    typename states_of<Protocol>::type states_;
    std::uint8_t version_;
    bool refused_;
};

}  // namespace tic
