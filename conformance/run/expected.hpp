// Known failures: lines `PATTERN VERDICT # REASON`, which go stale loudly.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/run/verdict.hpp"

namespace tic::conformance {

/// Whether an id is meant: `*` stands for anything but `/`, `**` for anything.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view id);

class expectations {
public:
    /// Reads the file's text; nothing, and `wrong` (`FILE:LINE: …`), if a line is broken.
    [[nodiscard]] static std::optional<expectations> read(std::string file, std::string_view text, std::string& wrong);

    /// Finds what each line is about. Empty, or `FILE:LINE: …` of a line that is about too much.
    [[nodiscard]] std::string bind(std::span<const test_case* const> all);
    /// Turns an outcome into what it is in the light of its line: xfail, xpass, or unexpected.
    void weigh(outcome& one);
    /// What lines deserve that hold no more, `FILE:LINE: …` each; with `ran`, lines whose cases did not run are left
    /// alone.
    [[nodiscard]] std::vector<std::string> stale() const;

    /// The text that would let the run end as expected.
    [[nodiscard]] std::string fixed() const;
    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

private:
    struct entry {
        unsigned line = 0;  ///< 0: not in the file yet
        std::string pattern{};
        verdict is = verdict::fail;
        std::string reason{};
        std::size_t matched = 0;
        std::vector<std::string> held{};  ///< ids that came out as it says
        std::vector<outcome> others{};    ///< that came out otherwise, not well
        std::size_t well = 0;             ///< that passed
    };
    [[nodiscard]] entry* find(std::string_view id);
    [[nodiscard]] std::string location(const entry& one) const;

    std::string file_{};
    std::vector<std::string> lines_{};
    std::vector<entry> entries_{};
    std::vector<entry> fresh_{};  ///< failures without a line
};

}  // namespace tic::conformance
