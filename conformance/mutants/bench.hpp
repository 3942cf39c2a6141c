// An implementation with faults, started afresh when a fault breaks it.
#pragma once

#include <memory>
#include <string>

#include "conformance/mutants/mutants.hpp"
#include "conformance/run/dialog.hpp"

namespace tic::conformance {

class bench {
public:
    bench(const start_implementation& start, std::chrono::milliseconds patience) : start_(start), patience_(patience) {}

    /// Turns a fault on; false, and `broken`, if the implementation does not start or knows no such fault.
    bool turn_on(unsigned fault, std::string& broken);
    /// Plays one case; true if it comes out as it should.
    bool passes(const test_case& about, outcome& got);
    /// The whole answer to a request without its id; empty if the implementation breaks down.
    std::string ask(const std::string& verb, const std::string& request);

private:
    bool begin(std::string& broken);

    const start_implementation& start_;
    std::chrono::milliseconds patience_;
    std::unique_ptr<implementation> with_{};
    std::uint64_t next_id_ = 1;
    unsigned fault_ = 0;
    unsigned turns_ = 0;  ///< since the implementation was started
};

}  // namespace tic::conformance
