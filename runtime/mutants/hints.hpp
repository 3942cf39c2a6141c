// Hinted fields of mutated code: the functions of hints.hpp with a switch in each.
#pragma once

#include <tic/hints.hpp>
#include "deviation.hpp"

namespace tic::mutants {

/// A flag as written: whether the value is the predicted one.
inline std::uint64_t flag_of(bool hit) { return (hit != (now == deviation::inverted)) ? 1 : 0; }

template <class Out, class Value, class Plain>
void write_is(Out& out, const Value& v, const Value& usual, Plain&& plain) {
    const bool hit = v == usual && now != deviation::plain_written;
    out.put(flag_of(hit), 1);
    if (!hit) plain();
}
template <class In, class Value, class Plain>
bool read_is(In& in, Value& v, const Value& usual, std::uint32_t at, Plain&& plain) {
    const std::uint64_t first = in.position();
    std::uint64_t flag = 0;
    if (!in.fixed(flag, 1, at)) return false;
    if (flag == flag_of(true)) {
        v = usual;
        return true;
    }
    if (!plain()) return false;
    return !(v == usual) || now == deviation::plain_accepted || in.refuse(reason::non_canonical, first, at);
}

template <class Out, class Last, class Value, class Plain>
void write_same(Out& out, const Value& v, Last& last, Plain&& plain) {
    const bool hit = last.is(v) && now != deviation::plain_written;
    if (last.known || now == deviation::flag_at_first) out.put(flag_of(hit), 1);
    if (!hit) plain();
    if (now != deviation::not_remembered || !last.known) last.set(v);
}
template <bool = true, class In, class Last, class Value, class Plain>
bool read_same(In& in, Value& v, Last& last, std::uint32_t at, Plain&& plain) {
    const std::uint64_t first = in.position();
    if (last.known || now == deviation::flag_at_first) {
        std::uint64_t flag = 0;
        if (!in.fixed(flag, 1, at)) return false;
        if (flag == flag_of(true)) {
            if constexpr (std::is_same_v<Value, bytes>)
                return keep(in, last.value.view(), v, at);
            else
                return keep(in, last.value, v, at);
        }
    }
    if (!plain()) return false;
    if (last.is(v) && now != deviation::plain_accepted) return in.refuse(reason::non_canonical, first, at);
    if (now != deviation::not_remembered || !last.known) last.set(v);
    return true;
}

template <class Out, class Plain>
void write_same_of_two(Out& out, std::uint64_t v, same_number& last, Plain&& plain) {
    if (last.known)
        out.put(flag_of(last.value == v), 1);
    else
        plain();
    if (now != deviation::not_remembered || !last.known) last.set(v);
}
template <bool = true, class In, class Plain>
bool read_same_of_two(In& in, std::uint64_t& v, same_number& last, std::uint64_t both, std::uint32_t at,
                      Plain&& plain) {
    if (last.known) {
        std::uint64_t flag = 0;
        if (!in.fixed(flag, 1, at)) return false;
        v = flag == flag_of(true) ? last.value : both - last.value;
    } else if (!plain()) {
        return false;
    }
    if (now != deviation::not_remembered || !last.known) last.set(v);
    return true;
}

template <class Out>
void write_step(Out& out, std::uint64_t v, std::uint64_t& cell, std::int64_t delta, unsigned k, unsigned wrap_bits) {
    const std::uint64_t usual = now == deviation::prediction_lost ? 0 : cell;
    out.put_exp_golomb(zigzag(residual(v, usual, delta, wrap_bits)) ^ (now == deviation::sign_mirrored ? 1 : 0), k);
    if (now != deviation::not_remembered) cell = v;
}
template <bool = true, class In>
bool read_step(In& in, std::uint64_t& v, std::uint64_t& cell, std::int64_t delta, unsigned k, unsigned wrap_bits,
               std::uint64_t low, std::uint64_t span, std::uint32_t at) {
    const std::uint64_t first = in.position();
    std::uint64_t x = 0;
    if (!in.exp_golomb(x, k, at)) return false;
    const std::uint64_t usual = now == deviation::prediction_lost ? 0 : cell;
    const predicted p =
        apply_residual(unzigzag(x ^ (now == deviation::sign_mirrored ? 1 : 0)), usual, delta, low, span, wrap_bits);
    if (!p.ok && now != deviation::range_unchecked) return in.refuse(reason::range, first, at);
    v = p.value;
    if (now != deviation::not_remembered) cell = v;
    return true;
}

template <class Table>
unsigned miss_of(const Table& table) {
    return now == deviation::miss_as_capacity ? table.capacity() : table.count();
}

template <class Out, class Table, class Value, class Plain>
void write_recent(Out& out, const Value& v, Table& table, Plain&& plain) {
    const unsigned rank = now == deviation::plain_written ? table.count() : table.find(v);
    const unsigned k = now == deviation::rank_of_order_one ? 1 : 0;
    const bool hit = rank < table.count();
    out.put_exp_golomb(hit ? rank : miss_of(table), k);
    if (hit) return table.touch(rank);
    plain();
    if (table.find(v) == table.count()) table.enter(v);
}
template <class In, class Table, class Value, class Plain>
bool read_recent(In& in, Value& v, Table& table, std::uint32_t at, Plain&& plain) {
    const std::uint64_t first = in.position();
    const unsigned k = now == deviation::rank_of_order_one ? 1 : 0;
    std::uint64_t rank = 0;
    if (!in.exp_golomb(rank, k, at)) return false;
    if (rank < table.count()) {
        if (!keep(in, table.at(static_cast<unsigned>(rank)), v, at)) return false;
        table.touch(static_cast<unsigned>(rank));
        return true;
    }
    if (rank != miss_of(table) && now != deviation::rank_beyond) return in.refuse(reason::range, first, at);
    if (!plain()) return false;
    const unsigned known = table.find(v);
    if (known < table.count()) {
        if (now != deviation::plain_accepted) return in.refuse(reason::non_canonical, first, at);
        table.touch(known);
        return true;
    }
    table.enter(v);
    return true;
}

}  // namespace tic::mutants
