// A codec that is asked by lines and answers by lines. docs/porting.md.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace tic::conformance {

/// A line longer than this is no answer: the longest packet as values is far below.
inline constexpr std::size_t longest_line = std::size_t{16} << 20;

/// What came of waiting for a line.
struct received {
    enum class kind : std::uint8_t { line, silence, end, too_long };
    kind is = kind::silence;
    std::string_view
        text{};  ///< line: without its end, valid until the next call; end: what stood behind the last line end
};

class implementation {
public:
    using clock = std::chrono::steady_clock;

    virtual ~implementation() = default;
    implementation() = default;
    implementation(const implementation&) = delete;
    implementation& operator=(const implementation&) = delete;

    /// Whole lines to it; never waits, what cannot be written yet is kept.
    virtual void send(std::string_view lines) = 0;
    /// The next line from it, waited for until `deadline`.
    virtual received receive(clock::time_point deadline) = 0;
    /// Says `bye` if it still runs and ends it. How it ended if that is worth telling: `killed by signal 11`, or empty.
    virtual std::string finish() = 0;
    /// The last that it wrote for people.
    [[nodiscard]] virtual std::string stderr_text() const { return {}; }
};

/// Starts an implementation afresh; nothing, and `why`, if it cannot be started.
using start_implementation = std::function<std::unique_ptr<implementation>(std::string& why)>;

}  // namespace tic::conformance
