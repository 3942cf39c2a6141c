// Token buckets in a hash table of fixed size, so that a flood of addresses takes no memory. An address has two slots
// and is admitted if either has a token: one busy address that shares a slot does no harm.
#include "runtime/net/admission.hpp"

#include <algorithm>

namespace tic::net {
namespace {

constexpr std::array<std::uint8_t, 12> mapped_ipv4 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

/// The addresses that are counted together: an IPv4 address, or an IPv6 /64.
std::uint64_t prefix_of(const address_bytes& from) {
    const bool is_ipv4 = std::equal(mapped_ipv4.begin(), mapped_ipv4.end(), from.begin());
    std::uint64_t made = 0;
    for (std::size_t i = is_ipv4 ? 8 : 0; i < (is_ipv4 ? 16U : 8U); ++i) made = made << 8U | from[i];
    return made;
}

/// The finaliser of splitmix64: every bit of the input moves every bit of the output.
std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
}

}  // namespace

admission_control::admission_control(const limits& limit, std::uint64_t seed)
    : max_connections_(limit.connections),
      burst_(static_cast<float>(limit.address_burst)),
      rate_(static_cast<float>(limit.address_rate)),
      seed_(seed),
      buckets_(std::max<std::size_t>(limit.address_slots, 2)) {}

close_reason admission_control::admit(const address_bytes& from, instant now) {
    const std::lock_guard held(lock_);
    if (connections_ >= max_connections_) return close_reason::too_many_connections;
    if (rate_ > 0 && !takes_token(from, now)) return close_reason::too_many_from_address;
    ++connections_;
    return close_reason::none;
}

void admission_control::release() {
    const std::lock_guard held(lock_);
    --connections_;
}

std::size_t admission_control::connections() const {
    const std::lock_guard held(lock_);
    return connections_;
}

bool admission_control::takes_token(const address_bytes& from, instant now) {
    const std::uint64_t place = prefix_of(from) ^ seed_;
    bucket& first = buckets_[mixed(place) % buckets_.size()];
    bucket& second = buckets_[mixed(~place) % buckets_.size()];
    refill(first, now);
    refill(second, now);
    if (std::max(first.tokens, second.tokens) < 1) return false;
    first.tokens = std::max(first.tokens - 1, 0.0F);
    if (&first != &second) second.tokens = std::max(second.tokens - 1, 0.0F);
    return true;
}

void admission_control::refill(bucket& of, instant now) const {
    const float seconds = std::chrono::duration<float>(now - of.filled).count();
    of.tokens = of.used ? std::min(burst_, of.tokens + rate_ * std::max(seconds, 0.0F)) : burst_;
    of.filled = now;
    of.used = true;
}

}  // namespace tic::net
