// Sends one packet to itself, at compile time and at run time.
#include "door.hpp"

#include <cstdio>

constexpr bool comes_back() {
    door::client_memory here, there;
    std::uint8_t bytes[door::client_max_bytes]{};
    tic::arena arena;
    const auto size = encode(door::Moved{.is_open = true, .at = 5}, bytes, here, door::version);
    const auto got = decode({bytes, *size}, there, door::version, arena);
    return size.ok() && got.ok() && got->packet == door::client_packet(door::Moved{.is_open = true, .at = 5});
}
static_assert(comes_back());

int main() {
    if (!comes_back()) return 1;
    std::puts("the door spoke");
}
