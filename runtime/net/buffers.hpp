// Reuses small buffers: the one that was written last is filled next, while it is still in the cache.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tic::net {

/// The spare buffers of the current thread, 128 of 1 KiB at most.
class spare_buffers {
public:
    [[nodiscard]] static std::vector<std::uint8_t> take() {
        auto& all = kept();
        if (all.empty()) return {};
        std::vector<std::uint8_t> made = std::move(all.back());
        all.pop_back();
        return made;
    }
    static void put(std::vector<std::uint8_t>&& done) {
        auto& all = kept();
        if (done.capacity() == 0 || done.capacity() > most_bytes || all.size() == most) return;
        all.push_back(std::move(done));
        all.back().clear();
    }

private:
    static constexpr std::size_t most = 128;
    static constexpr std::size_t most_bytes = 1024;
    static std::vector<std::vector<std::uint8_t>>& kept() {
        thread_local std::vector<std::vector<std::uint8_t>> all;
        return all;
    }
};

}  // namespace tic::net
