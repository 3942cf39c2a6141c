// A tape played with the interpreter: values and bytes are held against each other, and what is missing is filled in.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "conformance/tape/parse.hpp"
#include "conformance/tape/tape.hpp"
#include "runtime/interpreter/session.hpp"

namespace tic::conformance {

/// The connections of one tape between two steps. Copies are cheap enough for trials.
class player {
public:
    /// The tape's program and connections are used, not its steps.
    explicit player(const tape& of);

    /// Plays the next step: its bytes or values are filled in from each other, bound values too. False if it cannot
    /// stand there; what is wrong is added, and the tape cannot go on.
    bool play(step& next, std::vector<problem>& problems);

    [[nodiscard]] const interpreter::session& at(unsigned connection) const { return sessions_[connection]; }

private:
    struct known {
        interpreter::value content{};
        std::string domain{};
        where at{};
    };

    bool write_missing(step& next);
    bool read_back(step& next, interpreter::value& found);
    bool receive(step& next, interpreter::value& found);
    bool fill_bound(step& next);
    bool take_bound(step& next, interpreter::value& found);
    void bind(const std::string& name, known what);
    [[nodiscard]] const std::string* name_of(std::string_view domain, const interpreter::value& content) const;
    bool agree(const step& next, const interpreter::value& found);
    bool fail(const step& at, std::string text);

    const interpreter::program* run_;
    std::vector<interpreter::session> sessions_{};
    std::map<std::string, known, std::less<>> bound_{};
    /// The names bound to values of that number and those octets; what else they hold may differ.
    std::map<std::pair<std::uint64_t, std::string>, std::set<std::string>> named_{};
    std::vector<problem>* problems_ = nullptr;
};

/// The struct of a packet, or the type of a lone value.
[[nodiscard]] index type_of(const interpreter::program& run, const step& of);

/// Plays all steps of a tape, without its bad lines. True if all of them are valid.
bool play_tape(tape& of, std::vector<problem>& problems);

}  // namespace tic::conformance
