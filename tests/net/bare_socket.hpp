// A socket without a client around it: for peers that do not behave, and for HTTP.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace tic::net::tests {

class bare_socket {
public:
    explicit bare_socket(std::uint16_t port) : file_(::socket(AF_INET, SOCK_STREAM, 0)) {
        EXPECT_TRUE(connects(file_, port));
        const timeval patience{.tv_sec = patience_ms / 1000, .tv_usec = 0};
        ::setsockopt(file_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    bare_socket(const bare_socket&) = delete;
    bare_socket& operator=(const bare_socket&) = delete;
    ~bare_socket() { ::close(file_); }

    /// Whether somebody listens there.
    [[nodiscard]] static bool is_accepted(std::uint16_t port) {
        const int file = ::socket(AF_INET, SOCK_STREAM, 0);
        const bool did = connects(file, port);
        ::close(file);
        return did;
    }

    void send(std::string_view bytes) {
        EXPECT_EQ(::send(file_, bytes.data(), bytes.size(), MSG_NOSIGNAL), static_cast<ssize_t>(bytes.size()));
    }
    /// Until the other end closes, maybe.
    void send_as_much(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t count = ::send(file_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    /// Whether the other end breaks off, though nothing is read here. The error itself may have gone to a `send`
    /// before.
    [[nodiscard]] bool is_reset() const {
        pollfd wanted{.fd = file_, .events = 0, .revents = 0};
        return ::poll(&wanted, 1, patience_ms) == 1 && (wanted.revents & (POLLERR | POLLHUP)) != 0;
    }
    /// So many bytes, or less where the other end closes.
    std::string read(std::size_t count) {
        std::string some(count, '\0');
        const ssize_t got = ::recv(file_, some.data(), count, MSG_WAITALL);
        some.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return some;
    }
    /// Until the other end closes.
    std::string read_all() {
        std::string all;
        char some[4096];
        for (ssize_t count = 1; count > 0;) {
            count = ::recv(file_, some, sizeof some, 0);
            if (count > 0) all.append(some, static_cast<std::size_t>(count));
        }
        return all;
    }

private:
    static bool connects(int file, std::uint16_t port) {
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_port = htons(port);
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return ::connect(file, reinterpret_cast<const sockaddr*>(&at), sizeof at) == 0;
    }

    static constexpr int patience_ms = 20'000;
    int file_;
};

/// What the admin port answers.
inline std::string get(std::uint16_t port, const std::string& path) {
    bare_socket one(port);
    one.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
    return one.read_all();
}

}  // namespace tic::net::tests
