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

/// Whether a pattern matches an id: `*` is any text without `/`, `**` any text.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view id);

class expectations {
public:
    /// Reads the file's text; nothing, and `wrong` (`FILE:LINE: …`), if a line is broken.
    [[nodiscard]] static std::optional<expectations> read(std::string file, std::string_view text, std::string& wrong);

    /// Matches each line with cases. Empty, or `FILE:LINE: …` of a line that matches too many.
    [[nodiscard]] std::string bind(std::span<const test_case* const> all);
    /// Compares an outcome with its line: xfail, xpass, or unexpected.
    void weigh(outcome& one);
    /// `FILE:LINE: …` of each line that matches no case.
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
        std::vector<std::string> held{};  ///< ids with the verdict of the line
        std::vector<outcome> others{};    ///< with another verdict that is not well
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
