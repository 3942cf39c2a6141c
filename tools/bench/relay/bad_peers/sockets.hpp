// Sockets of a driver with very many: from any address of 127.0.0.0/8, never blocking.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string_view>

namespace bad_peers {

using moment = std::chrono::steady_clock::time_point;
inline moment now() { return std::chrono::steady_clock::now(); }

/// One socket, closed with it.
class file {
public:
    file() = default;
    explicit file(int number) : number_(number) {}
    file(file&& other) noexcept : number_(other.release()) {}
    file& operator=(file&& other) noexcept;
    ~file() { close(); }

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    void close();
    int release();

private:
    int number_ = -1;
};

/// Begins to connect to a port of 127.0.0.1 from 127.x.y.z, where the last 24 bits are told; closed if that fails.
[[nodiscard]] file connect_from(std::uint32_t source, std::uint16_t port);
/// Closing resets the connection: no port waits for late packets.
void close_hard(file& of);
/// How much of it is little.
void read_little(const file& of);
/// What the socket took; negative where the connection is broken.
[[nodiscard]] std::ptrdiff_t send_some(const file& to, std::string_view bytes);
/// What came; 0 where nothing did, negative at the end.
[[nodiscard]] std::ptrdiff_t receive_some(const file& from, std::span<std::uint8_t> room);

}  // namespace bad_peers
