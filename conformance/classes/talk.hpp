// The states of a session explored: how each is reached, and the classes of what may and may not be said in it.
// Language page, section 7.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/interpreter/session.hpp"

namespace tic::conformance {

/// A packet said by a side.
struct said {
    side who = side::client;
    index packet = none;

    bool operator==(const said&) const = default;
};

/// A state with its requests owed, and the shortest talk that leads there.
struct situation {
    interpreter::session_states states;
    std::vector<said> talk{};
};

/// Every situation with at most `most_owed` requests owed, nearest first; the start is the first.
[[nodiscard]] std::vector<situation> explore(const interpreter::program& run, unsigned version, std::size_t most_owed);

/// What a side can say in a version, whether or not a state allows it.
[[nodiscard]] std::vector<said> all_packets(const layout& plan, unsigned version);

/// Classes of saying a packet now: a transition where it is allowed, else a refusal. `state.Ready@2/on:Send`.
[[nodiscard]] std::vector<std::string> talk_labels(const interpreter::program& run, unsigned version,
                                                   const interpreter::session_states& now, said next);

/// A situation and a request that can be said there again and again, until 64 are owed.
struct crowd {
    situation from;
    said request{};
};
[[nodiscard]] std::optional<crowd> find_crowd(const interpreter::program& run, unsigned version);

/// The least talk that makes a packet allowed, or nothing if none is found; an empty one if it is now.
[[nodiscard]] bool find_talk(const interpreter::program& run, unsigned version, const interpreter::session_states& from,
                             said wanted, std::vector<said>& talk);

}  // namespace tic::conformance
