// One tape while it is made: a connection on which packets are said, by way of whatever else must be said before.
#pragma once

#include <optional>
#include <string>

#include "conformance/classes/classes.hpp"
#include "conformance/classes/talk.hpp"
#include "conformance/tape/tape.hpp"
#include "conformance/vectors/compose.hpp"
#include "runtime/interpreter/session.hpp"

namespace tic::conformance {

/// Good steps made, encoded, decoded again and observed. Functions answer false where something cannot be said.
class stage {
public:
    stage(const interpreter::program& run, const place_table& places);

    /// A fresh tape with one connection.
    void begin(unsigned version);
    /// One more connection of the same tape.
    void connect(unsigned version);
    /// Says a packet, and before it what the states ask for.
    bool say(const root& what, order wanted);
    /// What the states ask for, and the talk itself, with small packets.
    bool talk(const std::vector<said>& packets, std::uint64_t salt = 0, bool rich = false);
    /// A type alone, or sealed content.
    bool show(const root& what, const order& wanted);

    [[nodiscard]] tape& made() { return tape_; }
    [[nodiscard]] const observer& heard() const { return observer_; }
    [[nodiscard]] observer& ear() { return observer_; }
    /// All that this tape reached so far.
    [[nodiscard]] const std::set<std::string>& reached() const { return reached_; }
    /// How many codings of the last order were said, and where the last stands.
    [[nodiscard]] std::size_t taken() const { return composer_.taken(); }
    [[nodiscard]] const std::string& last_path() const { return composer_.last_path(); }
    [[nodiscard]] const interpreter::memory& remembered(side who) const { return live_->said[who]; }
    /// The connection as it is now, and as it was before the last step.
    [[nodiscard]] const interpreter::session& live() const { return live_->heard; }
    [[nodiscard]] const interpreter::session& before() const { return *before_; }
    [[nodiscard]] const interpreter::session_states& states() const { return live_->heard.states(); }

private:
    bool say_now(const root& what, const order& wanted);
    void push(step s);

    struct connected {
        unsigned version;
        per_side<interpreter::memory> said;
        interpreter::session heard;
    };

    const interpreter::program& run_;
    composer composer_;
    observer observer_;
    tape tape_{};
    std::optional<connected> live_{};
    std::optional<interpreter::session> before_{};
    std::set<std::string> reached_{};
    std::uint64_t salt_ = 0;
};

}  // namespace tic::conformance
