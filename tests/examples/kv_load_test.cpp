// The example's server while everything happens at once: clients of all doors come, talk and go, others watch what they
// do, the certificate is read again, operators look, and in the end it drains. `tools/thread_check` runs it under the
// thread sanitizer.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "examples/kv/handlers.hpp"
#include "tests/net/bare_socket.hpp"
#include "tests/net/loopback.hpp"

namespace tic::net::tests {
namespace {

using kv_client = waiting_client<kv::session<side::client>>;

/// Clients of one door, one after the other; each sets and reads values of its own, which others watch.
void come_and_go(const server& at, transport_kind kind, const certificate& files, std::atomic<unsigned>& visits) {
    for (unsigned visit = 0; visit < 12; ++visit) {
        kv_client one(client_to(at, kind, files), kv::versions);
        ASSERT_TRUE(one.opens());
        for (unsigned i = 0; i < 20; ++i) {
            const std::string key = std::string(name_of(kind)) + std::to_string(i);
            const std::uint8_t value[] = {static_cast<std::uint8_t>(i), 0xff};
            EXPECT_EQ(one.request(kv::Put{.key = key, .data = value}), R"({"Done":{}})");
            EXPECT_EQ(one.request(kv::Get{.key = key}).substr(0, 10), R"({"Value":{)");
        }
        EXPECT_EQ(one.request(kv::Watch{.prefix = {}}), R"({"Done":{}})");
        ++visits;
    }
}

TEST(KvLoad, AllHappensAtOnceAndNothingIsLost) {
    const certificate files;
    shared all;
    server_options options = all_listeners(files);
    options.cores = 3;
    options.admin_port = 0;
    options.limit.drain = std::chrono::milliseconds(300);
    options.limit.address_rate = 0;
    server at(
        options,
        [&all] {
            return host<::session>(kv::versions, [&all](peer<::session>& client) { return handlers(client, all); });
        },
        log(level::error));
    const auto wrong = at.start();
    ASSERT_FALSE(wrong) << *wrong;
    kv_client watcher(client_to(at, transport_kind::tls, files), kv::versions);
    ASSERT_TRUE(watcher.opens());
    EXPECT_EQ(watcher.request(kv::Watch{.prefix = "tcp"}), R"({"Done":{}})");

    std::atomic<unsigned> visits{0};
    std::vector<std::thread> crowd;
    for (const transport_kind kind : all_transports)
        crowd.emplace_back([&, kind] { come_and_go(at, kind, files, visits); });
    while (visits < 4 * 12 && !::testing::Test::HasFailure()) {
        EXPECT_FALSE(at.reload_certificate());
        EXPECT_NE(get(at.admin_port(), "/metrics").find("tic_accepted_total"), std::string::npos);
        EXPECT_NE(get(at.admin_port(), "/readyz").find("ready"), std::string::npos);
    }
    for (std::thread& each : crowd) each.join();
    for (unsigned i = 0; i < 12 * 20; ++i) EXPECT_EQ(watcher.pushed().substr(0, 22), R"({"Changed":{"key":"tcp)") << i;

    at.drain();
    EXPECT_EQ(watcher.closed(), "peer-left");
    at.wait();
    EXPECT_EQ(at.connections(), 0U);
    EXPECT_NE(get(at.admin_port(), "/readyz").find("draining"), std::string::npos);
}

}  // namespace
}  // namespace tic::net::tests
