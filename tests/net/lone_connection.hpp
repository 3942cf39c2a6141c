// One connection alone: the test is its door, its peer and its clock.
#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "tests/net/fake.hpp"

namespace tic::net::tests {

using words = std::vector<std::string>;

class lone_connection : public ::testing::Test {
protected:
    lone_connection() { make(opening_by::name); }

    void make(opening_by how, side who = side::server) {
        line.reset();
        line = std::make_unique<connection>(connection_context{hosted, limit, counts}, end, who, how, now);
    }
    void agree() { line->agreed(2, now); }
    void receive(std::span<const std::uint8_t> bytes) { line->receive(bytes, now); }
    void pass(duration time) {
        now += time;
        line->tick(now);
    }
    /// Everything that waits goes out.
    std::vector<std::uint8_t> drain_output() {
        std::vector<std::uint8_t> all;
        for (auto some = line->take(now); !some.empty(); some = line->take(now)) {
            all.insert(all.end(), some.begin(), some.end());
            line->sent(some.size(), now);
        }
        return all;
    }
    std::string_view why() const { return name_of(line->cause()); }
    std::uint64_t closed(close_reason why) const { return counts.closed[static_cast<std::size_t>(why)].value(); }

    limits limit;
    counters counts;
    fake_service hosted;
    pipe_end end;
    instant now = std::chrono::seconds(1000);
    std::unique_ptr<connection> line;
};

}  // namespace tic::net::tests
