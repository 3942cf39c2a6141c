// One connection without sockets and clocks: the other end's bytes, in any pieces, become packets or one refusal;
// packets become bytes. It knows the version, the memory of both directions, and what may be said now. Language page,
// section 7.
#pragma once

#include <cstring>

#include "codec.hpp"
#include "path.hpp"
#include "states.hpp"

namespace tic {

/// What came of the bytes at hand.
enum class event : std::uint8_t {
    packet,       ///< one packet
    more,         ///< no packet is whole yet
    retry_later,  ///< maybe one is whole: after more bytes, or a pause of some milliseconds and `retry_now`, it is
                  ///< looked again
    refused,      ///< the connection is over, `refused()` tells why
    ignored,      ///< nobody listens after `Closed` or a refusal
    no_room,      ///< the arena, or the room for a begun packet, is too small; all is as it was
};

/// A packet of the other end, or why there is none; its strings and lists point into the bytes and the arena.
template <class Packet>
class received {
public:
    constexpr explicit received(event what, const error& why = {}) : what_(what), got_(why) {}
    template <class Decode>
    requires std::is_invocable_v<Decode>
    constexpr explicit received(Decode&& decode) : got_(decode()) {}

    [[nodiscard]] constexpr event what() const { return what_; }
    [[nodiscard]] constexpr const Packet& packet() const { return got_->packet; }
    /// What the packet took of the bytes.
    [[nodiscard]] constexpr std::size_t bytes() const { return got_->bytes; }
    [[nodiscard]] constexpr const error& refused() const { return got_.error(); }

private:
    template <class Protocol, tic::side Side>
    friend class session;

    event what_ = event::packet;
    result<decoded<Packet>> got_;
};

/// The bytes of a packet that has begun, kept between pieces in the caller's room; `session::max_partial` always
/// suffices.
class partial_packet {
public:
    constexpr explicit partial_packet(std::span<std::uint8_t> room) : room_(room) {}

    [[nodiscard]] constexpr std::span<const std::uint8_t> view() const { return room_.subspan(first_, size_); }
    [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
    /// Takes what fits of the piece, which then begins behind that.
    constexpr void take(std::span<const std::uint8_t>& piece) {
        const std::size_t free = room_.size() - size_;
        const std::size_t count = piece.size() < free ? piece.size() : free;
        if (first_ != 0) move(room_.subspan(first_, size_), 0);
        first_ = 0;
        move(piece.first(count), size_);
        size_ += count;
        piece = piece.subspan(count);
    }
    /// They stay where they are until more is taken: a packet's strings may point to them.
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

/// The packet of a side that says nothing in any version: there is none.
struct silence {
    enum class kind_type : std::uint16_t {};
};

/// A side that says nothing.
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

/// When a begun packet is looked at again. Work stays linear in the bytes, however they trickle: not before the fewest
/// that could help are there, and all looks together go through at most 32 times the bytes and a constant.
class patience {
public:
    constexpr void clear() { *this = {}; }
    [[nodiscard]] constexpr bool is_waiting(std::size_t size) const { return size < wanted_; }
    [[nodiscard]] constexpr bool is_tired(std::size_t size) const { return spent_ > 31 * size + 4096; }
    constexpr void looked(std::size_t size, std::uint64_t more) {
        wanted_ = size + static_cast<std::size_t>(more);
        spent_ += size;
    }

private:
    std::size_t wanted_ = 1;  ///< bytes, before it makes sense to look
    std::size_t spent_ = 0;   ///< bytes gone through in vain
};

/// The first 16 bits, zeros behind the end.
constexpr std::uint64_t first_bits(std::span<const std::uint8_t> in) {
    return (in.empty() ? 0U : std::uint64_t{in[0]} << 8) | (in.size() < 2 ? 0U : std::uint64_t{in[1]});
}

}  // namespace detail

/// One end of one connection, of fixed size. `Protocol` is written by the compiler; users say
/// `chat::session<tic::side::client>`.
template <class Protocol, tic::side Side>
class session {
    static constexpr bool is_client = Side == side::client;
    static constexpr side other_side = is_client ? side::server : side::client;
    using own = std::conditional_t<is_client, typename Protocol::client, typename Protocol::server>;
    using other = std::conditional_t<is_client, typename Protocol::server, typename Protocol::client>;

public:
    using sent_packet = typename own::packet_type;        ///< what this end says
    using received_packet = typename other::packet_type;  ///< what the other end says
    /// With this room `say` fails only for a value outside its domain or in a wrong state.
    static constexpr std::size_t max_sent = own::codec_type::max_bytes;
    /// No bytes that wait for more are longer: a packet, and at its end one code too long for its domain.
    static constexpr std::size_t max_partial = other::codec_type::max_bytes + 24;
    /// With this much arena `hear` never lacks room.
    static constexpr std::size_t max_arena = other::codec_type::max_arena;

