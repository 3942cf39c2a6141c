// Their bytes come from the generated session and from a TLS client, then they are spoiled.
#include "tools/bench/relay/bad_peers/bad_kinds.hpp"

#include <net/tls.hpp>
#include <random>
#include <tic/opening_preface.hpp>

#include "relay.hpp"

namespace bad_peers {
namespace {

using session = relay::session<tic::side::client>;

std::string text_of(std::span<const std::uint8_t> bytes) { return {bytes.begin(), bytes.end()}; }

std::string preface() { return text_of(tic::client_preface(relay::versions).greeting()); }

template <class Memory>
std::string packet(const relay::client_packet& content, Memory& memory) {
    std::vector<std::uint8_t> room(session::max_sent);
    const auto size = relay::encode(content, room, memory, relay::versions.newest());
    return size.ok() ? text_of(std::span(room).first(*size)) : std::string();
}

/// A message of 8,000 bytes.
relay::client_packet long_message(std::uint32_t to, std::uint64_t number) {
    static const std::string text(8000, 'x');
    return relay::Say{.to = {to}, .number = number, .text = text};
}

std::string message_unentered() {
    relay::client_memory memory;
    return preface() + packet(long_message(1, 1), memory);
}
/// One byte of its text is no UTF-8.
std::string message_spoiled() {
    relay::client_memory memory;
    std::string bytes = packet(long_message(1, 1), memory);
    bytes[bytes.size() / 2] = '\xff';
    return bytes;
}
std::string message_begun() {
    relay::client_memory memory;
    return packet(long_message(1, 1), memory).substr(0, 20);
}

std::string noise(std::size_t size) {
    std::mt19937_64 random(size);
    std::string made(size, ' ');
    for (char& each : made) each = static_cast<char>(random());
    return made;
}

/// The first flight of a TLS client that would speak the protocol.
std::string client_hello() {
    std::string error;
    const auto context = tic::net::tls_context::client(relay::versions, tic::net::tls_role::client,
                                                       {.authorities = {}, .pinned_sha256 = "any"}, error);
    tic::net::tls_engine engine(context, "localhost");
    engine.start();
    return text_of(engine.output());
}

constexpr std::string_view get = "GET / HTTP/1.1\r\nHost: localhost\r\n";

}  // namespace

std::string entered(std::uint32_t user) {
    relay::client_memory memory;
    return preface() + packet(relay::Enter{.user = {user}}, memory);
}

std::vector<bad_kind> all_bad_kinds() {
    const std::string hello = client_hello();
    const std::string half_hello = hello.substr(0, hello.size() / 2);
    const std::string half_get(get);
    constexpr bool refusal = true, enters = true, slow = true;
    return {
        {"garbage on tcp", "tcp", noise(100), then::wait, "not-tic"},
        {"half a preface", "tcp", preface().substr(0, 5), then::wait, "handshake-deadline", !refusal, !enters, slow},
        {"another schema", "tcp", preface().substr(0, 4) + "none", then::wait, "schema-mismatch"},
        {"no first packet", "tcp", preface(), then::wait, "first-packet-deadline", !refusal, !enters, slow},
        {"one byte a second", "tcp", message_begun(), then::drip, "slow-sender", !refusal, enters, slow},
        {"spoiled packet", "tcp", message_spoiled(), then::wait, "bad-utf8", refusal, enters},
        {"wrong state", "tcp", message_unentered(), then::wait, "wrong-state", refusal},
        {"reader that stops", "tcp", {}, then::pour, "slow-reader", !refusal, !enters, slow},
        {"half a TLS hello", "tls", half_hello, then::wait, "handshake-deadline", !refusal, !enters, slow},
        {"TLS hello, then nothing", "tls", hello, then::wait, "handshake-deadline", !refusal, !enters, slow},
        {"TLS hello, a byte a second", "tls", half_hello, then::drip, "handshake-deadline", !refusal, !enters, slow},
        {"garbage on tls", "tls", noise(101), then::wait, "tls-failed"},
        {"half an upgrade", "websocket", half_get, then::wait, "handshake-deadline", !refusal, !enters, slow},
        {"no upgrade", "websocket", half_get + "\r\n", then::wait, "websocket-failed"},
        {"oversize upgrade", "websocket", half_get + "X: " + std::string(9000, 'x'), then::wait, "websocket-failed"},
        {"garbage on websocket", "websocket", noise(102), then::wait, "websocket-failed"},
    };
}

struct pouring::inside {
    std::uint32_t user;
    std::uint64_t sent = 0;
    relay::client_memory memory{};
};

pouring::pouring(std::uint32_t user) : inside_(std::make_unique<inside>(inside{.user = user})) {}
pouring::~pouring() = default;

std::string pouring::next() {
    const std::uint64_t number = inside_->sent++;
    if (number == 0) return preface() + packet(relay::Enter{.user = {inside_->user}}, inside_->memory);
    return packet(long_message(inside_->user, number), inside_->memory);
}

}  // namespace bad_peers
