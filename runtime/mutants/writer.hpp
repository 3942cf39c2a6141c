// The bit writer of mutated code: the bits of fast_writer.hpp with a switch in each step. Numbers that a mutant made
// too large for their code are cut.
#pragma once

#include <tic/bits.hpp>
#include <tic/codes.hpp>
#include <tic/views.hpp>
#include "deviation.hpp"

namespace tic::mutants {

class writer {
public:
    explicit writer(std::span<std::uint8_t> out) : out_(out) {}

    [[gnu::noinline]] void put(std::uint64_t v, unsigned count) {
        const unsigned most = count < 64 ? count : 64;
        if (most != 0) out_.put(detail::low_digits(v, most), most);
    }
    [[gnu::noinline]] void put_truncated_binary(std::uint64_t x, std::uint64_t span) {
        write_truncated_binary(out_, x <= span ? x : span, span);
    }
    [[gnu::noinline]] void put_exp_golomb(std::uint64_t x, unsigned k, std::uint64_t = 0) {
        write_exp_golomb(out_, exp_golomb_holds(x, k) ? x : ~std::uint64_t{0} - (std::uint64_t{1} << k), k);
    }

    [[gnu::noinline]] void put_bytes(bytes data) {
        if (now == deviation::unaligned) {
            for (const std::uint8_t each : data) put(each, 8);
            return;
        }
        if (data.empty() && now != deviation::aligned_when_empty) return;
        fill();
        out_.put_bytes({data.data(), data.size()});
    }

    /// Fills the last byte, or leaves a packet of no bits without one where `is_empty_nothing`.
    std::size_t finish(bool is_empty_nothing) {
        if (is_empty_nothing && out_.position() == 0) return 0;
        if (out_.position() == 0) out_.put(0, 8);
        fill();
        return out_.finish();
    }

    [[nodiscard]] bool overflowed() const { return out_.overflowed(); }

private:
    void fill() {
        const auto count = static_cast<unsigned>((8 - out_.position() % 8) % 8);
        if (count != 0) out_.put(now == deviation::fill_of_ones ? (std::uint64_t{1} << count) - 1 : 0, count);
    }

    bit_writer out_;
};

}  // namespace tic::mutants
