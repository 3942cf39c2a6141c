// Short runs of the load: nothing is lost through the bare relay and ours, and what a message costs on the wire.
#include <gtest/gtest.h>
#include <net/server.hpp>

#include <thread>

#include "tools/bench/relay/bare/bare_relay.hpp"
#include "tools/bench/relay/handlers.hpp"
#include "tools/bench/relay/load/driver.hpp"
#include "tools/bench/relay/load/load.hpp"

namespace tic::bench::tests {
namespace {

/// A relay within this process, on any free port.
class bare_host {
public:
    bare_host() = default;
    bare_host(const bare_host&) = delete;
    bare_host& operator=(const bare_host&) = delete;
    ~bare_host() {
        relay_.stop();
        thread_.join();
    }
    [[nodiscard]] std::uint16_t port() const { return relay_.port(); }

private:
    bare_relay relay_{0};
    std::thread thread_{[this] { relay_.run(); }};
};

class tic_host {
public:
    tic_host() {
        const auto wrong = server_.start();
        EXPECT_FALSE(wrong) << *wrong;
    }
    [[nodiscard]] std::uint16_t port() const { return server_.port(net::transport_kind::tcp); }

private:
    static net::server_options options() {
        net::server_options made;
        made.ports.tcp = std::uint16_t{0};
        made.limit.address_rate = 0;
        return made;
    }
    std::unique_ptr<net::service> make() {
        auto here = std::make_unique<inboxes>(all_);
        return net::host<::session>(relay::versions,
                                    [here = std::move(here)](client& peer) { return handlers(peer, *here); });
    }

    directory all_;
    net::server server_{options(), [this] { return make(); }, net::log(net::level::error)};
};

load_options few(std::string server, std::uint16_t port) {
    load_options made;
    made.server = std::move(server);
    made.port = port;
    made.users = 100;
    made.warm_up = 0;
    made.seconds = 60;
    made.drain = 60;
    made.most_messages = 5000;
    return made;
}

void expect_all_came(const load_result& result) {
    EXPECT_EQ(result.sent, 5000U);
    EXPECT_EQ(result.lost, 0U);
    EXPECT_GT(result.deliveries, 0U);
}

TEST(RelayLoadRun, LosesNothingThroughTheBareRelay) {
    const bare_host host;
    const load_result result = run_load(few("bare", host.port()));
    expect_all_came(result);
    EXPECT_EQ(result.bytes_of_a_chat, 2 * (8 + 9 + 30) + 2 * (8 + 9));
}

TEST(RelayLoadRun, LosesNothingThroughOursInAtMost80BytesAMessage) {
    const tic_host host;
    const load_result result = run_load(few("tic", host.port()));
    expect_all_came(result);
    EXPECT_LE(result.bytes_of_a_chat, 80);
    EXPECT_GT(result.bytes_of_a_chat, 2 * 30);
}

TEST(RelayLoadRun, OpenLoopTimesEveryMessage) {
    const bare_host host;
    load_options options = few("bare", host.port());
    options.rate = 20'000;
    const load_result result = run_load(options);
    expect_all_came(result);
    EXPECT_EQ(result.message.count(), 5000U);
    EXPECT_EQ(result.round_trip.count(), 5000U);
    EXPECT_EQ(result.late.count(), 5000U);
    EXPECT_LT(result.message.most(), histogram::never);
}

TEST(RelayLoadRun, TellsThatTheServerIsNoRelay) {
    const bare_host host;
    EXPECT_THROW((void)run_load(few("tic", host.port())), broken);
}

}  // namespace
}  // namespace tic::bench::tests
