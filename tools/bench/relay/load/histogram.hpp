// Times in nanoseconds by their size: buckets below 1 % wide, as in HDR histograms.
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace tic::bench {

class histogram {
public:
    /// What never came; larger than any time.
    static constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

    void add(std::int64_t time, std::uint64_t times = 1) {
        counts_[bucket_of(time)] += times;
        count_ += times;
        if (time > most_) most_ = time;
    }
    [[nodiscard]] std::uint64_t count() const { return count_; }
    [[nodiscard]] std::int64_t most() const { return most_; }
    /// The time that this share of all do not exceed, from 0 to 1: the largest of its bucket. 0 where there is none.
    [[nodiscard]] std::int64_t at_share(double share) const {
        const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count_)));
        std::uint64_t seen = 0;
        for (std::size_t i = 0; i < buckets; ++i) {
            seen += counts_[i];
            if (seen >= wanted && seen > 0) return largest_of(i) < most_ ? largest_of(i) : most_;
        }
        return most_;
    }

private:
    static constexpr unsigned fine_bits = 7;  // buckets of an octave: 128
    static constexpr std::size_t fine = std::size_t{1} << fine_bits;
    static constexpr std::size_t buckets = (64 - fine_bits) * fine;

    static std::size_t bucket_of(std::int64_t time) {
        const std::uint64_t value = time < 0 ? 0 : static_cast<std::uint64_t>(time);
        if (value < fine) return value;
        const auto octave = static_cast<unsigned>(std::bit_width(value)) - 1 - fine_bits;
        return (octave + 1) * fine + ((value >> octave) - fine);
    }
    static std::int64_t largest_of(std::size_t bucket) {
        if (bucket < fine) return static_cast<std::int64_t>(bucket);
        const std::size_t octave = bucket / fine - 1;
        return static_cast<std::int64_t>(((bucket % fine + fine + 1) << octave) - 1);
    }

    std::array<std::uint64_t, buckets> counts_{};
    std::uint64_t count_ = 0;
    std::int64_t most_ = 0;
};

}  // namespace tic::bench