    /// Where a refusal of the other end's packet stands: `Deliver.body`.
    [[nodiscard]] static constexpr path_text path_of(const error& refused) { return other::path_of(refused); }
    /// What the other end may say in any version: how many packets, and the name of each.
    static constexpr std::size_t received_kinds = std::size(other::places);
    [[nodiscard]] static constexpr path_text name_of_received(std::size_t number) {
        return other::path_of(error{.why = {}, .bit = 0, .more = 0, .at = {.id = other::places[number]}});
    }

    /// A fresh connection; a version that is not spoken makes one that is over.
    explicit constexpr session(unsigned version)
        : states_(speaks(version) ? version : Protocol::states.oldest),
          version_(static_cast<std::uint8_t>(version)),
          refused_(!speaks(version)) {}

    [[nodiscard]] constexpr unsigned version() const { return version_; }
    /// In the state `Closed`: both ends close.
    [[nodiscard]] constexpr bool is_closed() const { return states_.is_closed(); }
    /// Closed, or something was refused.
    [[nodiscard]] constexpr bool is_over() const { return refused_ || is_closed(); }
    [[nodiscard]] constexpr std::string_view state_name() const { return states_.name(); }
    /// The requests that are owed a reply.
    [[nodiscard]] constexpr std::size_t owed() const { return states_.owed(); }
    /// Whether the client may say nothing before a reply.
    [[nodiscard]] constexpr bool is_behind_barrier() const { return states_.is_behind_barrier(); }
    /// What is remembered of this end's packets: the other end's `received_memory` once it has heard them all.
    [[nodiscard]] constexpr const auto& sent_memory() const { return said_; }
    [[nodiscard]] constexpr const auto& received_memory() const { return heard_; }
    /// Whether this end may say a packet of the kind now.
    template <class Kind>
    requires std::is_same_v<Kind, typename sent_packet::kind_type>
    [[nodiscard]] constexpr bool may_send(Kind kind) const {
        return !refused_ && states_.may_send(Side, static_cast<std::uint16_t>(kind));
    }
    /// Whether the other end may.
    template <class Kind>
    requires std::is_same_v<Kind, typename received_packet::kind_type>
    [[nodiscard]] constexpr bool may_receive(Kind kind) const {
        return !refused_ && states_.may_send(other_side, static_cast<std::uint16_t>(kind));
    }

    /// Writes a packet of this end. It may be `wrong_state`, `bad_value` or `no_room`: then all is as it was.
    template <class Packet>
    requires requires(const Packet& v) { own::number(v); }
    constexpr result<std::size_t> send(const Packet& packet, std::span<std::uint8_t> out) {
        const std::uint16_t number = own::number(packet);
        if (refused_ || !states_.may_send(Side, number))
            return error{.why = reason::wrong_state, .bit = 0, .more = 0, .at = {.id = own::places[number]}};
        const result<std::size_t> written = encode(packet, out, said_, version_);
        if (written.ok()) states_.on_sent(Side, number);
        return written;
    }

    /// Hears the next packet of the bytes, which begin where the last packet ended. What is not taken is given again,
    /// with what follows it.
    [[nodiscard]] constexpr received<received_packet> receive(std::span<const std::uint8_t> bytes, arena& room) {
        return receive(bytes, room, false);
    }
    /// After a pause: looks however often it did before.
    [[nodiscard]] constexpr received<received_packet> retry_now(std::span<const std::uint8_t> bytes, arena& room) {
        return receive(bytes, room, true);
    }

