// Admission control: limits all connections, and new ones by address, before an accepted connection costs anything
// more.
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <vector>

#include "close_cause.hpp"
#include "limits.hpp"

namespace tic::net {

/// The 16 bytes of an IPv6 address; IPv4 addresses in their mapped form.
using address_bytes = std::array<std::uint8_t, 16>;

/// Shared by all cores and thread-safe; its memory does not grow.
class admission_control {
public:
    admission_control(const limits& limit, std::uint64_t seed);

    /// Returns `none` if the connection is admitted, and must be released with `release` at its end; otherwise the
    /// reason.
    [[nodiscard]] close_reason admit(const address_bytes& from, instant now);
    void release();
    [[nodiscard]] std::size_t connections() const;

private:
    struct bucket {
        float tokens = 0;
        instant filled{};
        bool used = false;
    };

    [[nodiscard]] bool takes_token(const address_bytes& from, instant now);
    void refill(bucket& of, instant now) const;

    mutable std::mutex lock_;
    std::size_t max_connections_;
    float burst_;
    float rate_;
    std::uint64_t seed_;
    std::size_t connections_ = 0;
    std::vector<bucket> buckets_;
};

}  // namespace tic::net
