// One direction of a fuzzed connection: bytes on their way, which may be damaged, and where the packets sent end.
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <span>
#include <vector>

#include "tests/fuzz/steering.hpp"

namespace tic::test {

class pipe {
public:
    void send(std::span<const std::uint8_t> packet) {
        on_their_way_.insert(on_their_way_.end(), packet.begin(), packet.end());
        sent_ += packet.size();
        ends_.push_back(sent_);
    }
    /// A copy of its own, so that a sanitizer sees a read beyond its end.
    [[nodiscard]] std::vector<std::uint8_t> take(std::size_t count) {
        const auto size = static_cast<std::ptrdiff_t>(std::min(count, on_their_way_.size()));
        std::vector<std::uint8_t> piece(on_their_way_.begin(), on_their_way_.begin() + size);
        on_their_way_.erase(on_their_way_.begin(), on_their_way_.begin() + size);
        taken_ += piece.size();
        return piece;
    }
    [[nodiscard]] std::size_t size() const { return on_their_way_.size(); }
    [[nodiscard]] bool is_damaged() const { return intact_ != never; }

    /// Flips, drops, repeats or invents bytes.
    void damage(unsigned how, steering& input) {
        if (on_their_way_.empty()) return;
        const std::size_t place = input.byte() % on_their_way_.size();
        const auto at = on_their_way_.begin() + static_cast<std::ptrdiff_t>(place);
        const std::uint8_t value = input.byte();
        const auto count =
            static_cast<std::ptrdiff_t>(1 + value % std::min<std::size_t>(64, on_their_way_.size() - place));
        intact_ = std::min(intact_, taken_ + place);
        switch (how % 4) {
            case 0:
                *at = static_cast<std::uint8_t>(*at ^ (value == 0 ? 1 : value));
                break;
            case 1:
                on_their_way_.erase(at, at + count);
                break;
            case 2: {
                const std::vector<std::uint8_t> again(at, at + count);
                on_their_way_.insert(at, again.begin(), again.end());
                break;
            }
            default:
                on_their_way_.insert(at, value);
        }
    }

    /// A packet was received; whether it ends where it should: before any damage only where the next one sent does.
    [[nodiscard]] bool received(std::size_t bytes) {
        received_ += bytes;
        if (received_ > intact_) return true;
        if (ends_.empty() || ends_.front() != received_) return false;
        ends_.pop_front();
        return true;
    }
    /// Whether all packets sent were received.
    [[nodiscard]] bool is_received() const { return ends_.empty(); }

private:
    static constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

    std::vector<std::uint8_t> on_their_way_{};
    std::deque<std::size_t> ends_{};
    std::size_t sent_ = 0, taken_ = 0, received_ = 0;
    std::size_t intact_ = never;  ///< how many bytes arrive as they were sent
};

}  // namespace tic::test
