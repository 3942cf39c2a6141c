// One end of a generated session under the fuzzer, and what must hold of it: what it sends is what was meant, what it
// receives is what was sent, a refusal is the last that it receives, and the work is linear in the bytes.
#pragma once

#include <tic/json.hpp>
#include <tic/session.hpp>

#include "tests/fuzz/pipe.hpp"
#include "tests/fuzz/session_once.hpp"
#include "tests/fuzz/witness.hpp"

namespace tic::test {

/// How often the packets at the front of some bytes were looked at.
inline std::size_t looks = 0;

/// A talk that counts them: `receive` asks for the tag whenever it looks.
template <class Talk>
struct counted_talk : Talk {
    template <class Side>
    struct counted : Side {
        static prefix_found tag(std::uint64_t next16, unsigned version) {
            ++looks;
            return Side::tag(next16, version);
        }
    };
    using client = counted<typename Talk::client>;
    using server = counted<typename Talk::server>;
};

/// What the ends of one connection have in common.
struct fuzzed_connection {
    steering& input;
    witness& seen;
    verdict_text& found;
    std::string (*path)(side who, const error&);  ///< of what `who` sent
    pipe way[2]{};                                ///< of what the client, of what the server sends
    bool refused[2]{};                            ///< by the client's end, by the server's

    [[nodiscard]] bool is_damaged() const { return way[0].is_damaged() || way[1].is_damaged(); }
};

template <class Talk, tic::side Side>
class fuzzed_end {
    static constexpr bool is_client = Side == side::client;
    static constexpr side other_side = is_client ? side::server : side::client;
    using end_type = session<counted_talk<Talk>, Side>;
    using own = std::conditional_t<is_client, typename Talk::client, typename Talk::server>;
    using other = std::conditional_t<is_client, typename Talk::server, typename Talk::client>;
    static constexpr bool is_silent = std::is_same_v<own, silent>;
    static constexpr bool receives_silence = std::is_same_v<other, silent>;

public:
    fuzzed_end(unsigned version, fuzzed_connection& both)
        : end_(version),
          both_(both),
          way_out_(both.way[is_client ? 0 : 1]),
          way_in_(both.way[is_client ? 1 : 0]),
          refused_(both.refused[is_client ? 0 : 1]) {}

    [[nodiscard]] const end_type& end() const { return end_; }

    /// Asks the end to send the packet that some bytes of the input spell; `legal` alters the first until it may be
    /// sent.
    void send(bool legal, bool first_without_room) {
        if constexpr (!is_silent) {
            const auto meant = both_.input.take(both_.input.byte());
            std::vector<std::uint8_t> spelled(meant.begin(), meant.end());
            spelled.resize(meant.size() + 32);
            for (unsigned tries = 0; legal && tries < 256 && !may_send(spelled); ++tries) ++spelled[0];
            arena room{std::span(own_arena_)};
            auto after = sent_;
            const auto packet = decode_packet<typename own::codec_type, typename own::packet_type>(
                spelled, after, end_.version(), room, extent::stream);
            if (!packet.ok()) return;
            if (first_without_room) send_without_room(packet->packet, packet->bytes);
            send(packet->packet, std::span(spelled).first(packet->bytes), after);
        }
    }

    /// Receives what is on its way, at most `count` bytes, in pieces; the arena is too small at first if `arena_bytes`
    /// is small.
    void receive(std::size_t count, std::size_t piece, std::size_t arena_bytes) {
        while (count != 0 && way_in_.size() != 0 && !both_.found.found()) {
            const std::vector<std::uint8_t> taken = way_in_.take(std::min(count, piece));
            count -= taken.size();
            rest_.insert(rest_.end(), taken.begin(), taken.end());
            receive_piece(taken, arena_bytes);
        }
    }

