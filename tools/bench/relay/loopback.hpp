// What every program of the comparison needs of the system: addresses of loopback, and very many files.
#pragma once

#include <netinet/in.h>
#include <sys/resource.h>

#include <cstdint>

namespace tic::bench {

/// An address of 127.0.0.0/8 by its 32 bits, as INADDR_LOOPBACK, and a port.
inline sockaddr_in loopback(std::uint32_t host, std::uint16_t port) {
    sockaddr_in made{};
    made.sin_family = AF_INET;
    made.sin_port = htons(port);
    made.sin_addr.s_addr = htonl(host);
    return made;
}

/// As many open files as the system lets this process have.
inline void raise_file_limit() {
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace tic::bench
