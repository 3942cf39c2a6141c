// What every generated header includes, and how one packet is coded: check and write; or read, and undo all if it is
// refused. Language page, sections 4 to 6 and 9.
#pragma once

#include "arena.hpp"
#include "construct.hpp"
#include "fast_reader.hpp"
#include "fast_writer.hpp"
#include "hints.hpp"
#include "path.hpp"
#include "patterns.hpp"
#include "prefix.hpp"
#include "remembered.hpp"
#include "result.hpp"
#include "views.hpp"

namespace tic {

/// The path of the value that is outside its domain, collected on the way out of a check.
struct check_failure {
    place at{};
    /// The field itself; false, for the check to return.
    [[gnu::cold]] constexpr bool in(std::uint32_t id) {
        at.id = id;
        return false;
    }
    /// A list around it.
    [[gnu::cold]] constexpr bool in_element(std::size_t i) {
        note_element(at, static_cast<std::uint32_t>(i));
        return false;
    }
};

/// The code of an enum value or of a union's arm, in tables by ordinal; `dead` if the version has no such member.
struct prefix_out {
    static constexpr std::uint8_t dead = 0xff;
    std::uint16_t code = 0;
    std::uint8_t length = dead;
};

/// Whether the version has this member.
template <std::size_t N>
[[gnu::always_inline]] constexpr bool lives(const prefix_out (&codes)[N], std::uint64_t member) {
    return member < N && codes[member].length != prefix_out::dead;
}
template <class Out, std::size_t N>
[[gnu::always_inline]] constexpr void put_prefix(Out& out, const prefix_out (&codes)[N], std::uint64_t member) {
    out.put(codes[member].code, codes[member].length);
}

/// Whether a string is in its domain: a length of low to low + span bytes, and for text also UTF-8.
[[gnu::always_inline]] constexpr bool fits_octets(bytes data, std::uint64_t low, std::uint64_t span) {
    return data.size() - low <= span;
}
constexpr bool fits_text(bytes data, std::uint64_t low, std::uint64_t span) {
    return fits_octets(data, low, span) && is_utf8(data.data(), data.size());
}

/// A packet and its size in bytes.
template <class Packet>
struct decoded {
    Packet packet{};
    std::size_t bytes = 0;

