// Token buckets in a table of fixed size. An address has two slots and may come in if either has a token: so one busy
// neighbour in a slot does no harm.
#include "runtime/net/gate.hpp"

#include <algorithm>

namespace tic::net {
namespace {

constexpr std::array<std::uint8_t, 12> mapped_ipv4 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

/// What counts as one place: an IPv4 address, or a /64.
std::uint64_t place_of(const address_bytes& from) {
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

gate::gate(const limits& limit, std::uint64_t seed)
    : most_(limit.connections),
      burst_(static_cast<float>(limit.address_burst)),
      rate_(static_cast<float>(limit.address_rate)),
      seed_(seed),
      buckets_(std::max<std::size_t>(limit.address_slots, 2)) {}

close_reason gate::enter(const address_bytes& from, instant now) {
    const std::lock_guard held(lock_);
    if (inside_ >= most_) return close_reason::too_many_connections;
    if (rate_ > 0 && !takes_token(from, now)) return close_reason::too_many_from_address;
    ++inside_;
    return close_reason::none;
}

void gate::leave() {
    const std::lock_guard held(lock_);
    --inside_;
}

std::size_t gate::inside() const {
    const std::lock_guard held(lock_);
    return inside_;
}

bool gate::takes_token(const address_bytes& from, instant now) {
    const std::uint64_t place = place_of(from) ^ seed_;
    bucket& first = buckets_[mixed(place) % buckets_.size()];
    bucket& second = buckets_[mixed(~place) % buckets_.size()];
    refill(first, now);
    refill(second, now);
    if (std::max(first.tokens, second.tokens) < 1) return false;
    first.tokens = std::max(first.tokens - 1, 0.0F);
    if (&first != &second) second.tokens = std::max(second.tokens - 1, 0.0F);
    return true;
}

void gate::refill(bucket& of, instant now) const {
    const float seconds = std::chrono::duration<float>(now - of.filled).count();
    of.tokens = of.used ? std::min(burst_, of.tokens + rate_ * std::max(seconds, 0.0F)) : burst_;
    of.filled = now;
    of.used = true;
}

}  // namespace tic::net
