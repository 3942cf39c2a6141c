// One user of the relay, who sends what is requested and waits for each answer.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <openssl/ssl.h>

#include "relay.hpp"

namespace tic::bench {

/// Connections by number: each has a source address of its own ten thousand, as ports are fewer than connections.
class talker {
public:
    /// TLS where there is a context.
    talker(std::uint16_t port, unsigned number, SSL_CTX* tls);
    talker(const talker&) = delete;
    talker& operator=(const talker&) = delete;
    ~talker();

    /// Enters as the user of this number, sends a message to itself and confirms it: all four packets of a message.
    void speak();

private:
    using kind = relay::server_packet::kind_type;
    struct free_ssl {
        void operator()(SSL* ssl) const { SSL_free(ssl); }
    };
    void connect(std::uint16_t port);
    void open();
    void shake_hands(SSL_CTX* tls);
    template <class Packet>
    void send(const Packet& packet);
    void wait_for(kind what);
    void write(std::span<const std::uint8_t> bytes);
    std::size_t read(std::span<std::uint8_t> room);

    unsigned number_;
    int file_ = -1;
    std::unique_ptr<SSL, free_ssl> ssl_;
    std::unique_ptr<relay::session<tic::side::client>> session_;
    std::vector<std::uint8_t> begun_;
};

/// A context that offers the relay's name and believes any certificate: it measures.
[[nodiscard]] std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> any_certificate();

}  // namespace tic::bench
