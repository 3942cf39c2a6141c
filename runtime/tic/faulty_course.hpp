// The course of one packet of code with faults: codec.hpp's, told plainly, with a switch in each step.
#pragma once

#include <algorithm>
#include <array>

#include "active_fault.hpp"
#include "codec.hpp"
#include "faulty_memory.hpp"
#include "faulty_reader.hpp"
#include "faulty_writer.hpp"

namespace tic::faulty {

/// The numbers of what may go wrong with a packet as a whole; 0: has no such fault.
struct packet_faults {
    unsigned final_fill_ignored = 0;
    unsigned final_fill_of_ones = 0;
    unsigned trailing_accepted = 0;
    unsigned cut_accepted = 0;        ///< bits that lack are zeros
    unsigned refusal_remembered = 0;  ///< memory is left as a refused packet made it
    unsigned failure_remembered = 0;  ///< an encoder remembers a value that it could not write
    unsigned empty_is_nothing = 0;    ///< a packet of no bits is written as no byte
    unsigned kept = 0;                ///< a new connection begins with the memory of an old one
};

/// Whether the fault is active; 0 is none.
inline bool is_on(unsigned number) { return number != 0 && active_fault == number; }

/// What codec.hpp asks of a codec that has a course of its own; `Codec::faults` are its packet_faults.
struct course {
    template <class Codec, class Packet, class Memory>
    static result<std::size_t> write(const Packet& v, std::span<std::uint8_t> out, Memory& m, unsigned version) {
        constexpr packet_faults faults = Codec::faults;
        const Memory before = m;
        writer to(out);
        Codec::write(to, v, version, m);
        const twist with(is_on(faults.final_fill_of_ones) ? bend::fill_of_ones : bend::none);
        const std::size_t size = to.finish(is_on(faults.empty_is_nothing));
        if (to.overflowed()) {
            m = before;
            return error{.why = reason::no_room};
        }
        if (is_on(faults.kept)) kept<Memory> = m;
        return size;
    }

    template <class Codec, class Packet, class Memory>
    static result<std::size_t> encode(const Packet& v, std::span<std::uint8_t> out, Memory& m, unsigned version) {
        check_failure wrong;
        if (Codec::check(v, version, wrong)) return write<Codec>(v, out, m, version);
        if (is_on(Codec::faults.failure_remembered)) {
            writer nowhere({});
            Codec::write(nowhere, v, version, m);
        }
        return error{.why = reason::bad_value, .bit = 0, .more = 0, .at = wrong.at};
    }

    template <class Codec, class Packet, class Memory>
    static result<decoded<Packet>> decode_once(std::span<const std::uint8_t> in, Memory& m, unsigned version,
                                               arena& room, bool alone) {
        constexpr packet_faults faults = Codec::faults;
        const Memory before = m;
        const std::size_t mark = room.used();
        decoded<Packet> made;
        reader from(in, room);
        std::uint32_t root = 0;
        if (Codec::read(from, made.packet, version, m, root)) {
            const twist with(is_on(faults.final_fill_ignored) ? bend::fill_ignored : bend::none);
            if (from.finish(made.bytes, alone && !is_on(faults.trailing_accepted), root)) {
                if (is_on(faults.kept)) kept<Memory> = m;
                return made;
            }
        }
        if (!is_on(faults.refusal_remembered)) m = before;
        room.rewind(mark);
        return from.refused();
    }

    template <class Codec, class Packet, class Memory>
    static result<decoded<Packet>> decode(std::span<const std::uint8_t> in, Memory& m, unsigned version, arena& room,
                                          bool alone) {
        auto first = decode_once<Codec, Packet>(in, m, version, room, alone);
        static std::array<std::uint8_t, 1 << 17> longer;
        if (first.ok() || !is_on(Codec::faults.cut_accepted) || in.size() + 64 > longer.size()) return first;
        longer.fill(0);
        std::copy(in.begin(), in.end(), longer.begin());
        auto second = decode_once<Codec, Packet>({longer.data(), in.size() + 64}, m, version, room, false);
        if (!second.ok() || second->bytes <= in.size()) return first;
        second->bytes = in.size();
        return second;
    }
};

}  // namespace tic::faulty
