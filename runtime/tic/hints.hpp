// Writing and reading one field with its hint, as generated code calls it. Language page, section 6. `plain` writes or
// reads the value's plain code. Values were checked before they are written. `at` is the id of the field's path.
#pragma once

#include "fast_writer.hpp"
#include "memory.hpp"
#include "patterns.hpp"
#include "remembered.hpp"
#include "result.hpp"

namespace tic {

/// Copies bytes of the memory into the arena, since the next packet may change the memory.
template <class In>
constexpr bool keep(In& in, bytes from, bytes& to, std::uint32_t at) {
    to = {};
    if (from.empty()) return true;
    auto* const copy = in.room().template make<std::uint8_t>(from.size());
    if (copy == nullptr) return in.refuse(reason::no_room, in.position(), at);
    for (std::size_t i = 0; i < from.size(); ++i) copy[i] = from[i];
    to = {copy, from.size()};
    return true;
}
template <class In>
[[gnu::always_inline]] constexpr bool keep(In&, std::uint64_t from, std::uint64_t& to, std::uint32_t) {
    to = from;
    return true;
}

/// Plain numbers: v from low on, in a domain of span + 1 values. Readers refuse codes outside it with `range`.
template <class Out>
[[gnu::always_inline]] constexpr void put_fixed(Out& out, std::uint64_t v, std::uint64_t low, unsigned bits) {
    out.put(v - low, bits);
}
template <class Out>
[[gnu::always_inline]] constexpr void put_twos(Out& out, std::uint64_t v, unsigned bits) {
    out.put(detail::low_digits(v, bits), bits);
}
template <class Out>
[[gnu::always_inline]] constexpr void put_truncated_binary(Out& out, std::uint64_t v, std::uint64_t low,
                                                           std::uint64_t span) {
    out.put_truncated_binary(v - low, span);
}
template <class Out>
[[gnu::always_inline]] constexpr void put_exp_golomb(Out& out, std::uint64_t v, std::uint64_t low, std::uint64_t span,
                                                     unsigned k) {
    out.put_exp_golomb(v - low, k, span);
}
template <class Out>
[[gnu::always_inline]] constexpr void put_zigzag(Out& out, std::uint64_t v, unsigned k) {
    out.put_exp_golomb(zigzag(static_cast<std::int64_t>(v)), k);
}
template <class In>
[[gnu::always_inline]] constexpr bool get_fixed(In& in, std::uint64_t& v, std::uint64_t low, unsigned bits,
                                                std::uint32_t at) {
    if (!in.fixed(v, bits, at)) return false;
    v += low;
    return true;
}
template <class In>
[[gnu::always_inline]] constexpr bool get_twos(In& in, std::uint64_t& v, unsigned bits, std::uint32_t at) {
    if (!in.fixed(v, bits, at)) return false;
    v = extend_sign(v, bits);
    return true;
}
template <class In>
[[gnu::always_inline]] constexpr bool get_truncated_binary(In& in, std::uint64_t& v, std::uint64_t low,
                                                           std::uint64_t span, std::uint32_t at) {
    if (!in.truncated_binary(v, span, at)) return false;
    v += low;
    return true;
}
template <class In>
[[gnu::always_inline]] constexpr bool get_exp_golomb(In& in, std::uint64_t& v, std::uint64_t low, std::uint64_t span,
                                                     unsigned k, std::uint32_t at) {
    const std::uint64_t first = in.position();
    if (!in.exp_golomb(v, k, at)) return false;
    if (v > span) [[unlikely]]
        return in.refuse(reason::range, first, at);
    v += low;
    return true;
}
template <class In>
[[gnu::always_inline]] constexpr bool get_zigzag(In& in, std::uint64_t& v, std::uint64_t low, std::uint64_t span,
                                                 unsigned k, std::uint32_t at) {
    const std::uint64_t first = in.position();
    if (!in.exp_golomb(v, k, at)) return false;
    v = static_cast<std::uint64_t>(unzigzag(v));
    if (v - low > span) [[unlikely]]
        return in.refuse(reason::range, first, at);
    return true;
}

/// `~ is C`.
template <class Out, class Value, class Plain>
[[gnu::always_inline]] constexpr void write_is(Out& out, const Value& v, const Value& usual, Plain&& plain) {
    if (v == usual) return out.put(1, 1);
    out.put(0, 1);
    plain();
}
template <class In, class Value, class Plain>
[[gnu::always_inline]] constexpr bool read_is(In& in, Value& v, const Value& usual, std::uint32_t at, Plain&& plain) {
    const std::uint64_t first = in.position();
    std::uint64_t flag = 0;
    if (!in.fixed(flag, 1, at)) return false;
    if (flag != 0) {
        v = usual;
        return true;
    }
    if (!plain()) return false;
    if (v == usual) [[unlikely]]
        return in.refuse(reason::non_canonical, first, at);
    return true;
}

/// `~ last`, `~ cell`: the difference from the prediction, `cell + delta`. Readers save what they change, unless the
/// cell is a local variable (`Undo` false).
template <class Out>
[[gnu::always_inline]] constexpr void write_step(Out& out, std::uint64_t v, std::uint64_t& cell, std::int64_t delta,
                                                 unsigned k, unsigned wrap_bits) {
    out.put_exp_golomb(zigzag(residual(v, cell, delta, wrap_bits)), k,
                       wrap_bits == 0 ? ~std::uint64_t{0} : (std::uint64_t{1} << wrap_bits) - 1);
    cell = v;
}
template <bool Undo = true, class In>
[[gnu::always_inline]] constexpr bool read_step(In& in, std::uint64_t& v, std::uint64_t& cell, std::int64_t delta,
                                                unsigned k, unsigned wrap_bits, std::uint64_t low, std::uint64_t span,
                                                std::uint32_t at) {
    const std::uint64_t first = in.position();
    std::uint64_t x = 0;
    if (!in.exp_golomb(x, k, at)) return false;
    const predicted p = apply_residual(unzigzag(x), cell, delta, low, span, wrap_bits);
    if (!p.ok) [[unlikely]]
        return in.refuse(reason::range, first, at);
    if constexpr (Undo) {
        if (!in.save(cell)) [[unlikely]]
            return false;
    }
    cell = v = p.value;
    return true;
}

/// `~ same`: one bit, and the plain value if it is 0; without a last value the plain value alone.
template <class Out, class Last, class Value, class Plain>
[[gnu::always_inline]] constexpr void write_same(Out& out, const Value& v, Last& last, Plain&& plain) {
    if (last.is(v)) return out.put(1, 1);
    if (last.known) out.put(0, 1);
    plain();
    last.set(v);
}
template <bool Undo = true, class In, class Last, class Value, class Plain>
[[gnu::always_inline]] constexpr bool read_same(In& in, Value& v, Last& last, std::uint32_t at, Plain&& plain) {
    const std::uint64_t first = in.position();
    if (last.known) {
        std::uint64_t flag = 0;
        if (!in.fixed(flag, 1, at)) return false;
        if (flag != 0) {
            if constexpr (std::is_same_v<Value, bytes>)
                return keep(in, last.value.view(), v, at);
            else
                return keep(in, last.value, v, at);
        }
    }
    if (!plain()) return false;
    if (last.is(v)) [[unlikely]]
        return in.refuse(reason::non_canonical, first, at);
    if constexpr (Undo) {
        if (!in.save(last)) [[unlikely]]
            return false;
    }
    last.set(v);
    return true;
}

/// `~ same` of a domain of two values whose sum is `both`: the bit is enough.
template <class Out, class Plain>
[[gnu::always_inline]] constexpr void write_same_of_two(Out& out, std::uint64_t v, same_number& last, Plain&& plain) {
    if (last.known) {
        out.put(last.value == v ? 1 : 0, 1);
    } else {
        plain();
    }
    last.set(v);
}
template <bool Undo = true, class In, class Plain>
[[gnu::always_inline]] constexpr bool read_same_of_two(In& in, std::uint64_t& v, same_number& last, std::uint64_t both,
                                                       std::uint32_t at, Plain&& plain) {
    if (last.known) {
        std::uint64_t flag = 0;
        if (!in.fixed(flag, 1, at)) return false;
        v = flag != 0 ? last.value : both - last.value;
    } else if (!plain()) {
        return false;
    }
    if constexpr (Undo) {
        if (!in.save(last)) [[unlikely]]
            return false;
    }
    last.set(v);
    return true;
}

/// Whether a table has the value. Not inlined: only new values need it.
template <class Table, class Value>
[[nodiscard]] [[gnu::noinline]] constexpr bool holds(const Table& table, const Value& v) {
    return table.find(v) < table.count();
}

/// `~ recent(n)`, `~ table`: the rank, or the count and the plain value.
template <class Out, class Table, class Value, class Plain>
[[gnu::always_inline]] constexpr void write_recent(Out& out, const Value& v, Table& table, Plain&& plain) {
    const unsigned rank = table.find(v);
    out.put_exp_golomb(rank, 0, 64);
    if (rank < table.count()) return table.touch(rank);
    plain();
    table.enter(v);
}
template <class In, class Table, class Value, class Plain>
[[gnu::always_inline]] constexpr bool read_recent(In& in, Value& v, Table& table, std::uint32_t at, Plain&& plain) {
    const std::uint64_t first = in.position();
    std::uint64_t rank = 0;
    if (!in.exp_golomb(rank, 0, at)) return false;
    if (rank == 0 && table.count() != 0) return keep(in, table.at(0), v, at);
    if (rank < table.count()) {
        if (!keep(in, table.at(static_cast<unsigned>(rank)), v, at) || !table.save_order(in.log())) return false;
        table.touch(static_cast<unsigned>(rank));
        return true;
    }
    if (rank > table.count()) [[unlikely]]
        return in.refuse(reason::range, first, at);
    if (!plain()) return false;
    if (holds(table, v)) [[unlikely]]
        return in.refuse(reason::non_canonical, first, at);
    if (!table.save_enter(in.log())) [[unlikely]]
        return false;
    table.enter(v);
    return true;
}

}  // namespace tic
