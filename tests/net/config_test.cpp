// Configuration files: what is read, and the line that is wrong.
#include <gtest/gtest.h>

#include "runtime/net/config.hpp"

namespace tic::net {
namespace {

TEST(Config, SaysWhatItSaysAndLeavesTheRest) {
    server_options read;
    const auto wrong = read_config(R"(# a comment
tcp = 7000      # another
admin = 0
address = 0.0.0.0
origins = https://a.example https://b.example
handshake = 1500ms
idle = 2h
first_packet = 0
connections = 12
address_rate = 0.5
)",
                                   "kv.conf", read);
    ASSERT_FALSE(wrong) << *wrong;
    EXPECT_EQ(read.ports.tcp, 7000);
    EXPECT_EQ(read.ports.tls, std::nullopt);
    EXPECT_EQ(read.admin_port, 0);
    EXPECT_EQ(read.address, "0.0.0.0");
    EXPECT_EQ(read.origins, (std::vector<std::string>{"https://a.example", "https://b.example"}));
    EXPECT_EQ(read.limit.handshake, std::chrono::milliseconds(1500));
    EXPECT_EQ(read.limit.idle, std::chrono::hours(2));
    EXPECT_EQ(read.limit.first_packet, duration::zero());
    EXPECT_EQ(read.limit.connections, 12U);
    EXPECT_EQ(read.limit.address_rate, 0.5);
    EXPECT_EQ(read.limit.queue, limits().queue);
}

TEST(Config, EveryLimitHasItsName) {
    server_options read;
    const auto wrong = read_config(R"(
connections = 1
address_burst = 2
address_rate = 3
address_slots = 4
handshake = 5s
first_packet = 6s
idle = 7s
progress = 8
progress_period = 9s
queue = 10
upgrade_request = 11
graceful_close = 12s
drain = 13s
)",
                                   "kv.conf", read);
    ASSERT_FALSE(wrong) << *wrong;
    const auto& [connections, burst, rate, slots, handshake, first_packet, idle, progress, period, queue, request,
                 graceful_close, drain] = read.limit;
    EXPECT_EQ(connections, 1U);
    EXPECT_EQ(burst, 2);
    EXPECT_EQ(rate, 3);
    EXPECT_EQ(slots, 4U);
    EXPECT_EQ(handshake, std::chrono::seconds(5));
    EXPECT_EQ(first_packet, std::chrono::seconds(6));
    EXPECT_EQ(idle, std::chrono::seconds(7));
    EXPECT_EQ(progress, 8U);
    EXPECT_EQ(period, std::chrono::seconds(9));
    EXPECT_EQ(queue, 10U);
    EXPECT_EQ(request, 11U);
    EXPECT_EQ(graceful_close, std::chrono::seconds(12));
    EXPECT_EQ(drain, std::chrono::seconds(13));
}

TEST(Config, TheWrongLineIsTold) {
    server_options read;
    EXPECT_EQ(read_config("tcp = 1\n\ntcp = 70000\n", "kv.conf", read),
              "kv.conf:3: `tcp` takes a port from 0 to 65535, not `70000`");
    EXPECT_EQ(read_config("idle = 5 parsecs", "kv.conf", read),
              "kv.conf:1: `idle` takes a time like 10s or 200ms, not `5 parsecs`");
    EXPECT_EQ(read_config("idle", "kv.conf", read), "kv.conf:1: `name = value` is expected");
    EXPECT_EQ(read_config("cores = -1", "kv.conf", read), "kv.conf:1: `cores` takes a number, not `-1`");
    EXPECT_EQ(read_config("address_rate = -1", "kv.conf", read), "kv.conf:1: `address_rate` takes a number, not `-1`");
    EXPECT_EQ(read_config("ipd = 1", "kv.conf", read).value_or("").substr(0, 58),
              "kv.conf:1: nothing is named `ipd`; known are address, tcp,");
    EXPECT_EQ(read_config("tls = 1", "kv.conf", read), "kv.conf: the listener `tls` needs `certificate` and `key`");
}

}  // namespace
}  // namespace tic::net
