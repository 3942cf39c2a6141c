// relay_idle PORT PID CONNECTIONS MOST [tls]: opens so many connections to a relay server, lets each speak, and tells
// by how much the process has grown for each, beside the session itself; more than MOST KiB is a missed mark.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <string>
#include <string_view>

#include "talker.hpp"
#include "tools/bench/relay/loopback.hpp"

namespace {

using namespace tic::bench;

/// KiB that are in memory.
double resident(const std::string& process) {
    std::ifstream file("/proc/" + process + "/status");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("VmRSS:")) return std::atof(line.c_str() + 6);
    }
    throw std::runtime_error("no process " + process);
}

int measure(std::uint16_t port, const std::string& process, unsigned count, double most, bool by_tls) {
    raise_file_limit();
    const auto tls = any_certificate();
    SSL_CTX* const context = by_tls ? tls.get() : nullptr;
    talker(port, 0, context).speak();  // what the first connection makes the server load is not its own
    const double before = resident(process);
    std::vector<std::unique_ptr<talker>> all;
    for (unsigned i = 0; i < count; ++i) {
        all.push_back(std::make_unique<talker>(port, i, context));
        all.back()->speak();
    }
    const double after = resident(process);
    const double each = (after - before) / count;
    const double session = sizeof(relay::session<tic::side::server>) / 1024.0;
    std::printf(
        "%u idle %s connections: RSS %.0f to %.0f KiB, %.2f KiB each: a session of %.2f and %.2f beside it, at most "
        "%g\n",
        count, by_tls ? "TLS" : "plain", before, after, each, session, each - session, most);
    return each - session <= most ? 0 : 4;
}

}  // namespace

int main(int count, char** words) {
    const bool by_tls = count == 6 && std::string_view(words[5]) == "tls";
    if (count != 5 && !by_tls) return std::fputs("relay_idle PORT PID CONNECTIONS MOST [tls]\n", stderr), 2;
    try {
        return measure(static_cast<std::uint16_t>(std::atoi(words[1])), words[2],
                       static_cast<unsigned>(std::atoi(words[3])), std::atof(words[4]), by_tls);
    } catch (const std::exception& wrong) {
        return std::fprintf(stderr, "relay_idle: %s\n", wrong.what()), 3;
    }
}
