// The store and who watches it: both are used by all cores at once.
#pragma once

#include <net/serve.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kv.hpp"

/// Values by key, of a bounded size together.
class store {
public:
    using bytes = std::vector<std::uint8_t>;

    explicit store(std::size_t most = 64U << 20U) : most_(most) {}

    [[nodiscard]] std::optional<bytes> get(std::string_view key) const {
        const std::lock_guard held(lock_);
        const auto found = values_.find(key);
        return found == values_.end() ? std::nullopt : std::optional(found->second);
    }
    /// False where there is no room.
    [[nodiscard]] bool put(std::string_view key, std::span<const std::uint8_t> value) {
        const std::lock_guard held(lock_);
        const auto found = values_.find(key);
        const std::size_t before = found == values_.end() ? 0 : key.size() + found->second.size();
        if (used_ - before + key.size() + value.size() > most_) return false;
        used_ += key.size() + value.size() - before;
        values_.insert_or_assign(std::string(key), bytes(value.begin(), value.end()));
        return true;
    }
    /// False where there was none.
    [[nodiscard]] bool remove(std::string_view key) {
        const std::lock_guard held(lock_);
        const auto found = values_.find(key);
        if (found == values_.end()) return false;
        used_ -= key.size() + found->second.size();
        values_.erase(found);
        return true;
    }

private:
    mutable std::mutex lock_;
    std::size_t most_;
    std::size_t used_ = 0;
    std::map<std::string, bytes, std::less<>> values_;
};

/// Who wants news of which keys: the last prefix that each has asked for.
class watch_list {
public:
    using remote = tic::net::remote<kv::session<tic::side::server>>;

    void add(const void* who, std::string_view prefix, remote how) {
        const std::lock_guard held(lock_);
        all_.insert_or_assign(who, std::pair(std::string(prefix), std::move(how)));
    }
    void drop(const void* who) {
        const std::lock_guard held(lock_);
        all_.erase(who);
    }
    [[nodiscard]] std::vector<remote> watching(std::string_view key) const {
        const std::lock_guard held(lock_);
        std::vector<remote> found;
        for (const auto& [who, watch] : all_) {
            if (key.starts_with(watch.first)) found.push_back(watch.second);
        }
        return found;
    }

private:
    mutable std::mutex lock_;
    std::map<const void*, std::pair<std::string, remote>> all_;
};
