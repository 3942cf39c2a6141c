// Who is here: the inboxes of one core, which only its thread uses, and the directory of all cores.
#pragma once

#include <array>
#include <mutex>
#include <unordered_map>
#include <utility>

#include <net/serve.hpp>

#include "relay.hpp"
#include "user_table.hpp"

using session = relay::session<tic::side::server>;
using client = tic::net::peer<session>;

class inboxes;

/// On which core each user is; all cores use it at once.
class directory {
public:
    /// Answers where the user was before.
    inboxes* put(relay::UserId user, inboxes* at) {
        shard& in = of(user);
        const std::lock_guard held(in.lock);
        return std::exchange(in.places[user.value], at);
    }
    [[nodiscard]] inboxes* find(relay::UserId user) {
        shard& in = of(user);
        const std::lock_guard held(in.lock);
        const auto found = in.places.find(user.value);
        return found == in.places.end() ? nullptr : found->second;
    }
    /// Nothing where the user has moved on.
    void drop(relay::UserId user, const inboxes* from) {
        shard& in = of(user);
        const std::lock_guard held(in.lock);
        const auto found = in.places.find(user.value);
        if (found != in.places.end() && found->second == from) in.places.erase(found);
    }

private:
    struct shard {
        std::mutex lock;
        std::unordered_map<std::uint32_t, inboxes*> places;
    };
    shard& of(relay::UserId user) { return shards_[user.value % shards_.size()]; }

    std::array<shard, 64> shards_;
};

/// Users of one core and their connections. What is for a user of another core is posted there.
class inboxes {
public:
    explicit inboxes(directory& all) : all_(all) {}

    /// Whoever had the inbox before is closed, wherever that is.
    void enter(relay::UserId user, client& by) {
        if (!home_) home_ = by.home();
        if (client* const before = here_.put(user.value, &by)) before->close();
        inboxes* const elsewhere = all_.put(user, this);
        if (elsewhere == nullptr || elsewhere == this) return;
        elsewhere->home_([elsewhere, user] {
            if (elsewhere->all_.find(user) != elsewhere) elsewhere->close(user);
        });
    }
    void leave(relay::UserId user, const client& by) {
        if (here_.find(user.value) != &by) return;
        here_.erase(user.value);
        all_.drop(user, this);
    }
    /// Says it to the user if that is on this core.
    template <class Packet>
    [[nodiscard]] bool send(relay::UserId to, const Packet& packet) const {
        client* const found = here_.find(to.value);
        return found != nullptr && found->send(packet) == tic::reason::ok;
    }
    /// Calls `what` with the inboxes of the core where the user is, on its thread; false where that is this core or
    /// none.
    template <class Do>
    [[nodiscard]] bool post_to(relay::UserId user, Do what) {
        inboxes* const there = all_.find(user);
        if (there == nullptr || there == this) return false;
        there->home_([there, what = std::move(what)] { what(*there); });
        return true;
    }

private:
    void close(relay::UserId user) {
        if (client* const found = here_.find(user.value)) found->close();
    }

    directory& all_;
    tic::net::poster home_;  ///< set before anybody else finds a user here
    user_table<client*> here_;
};
