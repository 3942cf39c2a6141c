// One tape while it is written: a connection on which packets are sent, with those that the states require before them.
#pragma once

#include <optional>
#include <string>

#include "conformance/classes/classes.hpp"
#include "conformance/classes/talk.hpp"
#include "conformance/tape/tape.hpp"
#include "conformance/vectors/compose.hpp"
#include "runtime/interpreter/session.hpp"

namespace tic::conformance {

/// Composes good steps, encodes them, decodes them again and observes them. Functions return false if a step is
/// impossible.
class stage {
public:
    stage(const interpreter::program& run, const path_table& paths);

    /// Starts a new tape with one connection.
    void begin(unsigned version);
    /// Starts another connection on the same tape.
    void connect(unsigned version);
    /// Sends a packet, after those that the states require.
    bool send(const root& what, order wanted);
    /// Sends these packets, after those that the states require, all with small values.
    bool talk(const std::vector<sent>& packets, std::uint64_t salt = 0, bool rich = false);
    /// A type alone, or sealed content.
    bool show(const root& what, const order& wanted);

    [[nodiscard]] tape& current() { return tape_; }
    [[nodiscard]] const observer& observed() const { return observer_; }
    [[nodiscard]] observer& recorder() { return observer_; }
    /// All that this tape reached so far.
    [[nodiscard]] const std::set<std::string>& reached() const { return reached_; }
    /// How many codings of the last order were sent, and the path of the last.
    [[nodiscard]] std::size_t taken() const { return composer_.taken(); }
    [[nodiscard]] const std::string& last_path() const { return composer_.last_path(); }
    [[nodiscard]] const interpreter::memory& remembered(side who) const { return live_->sent[who]; }
    /// The connection as it is now, and as it was before the last step.
    [[nodiscard]] const interpreter::session& live() const { return live_->session; }
    [[nodiscard]] const interpreter::session& before() const { return *before_; }
    [[nodiscard]] const interpreter::session_states& states() const { return live_->session.states(); }

private:
    bool send_now(const root& what, const order& wanted);
    void push(step s);

    struct connected {
        unsigned version;
        per_side<interpreter::memory> sent;
        interpreter::session session;
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
