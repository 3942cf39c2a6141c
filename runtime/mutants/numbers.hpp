// Plain numbers of mutated code: the functions of hints.hpp with a switch in each.
#pragma once

#include <tic/hints.hpp>
#include "deviation.hpp"

namespace tic::mutants {

/// The digits of a number in the order that `now` says.
inline std::uint64_t deviating_digits(std::uint64_t x, unsigned bits) {
    std::uint64_t made = 0;
    if (now == deviation::digits_reversed) {
        for (unsigned i = 0; i < bits; ++i) made = made << 1 | (x >> i & 1);
    } else if (now == deviation::bytes_swapped) {
        for (unsigned i = 0; i < bits; i += 8) made = made << 8 | (x >> i & 0xff);
    } else {
        made = x;
    }
    return made;
}

template <class Out>
void put_fixed(Out& out, std::uint64_t v, std::uint64_t low, unsigned bits) {
    out.put(deviating_digits(detail::low_digits(v - low, bits), bits), bits);
}
template <class Out>
void put_twos(Out& out, std::uint64_t v, unsigned bits) {
    mutants::put_fixed(out, v, 0, bits);
}
template <class In>
bool get_fixed(In& in, std::uint64_t& v, std::uint64_t low, unsigned bits, std::uint32_t at) {
    if (!in.fixed(v, bits, at)) return false;
    v = deviating_digits(v, bits) + low;
    return true;
}
template <class In>
bool get_twos(In& in, std::uint64_t& v, unsigned bits, std::uint32_t at) {
    if (!mutants::get_fixed(in, v, 0, bits, at)) return false;
    v = extend_sign(v, bits);
    return true;
}

template <class Out>
void put_truncated_binary(Out& out, std::uint64_t v, std::uint64_t low, std::uint64_t span) {
    const std::uint64_t x = v - low;
    out.put_truncated_binary(now == deviation::long_codes_first ? span - x : x, span);
}
template <class In>
bool get_truncated_binary(In& in, std::uint64_t& v, std::uint64_t low, std::uint64_t span, std::uint32_t at) {
    if (!in.truncated_binary(v, span, at)) return false;
    v = (now == deviation::long_codes_first ? span - v : v) + low;
    return true;
}

template <class Out>
void put_zigzag(Out& out, std::uint64_t v, unsigned k) {
    out.put_exp_golomb(zigzag(static_cast<std::int64_t>(v)) ^ (now == deviation::sign_mirrored ? 1 : 0), k);
}
template <class In>
bool get_zigzag(In& in, std::uint64_t& v, std::uint64_t low, std::uint64_t span, unsigned k, std::uint32_t at) {
    const std::uint64_t first = in.position();
    if (!in.exp_golomb(v, k, at)) return false;
    v = static_cast<std::uint64_t>(unzigzag(v ^ (now == deviation::sign_mirrored ? 1 : 0)));
    return v - low <= span || now == deviation::range_unchecked || in.refuse(reason::range, first, at);
}

template <class Out>
void put_exp_golomb(Out& out, std::uint64_t v, std::uint64_t low, std::uint64_t span, unsigned k) {
    out.put_exp_golomb(v - low, k, span);
}
template <class In>
bool get_exp_golomb(In& in, std::uint64_t& v, std::uint64_t low, std::uint64_t span, unsigned k, std::uint32_t at) {
    const std::uint64_t first = in.position();
    if (!in.exp_golomb(v, k, at)) return false;
    if (v > span && now != deviation::range_unchecked) return in.refuse(reason::range, first, at);
    v += low;
    return true;
}

}  // namespace tic::mutants
