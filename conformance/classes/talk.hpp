// Explores the states of a session: how each is reached, and the classes of packets that may and may not be sent in it.
// Language page, section 7.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/interpreter/session.hpp"

namespace tic::conformance {

/// A packet that a side sends.
struct sent {
    side who = side::client;
    index packet = none;

    bool operator==(const sent&) const = default;
};

/// A state with the requests that wait for replies, and a shortest sequence of packets that leads there.
struct situation {
    interpreter::session_states states;
    std::vector<sent> talk{};
};

/// Every situation with at most `most_owed` waiting requests, nearest first; the first is the start.
[[nodiscard]] std::vector<situation> explore(const interpreter::program& run, unsigned version, std::size_t most_owed);

/// All packets of both sides in a version, whether or not a state allows them.
[[nodiscard]] std::vector<sent> all_packets(const layout& plan, unsigned version);

/// The classes of sending a packet now: a transition if it is allowed, else a refusal. `state.Ready@2/on:Send`.
[[nodiscard]] std::vector<std::string> session_labels(const interpreter::program& run, unsigned version,
                                                      const interpreter::session_states& now, sent next);

/// A situation and a request that can be sent there repeatedly, until 64 wait for replies.
struct crowd {
    situation from;
    sent request{};
};
[[nodiscard]] std::optional<crowd> find_crowd(const interpreter::program& run, unsigned version);

/// Finds a shortest sequence of packets after which `wanted` is allowed, empty if it is allowed now. False if there is
/// none.
[[nodiscard]] bool find_conversation(const interpreter::program& run, unsigned version,
                                     const interpreter::session_states& from, sent wanted, std::vector<sent>& talk);

}  // namespace tic::conformance
