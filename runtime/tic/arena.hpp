// A bump allocator over the caller's buffer, for the lists, kept strings and sealed contents of decoded packets. It
// owns and frees nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <new>
#include <span>
#include <type_traits>

namespace tic {

namespace detail {

/// Constant evaluation has no raw memory: there, each array is allocated with new and freed with the arena.
struct arena_block {
    arena_block* next = nullptr;
    constexpr virtual ~arena_block() = default;
};
template <class T>
struct arena_items final : arena_block {
    T* items;
    constexpr explicit arena_items(std::size_t count) : items(new T[count]{}) {}
    constexpr ~arena_items() override { delete[] items; }
    arena_items(const arena_items&) = delete;
    arena_items& operator=(const arena_items&) = delete;
};

}  // namespace detail

/// Allocates arrays from the caller's buffer until it is full. The buffer must outlive what was allocated; `clear` and
/// `rewind` invalidate it.
class arena {
public:
    constexpr arena() = default;
    template <class Byte, std::size_t N>
    requires(sizeof(Byte) == 1 && std::is_trivial_v<Byte>) explicit arena(std::span<Byte, N> buffer)
        : begin_(reinterpret_cast<unsigned char*>(buffer.data())), size_(buffer.size()) {}
    template <class Byte, std::size_t N>
    requires(sizeof(Byte) == 1 && std::is_trivial_v<Byte>) explicit arena(Byte (&buffer)[N])
        : arena(std::span<Byte, N>(buffer)) {}
    arena(const arena&) = delete;
    arena& operator=(const arena&) = delete;
    constexpr ~arena() {
        while (blocks_ != nullptr) {
            detail::arena_block* const next = blocks_->next;
            delete blocks_;
            blocks_ = next;
        }
    }

    /// An array of `count` default-constructed values, aligned for T; nullptr if there is no room.
    template <class T>
    [[nodiscard]] constexpr T* make(std::size_t count) {
        static_assert(std::is_trivially_destructible_v<T>);
        if (std::is_constant_evaluated()) {
            auto* const block = new detail::arena_items<T>(count);
            block->next = blocks_;
            blocks_ = block;
            return block->items;
        }
        return place<T>(count);
    }

    /// Bytes allocated, padding included.
    [[nodiscard]] constexpr std::size_t used() const { return used_; }
    [[nodiscard]] constexpr std::size_t left() const { return size_ - used_; }
    /// Frees what was allocated since `used()` was `mark`.
    constexpr void rewind(std::size_t mark) { used_ = mark; }
    constexpr void clear() { used_ = 0; }

private:
    template <class T>
    T* place(std::size_t count) {
        if (begin_ == nullptr) return nullptr;
        // The padding up to the next multiple of the alignment, which is a power of two. The count is compared by
        // division, since count * sizeof(T) can overflow.
        const std::size_t pad = (0 - reinterpret_cast<std::uintptr_t>(begin_ + used_)) % alignof(T);
        if (pad > left() || count > (left() - pad) / sizeof(T)) return nullptr;
        T* const items = reinterpret_cast<T*>(begin_ + used_ + pad);
        for (std::size_t i = 0; i < count; ++i) new (items + i) T{};
        used_ += pad + count * sizeof(T);
        return items;
    }

    unsigned char* begin_ = nullptr;
    std::size_t size_ = 0;
    std::size_t used_ = 0;
    detail::arena_block* blocks_ = nullptr;
};

/// The largest of some sizes. std::max would need <algorithm>, which takes longer to compile than this folder.
constexpr std::size_t most(std::initializer_list<std::size_t> sizes) {
    std::size_t found = 0;
    for (const std::size_t size : sizes) found = size > found ? size : found;
    return found;
}

/// The bytes of an arena that `count` values of T need at most, each with `inside` more for what it points to.
template <class T>
constexpr std::size_t arena_room(std::size_t count, std::size_t inside = 0) {
    return count == 0 ? 0 : count * (sizeof(T) + inside) + alignof(T) - 1;
}

}  // namespace tic
