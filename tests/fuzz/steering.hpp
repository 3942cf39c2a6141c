// The input of a fuzzer, read from the front: what lacks is zero, so that every input means something.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tic::test {

class steering {
public:
    explicit steering(std::span<const std::uint8_t> input) : rest_(input) {}

    [[nodiscard]] bool empty() const { return rest_.empty(); }
    std::uint8_t byte() {
        if (rest_.empty()) return 0;
        const std::uint8_t first = rest_[0];
        rest_ = rest_.subspan(1);
        return first;
    }
    /// As many bytes as there are, at most `count`.
    std::span<const std::uint8_t> take(std::size_t count) {
        const auto taken = rest_.first(std::min(count, rest_.size()));
        rest_ = rest_.subspan(taken.size());
        return taken;
    }

private:
    std::span<const std::uint8_t> rest_;
};

/// The first difference found in one input, empty while there is none.
struct verdict_text {
    std::string text{};
    void require(bool holds, std::string_view otherwise) {
        if (!holds && text.empty()) text = otherwise;
    }
    [[nodiscard]] bool found() const { return !text.empty(); }
};

}  // namespace tic::test
