// What follows a place, and how often memory is used: a fault that no use can show is not made.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "runtime/layout/layout.hpp"

namespace tic {

struct usage {
    /// Members, with versions, behind which a packet, content or lone value can hold more.
    std::set<std::pair<index, unsigned>> followed;
    /// The same, but where nothing comes before octets that are always there, which begin a byte anyway.
    std::set<std::pair<index, unsigned>> followed_inside;
    /// By slot and version: how often one memory is used at most; 3 is many.
    std::map<std::pair<index, unsigned>, unsigned> codings;
    /// Members, with versions, that may find their memory used already; of a list also: that may be open a second time.
    std::set<std::pair<index, unsigned>> used_before;
    /// Lists' members, with versions, where somebody may see what they leave in the memory that they put aside.
    std::set<std::pair<index, unsigned>> seen_behind;

    /// Whether one of these sets has a member in one of the versions.
    [[nodiscard]] static bool is_in(const std::set<std::pair<index, unsigned>>& some, index member,
                                    const std::vector<unsigned>& versions) {
        return std::ranges::any_of(versions, [&](unsigned v) { return some.contains({member, v}); });
    }
    [[nodiscard]] unsigned of(index slot, const std::vector<unsigned>& versions) const {
        unsigned most = 0;
        for (const unsigned v : versions)
            if (const auto found = codings.find({slot, v}); found != codings.end())
                most = std::max(most, found->second);
        return most;
    }
};
[[nodiscard]] usage usage_of(const layout& plan);

/// history.cpp: what comes before members and behind lists.
void add_history(const layout& plan, unsigned version, usage& to);

/// Memory that a lone value of a type uses once at most, so that nothing is ever known there.
[[nodiscard]] std::set<index> used_once(const layout& plan, index type, unsigned version);
/// Whether memory can be changed and the same packet go wrong afterwards.
[[nodiscard]] bool may_fail_behind_memory(const layout& plan, const usage& used, index type, unsigned version);

}  // namespace tic
