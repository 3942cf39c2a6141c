// Packets that are wrong on purpose: one departure in writing, one refusal let pass in reading, so that conformance can
// show that nothing else is wrong.
#pragma once

#include <cstdint>
#include <string>

#include "runtime/tic/result.hpp"

namespace tic::interpreter {

enum class departure : std::uint8_t {
    unchecked,  ///< a number, length or count outside its domain, octets that are no UTF-8
    plain,      ///< the plain form of what is predicted
    rank,       ///< a rank one beyond the table's count
    overlong,   ///< more zeros before an Exp-Golomb code than any may have
    newer,      ///< sealed content of the version behind the file's newest, laid out for the one said
};

/// One departure from the encoding, at the first code of that path where it fits.
struct deviation {
    departure is = departure::unchecked;
    std::string path{};  ///< as refusals spell it: `Ack.seq`
    bool done = false;
};

/// One refusal that is let pass, once.
struct tolerance {
    reason why = reason::ok;
    std::uint64_t bit = 0;
    std::uint64_t instead = 0;  ///< what a rank or version that cannot be is read as
    bool used = false;

    bool meets(reason told, std::uint64_t at) {
        if (used || told != why || at != bit) return false;
        return used = true;
    }
};

}  // namespace tic::interpreter
