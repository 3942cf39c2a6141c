// The two sides of a connection: one enum for the language, the layout, generated code and the tools.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tic {

enum class side : std::uint8_t { client, server };

inline constexpr side sides[] = {side::client, side::server};

[[nodiscard]] constexpr side other(side s) { return s == side::client ? side::server : side::client; }

/// `client` or `server`.
[[nodiscard]] constexpr std::string_view name_of(side s) { return s == side::client ? "client" : "server"; }

/// One value for each side.
template <class T>
struct per_side {
    T client{};
    T server{};

    [[nodiscard]] constexpr T& operator[](side s) { return s == side::client ? client : server; }
    [[nodiscard]] constexpr const T& operator[](side s) const { return s == side::client ? client : server; }
};

}  // namespace tic
