// An implementation under test: it receives requests and sends answers, one a line. docs/porting.md.
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

/// The result of waiting for a line.
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

    /// Sends whole lines; never waits: what cannot be written yet is buffered.
    virtual void send(std::string_view lines) = 0;
    /// The next line, or what happened until `deadline`.
    virtual received receive(clock::time_point deadline) = 0;
    /// Sends `bye` if it still runs and ends it. How it ended: `killed by signal 11`; empty if it ended well.
    virtual std::string finish() = 0;
    /// The end of what it wrote to standard error.
    [[nodiscard]] virtual std::string stderr_text() const { return {}; }
};

/// Starts a new instance; null, and `why`, if it cannot be started.
using start_implementation = std::function<std::unique_ptr<implementation>(std::string& why)>;

}  // namespace tic::conformance
