// Blocking sockets: one talker at a time speaks.
#include "talker.hpp"

#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>

#include <tic/opening_names.hpp>
#include <tic/opening_preface.hpp>

#include "tools/bench/relay/loopback.hpp"

namespace tic::bench {
namespace {

constexpr unsigned ports_an_address = 10'000;

void check(bool is_good, const char* what) {
    if (!is_good) throw std::system_error(errno, std::generic_category(), what);
}

const sockaddr* plain(const sockaddr_in& address) { return reinterpret_cast<const sockaddr*>(&address); }

}  // namespace

talker::talker(std::uint16_t port, unsigned number, SSL_CTX* tls) : number_(number) {
    connect(port);
    if (tls == nullptr)
        open();
    else
        shake_hands(tls);
    session_ = std::make_unique<relay::session<tic::side::client>>(relay::version);
}

talker::~talker() { ::close(file_); }

void talker::connect(std::uint16_t port) {
    file_ = ::socket(AF_INET, SOCK_STREAM, 0);
    check(file_ >= 0, "socket");
    const int yes = 1;
    check(::setsockopt(file_, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes) == 0, "setsockopt");
    check(::setsockopt(file_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes) == 0, "setsockopt");
    const sockaddr_in from = loopback(INADDR_LOOPBACK + 0x10000 * (number_ / ports_an_address), 0);
    check(::bind(file_, plain(from), sizeof from) == 0, "bind");
    const sockaddr_in to = loopback(INADDR_LOOPBACK, port);
    check(::connect(file_, plain(to), sizeof to) == 0, "connect");
}

void talker::open() {
    client_preface preface(relay::versions);
    write(preface.greeting());
    while (preface.outcome().what == agreement::unfinished) {
        std::array<std::uint8_t, 16> answer{};
        preface.receive(std::span(answer).first(read(answer)));
    }
    if (preface.outcome().what != agreement::agreed) throw std::runtime_error("the server speaks another schema");
}

void talker::shake_hands(SSL_CTX* tls) {
    ssl_.reset(SSL_new(tls));
    SSL_set_fd(ssl_.get(), file_);
    if (SSL_connect(ssl_.get()) != 1) throw std::runtime_error("no TLS handshake");
}

void talker::speak() {
    const relay::UserId self{number_};
    send(relay::Enter{.user = self});
    wait_for(kind::Entered);
    send(relay::Say{.to = self, .number = 1, .text = "thirty bytes, as usual in chats"});
    wait_for(kind::Heard);
    send(relay::Got{.from = self, .number = 1});
    wait_for(kind::Confirmed);
}

template <class Packet>
void talker::send(const Packet& packet) {
    std::array<std::uint8_t, 256> room{};
    const auto size = session_->send(packet, room);
    if (!size.ok()) throw std::logic_error("a packet that may not be sent now");
    write(std::span(room).first(*size));
}

void talker::wait_for(kind what) {
    static std::vector<std::uint8_t> memory(relay::session<tic::side::client>::max_arena);
    for (;;) {
        arena room{std::span(memory)};
        const auto got = session_->receive(begun_, room);
        if (got.what() == event::packet) {
            if (got.packet().kind() != what) throw std::runtime_error("another packet than the one that is due");
            begun_.erase(begun_.begin(), begun_.begin() + static_cast<std::ptrdiff_t>(got.bytes()));
            return;
        }
        if (got.what() != event::more) throw std::runtime_error("bytes that are no packet");
        std::array<std::uint8_t, 4096> piece{};
        const std::size_t count = read(piece);
        begun_.insert(begun_.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(count));
    }
}

void talker::write(std::span<const std::uint8_t> bytes) {
    const auto size = static_cast<int>(bytes.size());
    const auto done = ssl_ ? SSL_write(ssl_.get(), bytes.data(), size)
                           : static_cast<int>(::send(file_, bytes.data(), bytes.size(), MSG_NOSIGNAL));
    check(done == size, "write");
}

std::size_t talker::read(std::span<std::uint8_t> room) {
    const auto size = static_cast<int>(room.size());
    const auto done =
        ssl_ ? SSL_read(ssl_.get(), room.data(), size) : static_cast<int>(::recv(file_, room.data(), room.size(), 0));
    if (done <= 0) throw std::runtime_error("the server closed connection " + std::to_string(number_));
    return static_cast<std::size_t>(done);
}

std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> any_certificate() {
    std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> made(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    const opening_name name = name_of_version(relay::versions, relay::version, alpn_separator);
    std::string offer(1, static_cast<char>(name.view().size()));
    offer += name.view();
    SSL_CTX_set_alpn_protos(made.get(), reinterpret_cast<const unsigned char*>(offer.data()),
                            static_cast<unsigned>(offer.size()));
    return made;
}

}  // namespace tic::bench