    /// The stream ends here.
    void receive_the_end() {
        arena room{std::span(other_arena_)};
        const error why = end_.end(begun_.view(), room);
        if (end_.is_over() || rest_.empty()) {
            require(why.why == reason::ok, "an end is refused where nothing has begun");
        } else {
            // Bytes that could not make the packet whole were not looked at: what is wrong with them is told only now.
            require(why.why == reason::truncated || (why.why != reason::ok && way_in_.is_damaged()),
                    "an end within a packet is not truncated");
            require_as_seen(why, false);
        }
    }

    /// All was sent and received without damage.
    template <class Other>
    void must_agree_with(const Other& there) const {
        require(end_.is_closed() == there.is_closed(), "one end is closed, the other is not");
        if (end_.is_closed()) return;
        require(end_.state_name() == there.state_name() && end_.owed() == there.owed() &&
                    end_.is_behind_barrier() == there.is_behind_barrier(),
                "the ends' states differ");
        require(end_.sent_memory() == there.received_memory(), "the ends' memories differ");
        require(rest_.empty() && way_in_.is_received(), "a packet is not received");
    }

private:
    void require(bool holds, std::string_view otherwise) const { both_.found.require(holds, otherwise); }
    [[nodiscard]] bool is_as_seen() const {
        const auto& states = both_.seen.at(Side);
        return end_.state_name() == states.state_name() && end_.owed() == states.owed() &&
               end_.is_closed() == states.is_closed() && end_.is_over() == (refused_ || states.is_closed());
    }

    template <class Kind>
    [[nodiscard]] bool may(Kind kind) const {
        const bool told = end_.may_send(kind);
        require(told == (!refused_ && both_.seen.may_send(Side, Side, static_cast<std::uint16_t>(kind))),
                "the interpreter's states allow another packet");
        return told;
    }
    [[nodiscard]] bool may_send(std::span<const std::uint8_t> bytes) const {
        const prefix_found tag = own::tag(detail::first_bits(bytes), end_.version());
        return tag.member != no_packet && end_.may_send(static_cast<typename own::packet_type::kind_type>(tag.member));
    }

    template <class Packet>
    void send_without_room(const Packet& packet, std::size_t bytes) {
        std::vector<std::uint8_t> out(bytes - 1);
        const bool told = may(packet.kind());
        const auto size = end_.send(packet, out);
        require(!size.ok() && size.error().why == (told ? reason::no_room : reason::wrong_state),
                "a packet is sent without room");
        require(end_.sent_memory() == sent_ && is_as_seen(), "what was not sent is remembered");
    }
    template <class Packet, class Memory>
    void send(const Packet& packet, std::span<const std::uint8_t> spelled, const Memory& after) {
        const std::span<std::uint8_t> out(sent_room_);
        const bool told = may(packet.kind());
        const auto size = end_.send(packet, out);
        if (!told) {
            require(!size.ok() && size.error().why == reason::wrong_state, "a packet is sent in a wrong state");
        } else {
            require(size.ok() && std::ranges::equal(out.first(*size), spelled), "a packet is sent as other bytes");
            if (both_.found.found()) return;
            sent_ = after;
            way_out_.send(spelled);
            both_.seen.on_sent(Side, Side, own::number(packet));
        }
        require(end_.sent_memory() == sent_ && is_as_seen(), "after a packet was sent memory or state are others");
    }

    void receive_piece(std::span<const std::uint8_t> piece, std::size_t arena_bytes) {
        arena_bytes = std::min(arena_bytes, other_arena_.size());
        for (bool goes_on = true; goes_on && !both_.found.found();) {
            arena room{std::span(other_arena_).first(arena_bytes)};
            looks = 0;
            auto got = end_.receive(piece, begun_, room);
            if (got.what() == event::more) vain_work_ += looks * rest_.size();
            if (got.what() == event::retry_later) got = end_.retry_now(begun_, room);
            require(vain_work_ <= 33 * rest_.size() + 4096, "the work is not linear in the bytes");
            goes_on = follow(got, piece.empty());
            if (got.what() != event::no_room) continue;
            require(arena_bytes < other_arena_.size(), "there is never room enough");
            arena_bytes = other_arena_.size();
            goes_on = true;
        }
    }
    /// Whether there may be more packets in the piece.
    template <class Heard>
    bool follow(const Heard& got, bool nothing_left) {
        switch (got.what()) {
            case event::packet:
                packet(got);
                return true;
            case event::no_room:
                return true;
            case event::more:
                require(nothing_left && begun_.view().size() == rest_.size(), "bytes are neither taken nor kept");
                break;
            case event::refused:
                require(nothing_left, "bytes are left after a refusal");
                refuse(got.refused());
                break;
            case event::ignored:
                require(end_.is_over() && nothing_left, "a packet is ignored");
                break;
            default:
                require(false, "no packet after it was looked now");
        }
        require(is_as_seen(), "a refusal or a part changed the state");
        return false;
    }

