// How a primitive goes wrong while one place of a packet is coded: a scoped switch that reader, writer, hints and
// tables look at.
#pragma once

#include <cstdint>
#include <type_traits>

namespace tic::mutants {

enum class deviation : std::uint8_t {
    none,
    // numbers
    digits_reversed,   ///< the least significant digit first
    bytes_swapped,     ///< the least significant byte first
    long_codes_first,  ///< truncated binary gives its short codes to the greatest values
    sign_mirrored,     ///< zigzag gives its odd numbers to what is not negative
    range_unchecked,
    overlong_accepted,
    // strings
    fill_ignored,
    fill_of_ones,
    unaligned,
    aligned_when_empty,
    utf8_unchecked,
    utf8_surrogates,  ///< accepted
    utf8_overlong,    ///< sequences longer than need be are accepted
    utf8_beyond,      ///< what lies beyond U+10FFFF is accepted
    utf8_cut,         ///< a last sequence that is cut is accepted
    // hints
    inverted,        ///< the flag's meaning
    plain_accepted,  ///< what is predicted may be spelled plainly
    plain_written,
    not_remembered,
    flag_at_first,      ///< a flag although there is no last value
    prediction_lost,    ///< as if 0 were predicted
    rank_beyond,        ///< a rank behind the count means a new value
    rank_of_order_one,  ///< exp_golomb(1)
    miss_as_capacity,   ///< a new value is told by the capacity, not the count
    // tables
    not_moved,
    moved_one_rank,
    entered_last,
    not_entered,
    evicts_first,
    capacity_more,
    capacity_less,
    entry_kept,  ///< what stood beside the value that fell out stands beside the new one
    // refusals
    told_bit,
    told_more,
    told_reason,
    told_path,       ///< the place before
    told_next_path,  ///< the place behind
    told_no_element,
};

/// What goes wrong now.
inline deviation now = deviation::none;

/// Makes one primitive go wrong to the end of a block.
class deviate {
public:
    // Deviations are of the run: in constant evaluation nothing deviates.
    constexpr explicit deviate(deviation how) : before_(std::is_constant_evaluated() ? deviation::none : now) {
        if (!std::is_constant_evaluated()) now = how;
    }
    constexpr ~deviate() {
        if (!std::is_constant_evaluated()) now = before_;
    }
    deviate(const deviate&) = delete;
    deviate& operator=(const deviate&) = delete;

private:
    deviation before_;
};

}  // namespace tic::mutants