    /// The same, of a piece of the stream: what has begun is kept in `begun`. The piece then begins behind what was
    /// used up; call again as long as there are packets. They are good until the next call.
    [[nodiscard]] constexpr received<received_packet> receive(std::span<const std::uint8_t>& piece,
                                                              partial_packet& begun, arena& room) {
        return receive(piece, begun, room, false);
    }
    [[nodiscard]] constexpr received<received_packet> retry_now(partial_packet& begun, arena& room) {
        std::span<const std::uint8_t> nothing_new;
        return receive(nothing_new, begun, room, true);
    }

    /// What is wrong with a stream that ends with these bytes: `truncated` where a packet has begun, else `ok`.
    [[nodiscard]] constexpr error end(std::span<const std::uint8_t> bytes, arena& room) const {
        if (is_over() || bytes.empty()) return {};
        typename other::memory_type copy = heard_;
        return decode_packet<typename other::codec_type, received_packet>(bytes, copy, version_, room, extent::stream)
            .error();
    }

private:
    static constexpr bool speaks(unsigned version) {
        return version >= Protocol::states.oldest &&
               version - Protocol::states.oldest < Protocol::states.versions.size();
    }

    constexpr received<received_packet> receive(std::span<const std::uint8_t> bytes, arena& room, bool now) {
        if (bytes.empty()) return received<received_packet>(event::more);
        if (is_over()) return received<received_packet>(event::ignored);
        if (patience_.is_waiting(bytes.size())) return received<received_packet>(event::more);
        if (!now && patience_.is_tired(bytes.size())) return received<received_packet>(event::retry_later);
        const prefix_found tag = other::tag(detail::first_bits(bytes), version_);
        const bool is_known = tag.member != no_packet && tag.length <= bytes.size() * 8;
        if (is_known && !states_.may_send(other_side, tag.member)) {
            refused_ = true;
            return received<received_packet>(
                event::refused,
                {.why = reason::wrong_state, .bit = 0, .more = 0, .at = {.id = other::places[tag.member]}});
        }
        received<received_packet> made([&] {
            return decode_packet<typename other::codec_type, received_packet>(bytes, heard_, version_, room,
                                                                              extent::stream);
        });
        if (made.got_.ok()) [[likely]] {
            states_.on_sent(other_side, tag.member);
            patience_.clear();
        } else {
            made.what_ = not_heard(made.refused(), bytes.size());
        }
        return made;
    }

    constexpr received<received_packet> receive(std::span<const std::uint8_t>& piece, partial_packet& begun,
                                                arena& room, bool now) {
        received<received_packet> made = receive(begun.empty() ? piece : begun.view(), room, now);
        if (made.what() == event::packet) {
            if (begun.empty())
                piece = piece.subspan(made.bytes());
            else
                begun.drop(made.bytes());
        } else if (made.what() == event::refused || made.what() == event::ignored) {
            piece = {};
        } else if (made.what() != event::no_room && !piece.empty()) {
            return keep(piece, begun, room, now);
        }
        return made;
    }

    /// No packet is whole in what there was before the piece, or in the piece alone.
    constexpr received<received_packet> keep(std::span<const std::uint8_t>& piece, partial_packet& begun, arena& room,
                                             bool now) {
        begun.take(piece);
        received<received_packet> made = receive(begun.view(), room, now || !piece.empty());
        if (made.what() == event::packet)
            begun.drop(made.bytes());
        else if (made.what() == event::refused)
            piece = {};
        else if (!piece.empty())
            return received<received_packet>(event::no_room);
        return made;
    }

    constexpr event not_heard(const error& why, std::size_t size) {
        if (why.why == reason::no_room) return event::no_room;
        if (why.why == reason::truncated) {
            patience_.looked(size, why.more);
            return event::more;
        }
        refused_ = true;
        return event::refused;
    }

    typename own::memory_type said_{};
    typename other::memory_type heard_{};
    detail::patience patience_{};
    typename states_of<Protocol>::type states_;
    std::uint8_t version_;
    bool refused_;
};

}  // namespace tic
