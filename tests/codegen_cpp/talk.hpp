// Both ends of a generated session behind one interface, so that one test drives those of many schemas.
#pragma once

#include <tic/json.hpp>
#include <tic/session.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace tic::test {

/// What an end heard, as text: `packet JSON`, `refused REASON bit=N more=M path=P`, `ignored`.
using told = std::vector<std::string>;

/// One connection of one protocol: both ends, and what one knows of the other only by bytes.
class talk {
public:
    talk() = default;
    talk(const talk&) = delete;
    talk& operator=(const talk&) = delete;
    virtual ~talk() = default;
    virtual void start(unsigned version) = 0;
    /// The end of `who` is asked to say the packet that these bytes spell: its bytes in hex, or the reason why not.
    virtual std::string send(side who, std::span<const std::uint8_t> spelled) = 0;
    /// The other end than `who` hears the bytes, in pieces of the sizes given.
    virtual told receive(side who, std::span<const std::uint8_t> bytes, const std::vector<std::size_t>& pieces) = 0;
    /// The same, without a change; the bytes end there.
    virtual told receive_only(side who, std::span<const std::uint8_t> bytes,
                              const std::vector<std::size_t>& pieces) = 0;
    /// Both ends: `STATE owed=N barrier=B may=…`, a digit for each packet of `who`.
    virtual std::string state(side end, side who) = 0;
};

inline std::string hex_of(std::span<const std::uint8_t> bytes) {
    std::string text;
    for (const auto b : bytes) text += "0123456789abcdef"[b >> 4], text += "0123456789abcdef"[b & 15];
    return text;
}

template <class Talk>
class generated_talk final : public talk {
public:
    using spell = std::string (*)(bool server, const error&);
    explicit generated_talk(spell path)
        : path_(path), arena_(most({client_end::max_arena, server_end::max_arena}) + 64) {}

    void start(unsigned version) override {
        client_ = client_end(version);
        server_ = server_end(version);
        said_ = {};
        heard_ = {};
    }
    std::string send(side who, std::span<const std::uint8_t> spelled) override {
        return who == side::client ? send<typename Talk::client>(client_, said_, spelled)
                                   : send<typename Talk::server>(server_, heard_, spelled);
    }
    told receive(side who, std::span<const std::uint8_t> bytes, const std::vector<std::size_t>& pieces) override {
        return who == side::client ? receive(server_, false, bytes, pieces) : receive(client_, true, bytes, pieces);
    }
    told receive_only(side who, std::span<const std::uint8_t> bytes, const std::vector<std::size_t>& pieces) override {
        const client_end client = client_;
        const server_end server = server_;
        told made = receive(who, bytes, pieces);
        client_ = client;
        server_ = server;
        return made;
    }
    std::string state(side end, side who) override {
        return end == side::client ? state_of(client_, who == side::client) : state_of(server_, who == side::server);
    }

private:
    using client_end = session<Talk, side::client>;
    using server_end = session<Talk, side::server>;

    template <class Side, class End, class Memory>
    std::string send(End& end, Memory& memory, std::span<const std::uint8_t> spelled) {
        if constexpr (std::is_same_v<Side, silent>) {
            return "silent";
        } else {
            arena room{std::span<unsigned char>(arena_)};
            const Memory before = memory;
            const auto packet = decode_packet<typename Side::codec_type, typename Side::packet_type>(
                spelled, memory, end.version(), room, extent::alone);
            if (!packet.ok()) return "the bytes spell no packet";
            std::vector<std::uint8_t> out(End::max_sent);
            const auto size = end.send(packet->packet, out);
            if (size.ok()) return hex_of(std::span(out).first(*size));
            memory = before;
            return std::string(name_of(size.error().why)) + " " +
                   path_(std::is_same_v<Side, typename Talk::server>, size.error());
        }
    }

    template <class End>
    told receive(End& end, bool from_server, std::span<const std::uint8_t> bytes,
                 const std::vector<std::size_t>& pieces) {
        std::vector<std::uint8_t> kept(End::max_partial);
        partial_packet begun{std::span<std::uint8_t>(kept)};
        told made;
        for (std::size_t i = 0; !bytes.empty(); ++i) {
            const std::size_t size = std::min(bytes.size(), i < pieces.size() ? pieces[i] : bytes.size());
            const std::vector<std::uint8_t> alone(
                bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));  // reading behind it would be seen
            std::span<const std::uint8_t> piece(alone);
            bytes = bytes.subspan(size);
            if (!receive_piece(end, from_server, piece, begun, made)) return made;
        }
        arena room{std::span<unsigned char>(arena_)};
        if (const error cut = end.end(begun.view(), room); cut.why != reason::ok)
            made.push_back(refused(from_server, cut));
        return made;
    }
    template <class End>
    bool receive_piece(End& end, bool from_server, std::span<const std::uint8_t> piece, partial_packet& begun,
                       told& made) {
        for (;;) {
            arena room{std::span<unsigned char>(arena_)};
            auto got = end.receive(piece, begun, room);
            if (got.what() == event::retry_later) got = end.retry_now(begun, room);
            switch (got.what()) {
                case event::packet:
                    made.push_back(packet_text(got.packet(), end.version()));
                    break;
                case event::more:
                    if (!piece.empty()) made.push_back("a piece is left");
                    return piece.empty();
                case event::refused:
                    made.push_back(refused(from_server, got.refused()));
                    return false;
                case event::ignored:
                    made.push_back("ignored");
                    return false;
                default:
                    made.push_back("unexpected event");
                    return false;
            }
        }
    }
    template <class Packet>
    static std::string packet_text(const Packet& packet, unsigned version) {
        if constexpr (std::is_same_v<Packet, silence>)
            return "a packet of a silent side";
        else
            return "packet " + to_json(packet, version);
    }
    std::string refused(bool from_server, const error& e) const {
        return "refused " + std::string(name_of(e.why)) + " bit=" + std::to_string(e.bit) +
               " more=" + std::to_string(e.more) + " path=" + path_(from_server, e);
    }

    template <class End>
    static std::string state_of(const End& end, bool own) {
        std::string made(end.state_name());
        made += " owed=" + std::to_string(end.owed()) + " may=";
        if (own)
            kinds<typename End::sent_packet>(made, [&](auto kind) { return end.may_send(kind); });
        else
            kinds<typename End::received_packet>(made, [&](auto kind) { return end.may_receive(kind); });
        return made;
    }
    template <class Packet, class May>
    static void kinds(std::string& to, May&& may) {
        if constexpr (!std::is_same_v<Packet, silence>) {
            using kind = typename Packet::kind_type;
            for (unsigned i = 0; !name_of(static_cast<kind>(i)).empty(); ++i)
                to += may(static_cast<kind>(i)) ? '1' : '0';
        }
    }

    spell path_;
    std::vector<unsigned char> arena_;
    client_end client_{1};
    server_end server_{1};
    typename Talk::client::memory_type said_{};   ///< of what the client said, to spell packets
    typename Talk::server::memory_type heard_{};  ///< of what the server said
};

/// Every schema with a session compiled into this test.
struct registered_talk {
    const char* schema;
    std::unique_ptr<talk> (*make)();
};
std::vector<registered_talk>& all_talks();

struct talk_registration {
    talk_registration(const char* schema, std::unique_ptr<talk> (*make)()) { all_talks().push_back({schema, make}); }
};

}  // namespace tic::test