    template <class Heard>
    void packet(const Heard& got) {
        if constexpr (receives_silence) {
            require(false, "a packet of a silent side");
        } else {
            require(got.bytes() != 0 && got.bytes() <= rest_.size(), "a packet takes more bytes than there are");
            if (both_.found.found()) return;
            const auto bytes = std::span(rest_).first(got.bytes());
            const std::uint16_t number = other::number(got.packet());
            require(both_.seen.may_send(Side, other_side, number), "a packet is received in a wrong state");
            const std::span<std::uint8_t> out(again_room_);
            const auto size = encode_packet<typename other::codec_type>(got.packet(), out, received_, end_.version());
            require(size.ok() && std::ranges::equal(out.first(*size), bytes), "the packet received has other bytes");
            require(received_ == end_.received_memory(), "the packet received is remembered otherwise");
            require(way_in_.received(bytes.size()), "the packet received is not the one sent");
            require(both_.seen.receives(other_side, bytes), "the interpreter receives no packet");
            both_.seen.on_sent(Side, other_side, number);
            require(is_as_seen(), "after a packet was received the state is another");
            rest_.erase(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(bytes.size()));
            vain_work_ = 0;
        }
    }

    void refuse(const error& why) {
        require(way_in_.is_damaged() || (why.why == reason::wrong_state && both_.is_damaged()),
                "what was sent well is refused");
        require(why.why != reason::ok && why.why != reason::truncated && why.why < reason::no_room &&
                    why.bit <= rest_.size() * 8,
                "a refusal without a reason or a place");
        require(received_ == end_.received_memory(), "what was refused is remembered");
        require_as_seen(why, true);
        refused_ = true;
        // Nothing is received or sent any more.
        arena room{std::span(other_arena_)};
        std::span<const std::uint8_t> again(rest_);
        require(end_.receive(again, begun_, room).what() == event::ignored && again.empty(),
                "something is received after a refusal");
        require(end_.retry_now(rest_, room).what() == event::ignored, "something is looked at after a refusal");
    }
    void require_as_seen(const error& why, bool in_state) const {
        const std::string due = both_.seen.refusal(Side, other_side, rest_, in_state);
        if (due.empty()) return;
        const std::string told = witness::spelled(why.why, why.bit, why.more, both_.path(other_side, why));
        require(due == told, "the session sends " + told + ", the interpreter " + due);
    }

    end_type end_;
    fuzzed_connection& both_;
    pipe& way_out_;
    pipe& way_in_;
    bool& refused_;
    std::vector<unsigned char> own_arena_ = std::vector<unsigned char>(own::codec_type::max_arena + 64);
    std::vector<unsigned char> other_arena_ = std::vector<unsigned char>(end_type::max_arena + 64);
    std::vector<std::uint8_t> room_ = std::vector<std::uint8_t>(end_type::max_partial);
    std::vector<std::uint8_t> sent_room_ = std::vector<std::uint8_t>(end_type::max_sent);
    std::vector<std::uint8_t> again_room_ = std::vector<std::uint8_t>(end_type::max_partial);
    partial_packet begun_{std::span(room_)};
    std::vector<std::uint8_t> rest_{};  ///< received, but no packet yet
    std::size_t vain_work_ = 0;         ///< bytes gone through since the last packet
    typename own::memory_type sent_{};
    typename other::memory_type received_{};
};

}  // namespace tic::test