    constexpr decoded() = default;
    constexpr explicit decoded(unset_t to_fill) : packet(unset(to_fill)) {}

private:
    static constexpr Packet unset([[maybe_unused]] unset_t to_fill) {
        if constexpr (std::is_constructible_v<Packet, unset_t>)
            return Packet(to_fill);
        else
            return Packet{};
    }
};

/// Whether the bytes are one packet (further ones are `trailing`) or the beginning of a stream.
enum class extent : std::uint8_t { alone, stream };

/// The one hook of generated code: a codec, or the protocol of a session, may name a type `policy`. A codec's has the
/// functions `encode`, `write` and `decode` of one packet, with the parameters of encode_packet, detail::write_packet
/// and decode_packet (`alone` in place of `how`) and the codec as their first template argument; a protocol's has the
/// type `states_type`, which replaces `session_states` (states.hpp). Codecs that do not name one, as all codecs that
/// ship, pay nothing for it.
template <class Codec>
concept has_policy = requires {
    typename Codec::policy;
};

namespace detail {

template <class Codec, class Packet, class Memory>
[[gnu::noinline]] constexpr result<std::size_t> write_packet(const Packet& v, std::span<std::uint8_t> out, Memory& m,
                                                             unsigned version) {
    if constexpr (has_policy<Codec>) {
        return Codec::policy::template write<Codec>(v, out, m, version);
    } else {
        fast_writer writer(out);
        Codec::write(writer, v, version, m);
        const std::size_t size = writer.finish();
        if (writer.overflowed()) [[unlikely]]
            return error{.why = reason::no_room};
        return size;
    }
}

/// For less room than the longest packet needs: only here can writing fail after memory has changed, so it works on a
/// copy.
template <class Codec, class Packet, class Memory>
[[gnu::cold, gnu::noinline]] constexpr result<std::size_t> write_tightly(const Packet& v, std::span<std::uint8_t> out,
                                                                         Memory& m, unsigned version) {
    Memory copy = m;
    const result<std::size_t> written = write_packet<Codec>(v, out, copy, version);
    if (written.ok()) m = copy;
    return written;
}

}  // namespace detail

/// Checks the value, then writes it; returns its size in bytes. Fails with `bad_value`, or with `no_room` if `out` is
/// shorter than the packet (never with `Codec::max_bytes`). After a failure the memory is as it was.
///
/// The check is a pass of its own, so that writing needs no way back: it neither fails nor undoes.
template <class Codec, class Packet, class Memory>
[[gnu::always_inline]] constexpr result<std::size_t> encode_packet(const Packet& v, std::span<std::uint8_t> out,
                                                                   Memory& m, unsigned version) {
    if constexpr (has_policy<Codec>) {
        return Codec::policy::template encode<Codec>(v, out, m, version);
    } else {
        check_failure wrong;
        if (!Codec::check(v, version, wrong)) [[unlikely]]
            return error{.why = reason::bad_value, .bit = 0, .more = 0, .at = wrong.at};
        if (out.size() >= Codec::max_bytes) [[likely]]
            return detail::write_packet<Codec>(v, out, m, version);
        return detail::write_tightly<Codec>(v, out, m, version);
    }
}

namespace detail {

/// Without `logs`, the caller undoes the changes of memory.
template <class Codec, class Packet, class Memory>
constexpr result<decoded<Packet>> decode_once(std::span<const std::uint8_t> in, Memory& m, unsigned version,
                                              arena& room, bool alone, bool logs);

/// For constant evaluation, which has no raw bytes to log, and for packets that change more than the log holds.
template <class Codec, class Packet, class Memory>
[[gnu::cold, gnu::noinline]] constexpr result<decoded<Packet>> decode_with_copy(std::span<const std::uint8_t> in,
                                                                                Memory& m, unsigned version,
                                                                                arena& room, bool alone) {
    const Memory before = m;
    const auto answer = decode_once<Codec, Packet>(in, m, version, room, alone, false);
    if (!answer.ok()) m = before;
    return answer;
}

/// Undoes what the refused packet changed. Out of line, so that a good packet pays nothing for it, and into the
/// caller's object, so that the caller's result is built in place.
template <class Codec, class Packet, class Memory>
[[gnu::cold, gnu::noinline]] constexpr void take_back(const reading& from, Memory& m, unsigned version, bool alone,
                                                      std::size_t mark, result<decoded<Packet>>& answer) {
    from.log.rollback();
    from.room.rewind(mark);
    if (from.log.was_full())
        answer = decode_with_copy<Codec, Packet>(from.in, m, version, from.room, alone);
    else
        answer = from.refused;
}

template <class Codec, class Packet, class Memory>
[[gnu::noinline]] constexpr result<decoded<Packet>> decode_once(std::span<const std::uint8_t> in, Memory& m,
                                                                unsigned version, arena& room, bool alone, bool logs) {
    undo_log log(logs);
    error refused;
    const reading from{in, log, room, refused};
    const std::size_t mark = room.used();
    result<decoded<Packet>> answer{unset_t{}};
    decoded<Packet>& to = answer.value();
    if (std::is_constant_evaluated()) to = {};
    fast_reader reader(from);
    std::uint32_t root = 0;
    if (Codec::read(reader, to.packet, version, m, root) && reader.finish(to.bytes, alone, root)) [[likely]]
        return answer;
    take_back<Codec>(from, m, version, alone, mark, answer);
    return answer;
}

}  // namespace detail

/// Reads one packet. After a failure memory and arena are as they were.
template <class Codec, class Packet, class Memory>
constexpr result<decoded<Packet>> decode_packet(std::span<const std::uint8_t> in, Memory& m, unsigned version,
                                                arena& room, extent how) {
    const bool alone = how == extent::alone;
    if constexpr (has_policy<Codec>) {
        return Codec::policy::template decode<Codec, Packet>(in, m, version, room, alone);
    } else {
        if (std::is_constant_evaluated()) return detail::decode_with_copy<Codec, Packet>(in, m, version, room, alone);
        return detail::decode_once<Codec, Packet>(in, m, version, room, alone, true);
    }
}

/// A list's elements. A count can claim more elements than the input holds: only as many are allocated as the bits that
/// are left could hold, at `least_bits` each (section 9).
template <class T, class In, class Read>
[[gnu::always_inline]] constexpr bool read_list(In& in, list<T>& to, std::uint64_t count, std::uint64_t least_bits,
                                                std::uint32_t at, Read&& read) {
    to = {};
    if (count == 0) return true;
    const std::uint64_t most = in.left() / least_bits;
    const std::size_t reserved = static_cast<std::size_t>(count < most ? count : most);
    T* const items = in.room().template make<T>(reserved);
    if (items == nullptr && reserved != 0) return in.refuse(reason::no_room, in.position(), at);
    T spare{};  // reading the element behind those reserved must fail, for want of bits
    for (std::size_t i = 0; i < count; ++i) {
        if (!read(i < reserved ? items[i] : spare)) [[unlikely]]
            return in.in_element(static_cast<std::uint32_t>(i));
        if (i == reserved) [[unlikely]]
            return false;
    }
    to = {items, reserved};
    return true;
}

}  // namespace tic
