// bare_relay PORT: relays until SIGTERM or SIGINT. Port 0 is any free one; it prints the port.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "bare_relay.hpp"
#include "tools/bench/relay/loopback.hpp"

namespace {
const tic::bench::bare_relay* running = nullptr;
void stop(int) { running->stop(); }
}  // namespace

int main(int count, char** words) {
    char* end = nullptr;
    const unsigned long port = count == 2 ? std::strtoul(words[1], &end, 10) : 0;
    if (count != 2 || *end != '\0' || port > 65535) {
        std::fputs("usage: bare_relay PORT\n", stderr);
        return 2;
    }
    tic::bench::raise_file_limit();
    try {
        tic::bench::bare_relay relay(static_cast<std::uint16_t>(port));
        running = &relay;
        std::signal(SIGTERM, stop);
        std::signal(SIGINT, stop);
        std::printf("%u\n", unsigned{relay.port()});
        std::fflush(stdout);
        relay.run();
        return 0;
    } catch (const std::runtime_error& why) {
        std::fprintf(stderr, "bare_relay: %s\n", why.what());
        return 3;
    }
}
