// What comes after a field and how memory is used over a connection. It decides which behaviour can be observed: an
// implementation that forgets a slot, or reads one bit too few at the end of a packet, differs from a correct one only
// if something uses that memory again, or comes after that field.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "runtime/layout/layout.hpp"

namespace tic {

/// Sets hold members (fields, arms) by version. Where the order of packets is not known, all orders are possible, so
/// the sets may be too large, never too small.
struct usage {
    /// After these a packet, sealed content or lone value can hold more bits.
    std::set<std::pair<index, unsigned>> followed;
    /// The same up to the next octets that are always there: their fill begins a new byte, whatever comes before.
    std::set<std::pair<index, unsigned>> followed_inside;
    /// By slot and version: how many codings can use one memory; 3 means 3 or more.
    std::map<std::pair<index, unsigned>, unsigned> codings;
    /// These may find their memory used before. Of a list: it may be coded a second time, or puts used memory aside.
    std::set<std::pair<index, unsigned>> used_before;
    /// Lists that put memory aside while they are open, where something else may use that memory outside of them.
    std::set<std::pair<index, unsigned>> seen_behind;

    /// Whether a set holds a member in one of the versions.
    [[nodiscard]] static bool is_in(const std::set<std::pair<index, unsigned>>& some, index member,
                                    const std::vector<unsigned>& versions) {
        return std::ranges::any_of(versions, [&](unsigned v) { return some.contains({member, v}); });
    }
    /// The greatest of `codings` of a slot in the versions.
    [[nodiscard]] unsigned of(index slot, const std::vector<unsigned>& versions) const {
        unsigned most = 0;
        for (const unsigned v : versions)
            if (const auto found = codings.find({slot, v}); found != codings.end())
                most = std::max(most, found->second);
        return most;
    }
};
[[nodiscard]] usage usage_of(const layout& plan);

/// history.cpp: adds `used_before` and `seen_behind` of a version.
void add_history(const layout& plan, unsigned version, usage& to);

/// The slots that a lone value of a type uses once at most, so that each is fresh when it is used.
[[nodiscard]] std::set<index> used_once(const layout& plan, index type, unsigned version);
/// Whether a value can use memory and then still turn out invalid, so that the memory has to be restored.
[[nodiscard]] bool may_fail_behind_memory(const layout& plan, const usage& used, index type, unsigned version);

}  // namespace tic
