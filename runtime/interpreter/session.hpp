// What may be said now, and both directions of one connection read in the order they were said. Language page,
// section 7.
#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
#include <variant>

#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/memory.hpp"
#include "runtime/interpreter/program.hpp"

namespace tic::interpreter {

/// Whether a packet may be said: yes, no, or it comes after `Closed` and is ignored.
enum class permission : std::uint8_t { ok, wrong_state, ignored };

/// The states of one connection: requests owed, barriers, pushes.
class session_states {
public:
    static constexpr std::size_t max_owed = 64;

    session_states(const program& run, unsigned version);

    /// Whether the client (the server) may say the packet now; nothing changes.
    [[nodiscard]] permission client_may_send(index packet) const;
    [[nodiscard]] permission server_may_send(index packet) const;
    [[nodiscard]] permission may_send(side who, index packet) const;
    /// It was said: the state moves, unless the answer is not ok.
    permission client_sent(index packet);
    permission server_sent(index packet);
    permission on_sent(side who, index packet);

    [[nodiscard]] bool is_closed() const { return state_ == closed_state; }
    [[nodiscard]] std::string_view state_name() const;
    [[nodiscard]] std::size_t owed() const { return owed_.size(); }
    /// Rules of the requests owed a reply, oldest first: indices into the layout's.
    [[nodiscard]] const std::deque<index>& owed_rules() const { return owed_; }
    /// The oldest request still owed a reply, or none.
    [[nodiscard]] index oldest_owed() const { return owed_.empty() ? none : run_->plan().rules[owed_.front()].packet; }

private:
    [[nodiscard]] index find_rule(index packet) const;
    [[nodiscard]] index find_reply(index packet) const;
    void go(index state);

    const program* run_;
    unsigned version_;
    index state_;
    std::deque<index> owed_;  ///< rules of the requests owed a reply, oldest first
};

/// A packet arrived after `Closed` and was not looked at.
struct ignored {};

/// One connection: memory of both directions and the states.
class session {
public:
    session(const program& run, unsigned version);

    /// Reads the next packet of a side. After a refusal other than `truncated` the connection is over for the caller.
    [[nodiscard]] std::variant<decoded, refusal, ignored> receive(side who, std::span<const std::uint8_t> bytes,
                                                                  extent expected = extent::alone,
                                                                  const trace_sink* trace = nullptr);

    [[nodiscard]] const session_states& states() const { return states_; }
    [[nodiscard]] memory& memory_of(side who) { return remembered_[who]; }
    [[nodiscard]] const memory& memory_of(side who) const { return remembered_[who]; }

private:
    const program* run_;
    unsigned version_;
    session_states states_;
    per_side<memory> remembered_;
};

}  // namespace tic::interpreter
