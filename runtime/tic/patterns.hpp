// Numbers, enum values and floats as 64-bit patterns and back: codes, hints and memory work on patterns.
#pragma once

#include <bit>
#include <cstdint>
#include <type_traits>

#include "views.hpp"

namespace tic {

/// The pattern of a value: two's complement, a float's bits, an enum value's ordinal, what an id holds.
template <class T>
[[gnu::always_inline]] constexpr std::uint64_t pattern(const T& v) {
    if constexpr (std::is_same_v<T, float>) {
        return std::bit_cast<std::uint32_t>(v);
    } else if constexpr (std::is_same_v<T, double>) {
        return std::bit_cast<std::uint64_t>(v);
    } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
        return static_cast<std::uint64_t>(v);
    } else {
        return pattern(v.value);
    }
}

/// Sets a value from its pattern.
template <class T>
[[gnu::always_inline]] constexpr void assign(T& to, std::uint64_t x) {
    if constexpr (std::is_same_v<T, float>) {
        to = std::bit_cast<float>(static_cast<std::uint32_t>(x));
    } else if constexpr (std::is_same_v<T, double>) {
        to = std::bit_cast<double>(x);
    } else if constexpr (std::is_same_v<T, bool>) {
        to = x != 0;
    } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
        to = static_cast<T>(x);
    } else {
        assign(to.value, x);
    }
}

/// The octets of a string or an id that holds one.
template <class T>
requires requires(const T& v) { v.value; }
constexpr bytes octets(const T& v) { return octets(v.value); }

/// Sets a view from octets.
template <class T>
constexpr void assign(T& to, bytes from) {
    if constexpr (std::is_same_v<T, bytes>) {
        to = from;
    } else if constexpr (std::is_same_v<T, std::string_view>) {
        to = characters(from);
    } else {
        assign(to.value, from);
    }
}

}  // namespace tic
