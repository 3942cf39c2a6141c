// The primitives never allocate: a program in which operator new fails.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <new>

#include "runtime/tic/codes.hpp"
#include "runtime/tic/remembered.hpp"
#include "runtime/tic/utf8.hpp"

void* operator new(std::size_t) { std::abort(); }
void* operator new[](std::size_t) { std::abort(); }
void operator delete(void*) noexcept {}
void operator delete(void*, std::size_t) noexcept {}
void operator delete[](void*) noexcept {}
void operator delete[](void*, std::size_t) noexcept {}

int main() {
    std::array<std::uint8_t, 64> bytes{};
    tic::bit_writer out(bytes);
    tic::write_exp_golomb(out, 12345, 4);
    tic::write_truncated_binary(out, 3, 4);
    tic::write_fixed(out, 9, 40);
    out.put_bytes(std::span(bytes).first(0));
    const std::size_t size = out.finish();
    tic::bit_reader in(std::span<const std::uint8_t>(bytes).first(size));
    bool good = tic::read_exp_golomb(in, 4).value == 12345 && tic::read_truncated_binary(in, 4).value == 3 &&
                tic::read_fixed(in, 40).value == 9;
    good = good && tic::read_final_fill(in).ok() && tic::read_fixed(in, 1).why == tic::reason::truncated;
    good = good && tic::utf8_prefix(std::span<const std::uint8_t>(bytes).first(0)) == 0;
    tic::number_table<64, 64> table;
    for (std::uint64_t i = 0; i < 100; ++i) table.enter(i);
    good = good && table.find(99) == 0 && table.find(36) == 63 && table.find(35) == 64;
    if (!good) std::puts("a primitive gave the wrong answer");
    return good ? 0 : 1;
}
