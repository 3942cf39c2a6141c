// No implementation outlives its run, nor does what it started.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <cerrno>

#include "tests/conformance/run/played.hpp"

namespace tic::test {
namespace {

/// Orphans of ours come to us: whoever is left after a run can be seen. True if nobody lives.
bool nobody_is_left() {
    for (;;) {
        const auto pid = ::waitpid(-1, nullptr, WNOHANG);
        if (pid < 0) return errno == ECHILD;
        if (pid > 0) continue;  // it was dead, and nobody had asked yet
        // Killed a moment ago, perhaps; one that was not is waited for until the test is stopped.
        if (::waitpid(-1, nullptr, 0) < 0 && errno == ECHILD) return true;
    }
}

class LeftBehind : public testing::TestWithParam<const char*> {};

TEST_P(LeftBehind, IsNobody) {
    ASSERT_EQ(::prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
    played it(50);
    it.options.limits.timeout = std::chrono::milliseconds(1500);
    it.options.jobs = 2;
    (void)it.play({GetParam(), "37"});
    EXPECT_TRUE(nobody_is_left());
}

INSTANTIATE_TEST_SUITE_P(All, LeftBehind,
                         testing::Values("honest", "hang", "crash", "flood_lines", "grandchild", "knows_all"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace tic::test
