// What packets hold beside numbers: views of bytes and lists, which own nothing; and equality, which for floats is by
// bits.
#pragma once

#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

#include "codes.hpp"
#include "utf8.hpp"

namespace tic {

/// Equality of values as hints compare them (section 6): floats by their bits, all else by ==.
template <class T>
constexpr bool equal(const T& a, const T& b) {
    if constexpr (std::is_same_v<T, float>) {
        return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b);
    } else if constexpr (std::is_same_v<T, double>) {
        return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
    } else {
        return a == b;
    }
}
template <class T>
constexpr bool equal(const std::optional<T>& a, const std::optional<T>& b) {
    return a.has_value() == b.has_value() && (!a.has_value() || equal(*a, *b));
}

/// A view of elements in the arena or in the caller's array, which must outlive it.
template <class T>
class list {
public:
    using value_type = T;
    constexpr list() = default;
    constexpr list(const T* data, std::size_t size) : data_(data), size_(size) {}
    constexpr list(std::span<const T> items) : data_(items.data()), size_(items.size()) {}
    template <std::size_t N>
    constexpr list(const T (&items)[N]) : data_(items), size_(N) {}

    [[nodiscard]] constexpr const T* data() const { return data_; }
    [[nodiscard]] constexpr std::size_t size() const { return size_; }
    [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
    [[nodiscard]] constexpr const T* begin() const { return data_; }
    [[nodiscard]] constexpr const T* end() const { return data_ + size_; }
    [[nodiscard]] constexpr const T& operator[](std::size_t i) const { return data_[i]; }

    friend constexpr bool operator==(const list& a, const list& b) {
        if (a.size_ != b.size_) return false;
        for (std::size_t i = 0; i < a.size_; ++i) {
            if (!equal(a.data_[i], b.data_[i])) return false;
        }
        return true;
    }

private:
    const T* data_ = nullptr;
    std::size_t size_ = 0;
};

/// A view of bytes in the input or in the caller's buffer, which must outlive it. A type of its own: list<std::uint8_t>
/// is a list of u8.
class bytes : public list<std::uint8_t> {
public:
    using list::list;
};

/// The octets of a string.
inline bytes octets(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }
constexpr bytes octets(bytes data) { return data; }

/// Bytes as a string, unchecked.
inline std::string_view characters(bytes data) { return {reinterpret_cast<const char*>(data.data()), data.size()}; }

}  // namespace tic
