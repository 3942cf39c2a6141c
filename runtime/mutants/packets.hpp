// How one packet of mutated code is coded: as in codec.hpp, written plainly, with a switch in each step.
#pragma once

#include <algorithm>
#include <array>

#include <tic/codec.hpp>
#include "active_mutant.hpp"
#include "memory.hpp"
#include "reader.hpp"
#include "writer.hpp"

namespace tic::mutants {

/// The numbers of the mutants of a packet as a whole; 0: has no such mutant.
struct packet_mutants {
    unsigned final_fill_ignored = 0;
    unsigned final_fill_of_ones = 0;
    unsigned trailing_accepted = 0;
    unsigned cut_accepted = 0;        ///< bits that lack are zeros
    unsigned refusal_remembered = 0;  ///< memory is left as a refused packet made it
    unsigned failure_remembered = 0;  ///< an encoder remembers a value that it could not write
    unsigned empty_is_nothing = 0;    ///< a packet of no bits is written as no byte
    unsigned kept = 0;                ///< a new connection begins with the memory of an old one
};

/// Whether a mutant is active; 0 is none.
inline bool is_active(unsigned number) { return number != 0 && active_mutant == number; }

/// The policy (tic/codec.hpp, has_policy) of mutated codecs; `Codec::mutants` are its packet_mutants.
struct packet_policy {
    template <class Codec, class Packet, class Memory>
    static result<std::size_t> write(const Packet& v, std::span<std::uint8_t> out, Memory& m, unsigned version) {
        constexpr packet_mutants numbers = Codec::mutants;
        const Memory before = m;
        writer to(out);
        Codec::write(to, v, version, m);
        const deviate with(is_active(numbers.final_fill_of_ones) ? deviation::fill_of_ones : deviation::none);
        const std::size_t size = to.finish(is_active(numbers.empty_is_nothing));
        if (to.overflowed()) {
            m = before;
            return error{.why = reason::no_room};
        }
        if (is_active(numbers.kept)) kept<Memory> = m;
        return size;
    }

    template <class Codec, class Packet, class Memory>
    static result<std::size_t> encode(const Packet& v, std::span<std::uint8_t> out, Memory& m, unsigned version) {
        check_failure wrong;
        if (Codec::check(v, version, wrong)) return write<Codec>(v, out, m, version);
        if (is_active(Codec::mutants.failure_remembered)) {
            writer nowhere({});
            Codec::write(nowhere, v, version, m);
        }
        return error{.why = reason::bad_value, .bit = 0, .more = 0, .at = wrong.at};
    }

    template <class Codec, class Packet, class Memory>
    static result<decoded<Packet>> decode_once(std::span<const std::uint8_t> in, Memory& m, unsigned version,
                                               arena& room, bool alone) {
        constexpr packet_mutants numbers = Codec::mutants;
        const Memory before = m;
        const std::size_t mark = room.used();
        decoded<Packet> made;
        reader from(in, room);
        std::uint32_t root = 0;
        if (Codec::read(from, made.packet, version, m, root)) {
            const deviate with(is_active(numbers.final_fill_ignored) ? deviation::fill_ignored : deviation::none);
            if (from.finish(made.bytes, alone && !is_active(numbers.trailing_accepted), root)) {
                if (is_active(numbers.kept)) kept<Memory> = m;
                return made;
            }
        }
        if (!is_active(numbers.refusal_remembered)) m = before;
        room.rewind(mark);
        return from.refused();
    }

    template <class Codec, class Packet, class Memory>
    static result<decoded<Packet>> decode(std::span<const std::uint8_t> in, Memory& m, unsigned version, arena& room,
                                          bool alone) {
        auto first = decode_once<Codec, Packet>(in, m, version, room, alone);
        static std::array<std::uint8_t, 1 << 17> longer;
        if (first.ok() || !is_active(Codec::mutants.cut_accepted) || in.size() + 64 > longer.size()) return first;
        longer.fill(0);
        std::copy(in.begin(), in.end(), longer.begin());
        auto second = decode_once<Codec, Packet>({longer.data(), in.size() + 64}, m, version, room, false);
        if (!second.ok() || second->bytes <= in.size()) return first;
        second->bytes = in.size();
        return second;
    }
};

}  // namespace tic::mutants
