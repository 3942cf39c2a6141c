// The bit reader of mutated code: exact_reader.hpp with a switch in each step. Whatever goes wrong, it stays within
// its bytes.
#pragma once

#include <tic/arena.hpp>
#include <tic/codes.hpp>
#include <tic/prefix.hpp>
#include <tic/result.hpp>
#include <tic/utf8.hpp>
#include <tic/views.hpp>
#include "deviation.hpp"

namespace tic::mutants {

/// utf8_prefix of utf8.hpp, but for what `now` accepts.
inline std::size_t lax_utf8_prefix(std::span<const std::uint8_t> text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::uint8_t lead = text[at];
        std::size_t length = lead < 0x80 ? 1 : detail::sequence_length(text.data() + at, text.size() - at);
        const std::size_t wanted = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        std::size_t tails = 0;
        while (tails + 1 < wanted && at + 1 + tails < text.size() && (text[at + 1 + tails] & 0xc0) == 0x80) ++tails;
        const bool is_whole = length == 0 && lead >= 0xc0 && tails + 1 == wanted;
        if (now == deviation::utf8_surrogates && is_whole && lead == 0xed) length = 3;
        if (now == deviation::utf8_overlong && is_whole && (lead < 0xc2 || (lead & 0x0f) == 0)) length = wanted;
        if (now == deviation::utf8_beyond && is_whole && lead >= 0xf4) length = 4;
        if (now == deviation::utf8_cut && length == 0 && lead >= 0xc2 && at + 1 + tails == text.size())
            length = 1 + tails;
        if (length == 0) return at;
        at += length;
    }
    return at;
}

class reader {
public:
    static constexpr bool is_exact = true;

    reader(std::span<const std::uint8_t> in, arena& room) : in_(in), room_(&room) {}

    [[gnu::noinline]] bool fixed(std::uint64_t& x, unsigned count, std::uint32_t at) {
        return take(x, read_fixed(in_, count), at);
    }
    [[gnu::noinline]] bool truncated_binary(std::uint64_t& x, std::uint64_t span, std::uint32_t at) {
        return take(x, read_truncated_binary(in_, span), at);
    }
    [[gnu::noinline]] bool exp_golomb(std::uint64_t& x, unsigned k, std::uint32_t at) {
        bit_reader before = in_;
        const read_result read = read_exp_golomb(in_, k);
        if (now != deviation::overlong_accepted || read.why != reason::overlong) return take(x, read, at);
        const auto zeros = static_cast<unsigned>(64 - k);  // and all that they announce
        in_ = before;
        if (in_.left() < zeros) return take(x, read, at);
        in_.skip(zeros);
        return fixed(x, in_.left() < 64 ? static_cast<unsigned>(in_.left()) : 64, at);
    }

    template <std::size_t N, unsigned Longest>
    [[gnu::noinline]] bool prefix(std::uint64_t& x, const prefix_reader<N, Longest>& codes, std::uint32_t at) {
        const prefix_found found = codes.find(in_.peek(in_.position(), 16));
        x = found.member;
        if (found.length > in_.left()) return take(x, detail::lacks(in_, found.length - in_.left()), at);
        in_.skip(found.length);
        return true;
    }

    [[gnu::noinline]] bool octets(bytes& to, std::uint64_t count, std::uint32_t at) {
        to = {};
        if (now == deviation::unaligned) return unaligned(to, count, at);
        const auto fill = static_cast<unsigned>((8 - in_.position() % 8) % 8);
        if (count == 0) {
            if (now == deviation::aligned_when_empty) in_.skip(fill);
            return true;
        }
        if (now == deviation::fill_ignored) in_.skip(fill);
        std::uint64_t nothing = 0;
        if (!take(nothing, read_fill(in_, count), at)) return false;
        const auto taken = in_.take_bytes(static_cast<std::size_t>(count));
        to = {taken.data(), taken.size()};
        return true;
    }
    [[gnu::noinline]] bool utf8(bytes& to, std::uint64_t count, std::uint32_t at) {
        if (!octets(to, count, at)) return false;
        if (now == deviation::utf8_unchecked) return true;
        const std::size_t good = lax_utf8_prefix({to.data(), to.size()});
        return good == to.size() || refuse(reason::bad_utf8, in_.position() - (to.size() - good) * 8, at);
    }

    [[nodiscard]] std::uint64_t position() const { return in_.position(); }
    [[nodiscard]] std::uint64_t left() const { return in_.left(); }

    [[gnu::noinline]] bool refuse(reason why, std::uint64_t bit, std::uint32_t at) {
        refused_.why = now != deviation::told_reason ? why
                       : why == reason::range        ? reason::non_canonical
                                                     : reason::range;
        refused_.bit = bit + (now == deviation::told_bit ? 1 : 0);
        if (now == deviation::told_more && why == reason::truncated) ++refused_.more;
        refused_.at.id = at + (now == deviation::told_next_path ? 1 : 0) - (now == deviation::told_path ? 1 : 0);
        loses_element_ = now == deviation::told_no_element;
        return false;
    }
    [[gnu::noinline]] bool in_element(std::uint32_t i) {
        if (loses_element_) return false;
        place& at = refused_.at;
        for (std::size_t k = place::max_depth - 1; k > 0; --k) at.indices[k] = at.indices[k - 1];
        at.indices[0] = i;
        if (at.depth < place::max_depth) ++at.depth;
        return false;
    }

    /// Nothing is noted: who reads keeps a copy of memory.
    struct no_log {
        template <class T>
        static constexpr bool save(T&) {
            return true;
        }
    };
    template <class T>
    static constexpr bool save(T&) {
        return true;
    }
    [[nodiscard]] static constexpr no_log log() { return {}; }
    [[nodiscard]] arena& room() { return *room_; }

    /// The fill and the end of what is called `at`.
    bool finish(std::size_t& used, bool alone, std::uint32_t at) {
        if (now == deviation::fill_ignored && in_.position() != 0) in_.skip((8 - in_.position() % 8) % 8);
        std::uint64_t nothing = 0;
        if (in_.position() == 0 || in_.position() % 8 != 0) {
            if (!take(nothing, read_final_fill(in_), at)) return false;
        }
        used = static_cast<std::size_t>(in_.position() / 8);
        return !alone || in_.left() == 0 || refuse(reason::trailing, in_.position(), at);
    }

    [[nodiscard]] const error& refused() const { return refused_; }

private:
    bool take(std::uint64_t& x, const read_result& read, std::uint32_t at) {
        x = read.value;
        if (read.ok()) return true;
        refused_.more = (read.more + 7) / 8;
        return refuse(read.why, read.bit, at);
    }

    /// Octets that begin in the middle of a byte, as a copy.
    bool unaligned(bytes& to, std::uint64_t count, std::uint32_t at) {
        std::uint64_t nothing = 0;
        const std::uint64_t whole = in_.left() / 8;
        if (count > whole) return take(nothing, detail::lacks(in_, (count - whole) * 8), at);
        auto* const copy = room_->make<std::uint8_t>(static_cast<std::size_t>(count));
        if (copy == nullptr) return count == 0 || refuse(reason::no_room, in_.position(), at);
        for (std::size_t i = 0; i < count; ++i, in_.skip(8))
            copy[i] = static_cast<std::uint8_t>(in_.peek(in_.position(), 8));
        to = {copy, static_cast<std::size_t>(count)};
        return true;
    }

    bit_reader in_;
    arena* room_;
    error refused_{};
    bool loses_element_ = false;
};

}  // namespace tic::mutants
