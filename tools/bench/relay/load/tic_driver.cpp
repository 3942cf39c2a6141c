// The client's end of relay.tic: preface, Enter, then Say and Heard, Got and Confirmed.
#include "tic_driver.hpp"

#include <tic/opening_preface.hpp>

#include "relay.hpp"

namespace tic::bench {
namespace {

using session = relay::session<side::client>;

template <class Packet>
void send_packet(session& by, const Packet& packet, byte_list& out) {
    static byte_list room(session::max_sent);
    const auto written = by.send(packet, std::span(room));
    if (!written.ok()) throw broken("tic: cannot send it: " + std::string(name_of(written.error().why)));
    out.insert(out.end(), room.begin(), room.begin() + static_cast<std::ptrdiff_t>(*written));
}

}  // namespace

struct tic_driver::end {
    client_preface preface{relay::versions};
    session talk{relay::versions.newest()};
};

tic_driver::tic_driver(std::size_t users) : ends_(users) {}
tic_driver::~tic_driver() = default;

void tic_driver::open(user who, byte_list& out) {
    const auto greeting = ends_[who].preface.greeting();
    out.insert(out.end(), greeting.begin(), greeting.end());
}

void tic_driver::send(user from, user to, std::uint32_t number, std::string_view text, byte_list& out) {
    send_packet(ends_[from].talk, relay::Say{.to = {to}, .number = number, .text = text}, out);
}

std::size_t tic_driver::receive(user who, byte_view in, byte_list& out, listener& to) {
    end& own = ends_[who];
    std::size_t used = 0;
    if (own.preface.outcome().what == agreement::unfinished) {
        used = own.preface.receive(in);
        const opening_outcome& outcome = own.preface.outcome();
        if (outcome.what == agreement::unfinished) return used;
        if (outcome.what != agreement::agreed)
            throw broken("tic: " + std::string(describe(relay::versions, outcome).view()));
        send_packet(own.talk, relay::Enter{.user = {who}}, out);
    }
    static byte_list memory(session::max_arena + 1);
    arena room{std::span(memory)};
    for (;;) {
        room.clear();
        auto got = own.talk.receive(in.subspan(used), room);
        if (got.what() == event::retry_later) got = own.talk.retry_now(in.subspan(used), room);
        if (got.what() == event::more) return used;
        if (got.what() != event::packet) throw broken("tic: refused: " + std::string(name_of(got.refused().why)));
        used += got.bytes();
        const relay::server_packet& packet = got.packet();
        if (const auto* const received = packet.get_if_Heard()) {
            const auto number = static_cast<std::uint32_t>(received->number);
            to.message(who, received->from.value, number, received->text);
            send_packet(own.talk, relay::Got{.from = received->from, .number = number}, out);
        } else if (const auto* const confirmed = packet.get_if_Confirmed()) {
            to.confirmed(who, confirmed->by.value, static_cast<std::uint32_t>(confirmed->number));
        } else if (packet.get_if_Entered() != nullptr) {
            to.entered(who);
        } else {
            throw broken("tic: the relay sends that a user is absent");
        }
    }
}

}  // namespace tic::bench
