// Who may come in: connections in all, and new ones by address, asked before a connection costs anything more.
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <vector>

#include "close_cause.hpp"
#include "limits.hpp"

namespace tic::net {

/// The 16 bytes of an IPv6 address; IPv4 stands in its mapped form.
using address_bytes = std::array<std::uint8_t, 16>;

/// Shared by all cores; its memory does not grow.
class gate {
public:
    gate(const limits& limit, std::uint64_t seed);

    /// `none` lets the connection in; it must then `leave` once.
    [[nodiscard]] close_reason enter(const address_bytes& from, instant now);
    void leave();
    [[nodiscard]] std::size_t inside() const;

private:
    struct bucket {
        float tokens = 0;
        instant filled{};
        bool used = false;
    };

    [[nodiscard]] bool takes_token(const address_bytes& from, instant now);
    void refill(bucket& of, instant now) const;

    mutable std::mutex lock_;
    std::size_t most_;
    float burst_;
    float rate_;
    std::uint64_t seed_;
    std::size_t inside_ = 0;
    std::vector<bucket> buckets_;
};

}  // namespace tic::net
