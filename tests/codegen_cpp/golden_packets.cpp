// Packets worked out by hand, encoded and decoded by the compiler itself: packets without text are constexpr both ways.
#include "chat.hpp"

#include <array>

namespace {

/// Whether the packets, said one after the other in version 2, are these bytes, and come back.
template <class Packet, std::size_t N>
constexpr bool are(const std::array<Packet, N>& packets, const std::array<std::uint64_t, N>& expected,
                   const std::array<std::size_t, N>& sizes) {
    chat::client_memory here, there;
    for (std::size_t i = 0; i < N; ++i) {
        std::uint8_t out[32]{};
        const auto size = encode(packets[i], out, here, 2);
        if (!size.ok() || *size != sizes[i]) return false;
        std::uint64_t number = 0;
        for (std::size_t k = 0; k < *size; ++k) number = number << 8 | out[k];
        if (number != expected[i]) return false;
        tic::arena arena;
        const auto got = decode({out, *size}, there, 2, arena);
        if (!got.ok() || !(got->packet == chat::client_packet(packets[i])) || !(here == there)) return false;
    }
    return true;
}

constexpr chat::Ack ack(std::uint64_t chat, std::uint64_t seq) { return {.chat = {chat}, .seq = seq}; }

static_assert(are(std::array{ack(5, 1), ack(5, 2), ack(5, 2)}, {0xc00000000160, 0xe0, 0xd0}, {6, 1, 1}));
static_assert(are(std::array{ack(5, 2), ack(6, 1), ack(5, 3)}, {0xc00000000158, 0xa00000000068, 0xa8}, {6, 6, 1}));

/// A refusal tells where, and changes nothing.
constexpr bool is_refused_whole() {
    chat::client_memory memory;
    const chat::client_memory before = memory;
    tic::arena arena;
    const std::uint8_t cut[] = {0xc0, 0x00, 0x00};
    const auto got = decode(cut, memory, 2, arena);
    return !got.ok() && got.error().why == tic::reason::truncated && got.error().bit == 24 && got.error().more == 3 &&
           chat::path_of<chat::client_packet>(got.error()).view() == "Ack.chat" && memory == before;
}
static_assert(is_refused_whole());

}  // namespace
