// Who may come in: connections in all, and new ones by address.
#include <gtest/gtest.h>

#include "runtime/net/gate.hpp"

namespace tic::net {
namespace {

using std::chrono::seconds;

address_bytes ipv4(std::uint8_t last) { return {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 10, 0, 0, last}; }
address_bytes ipv6(std::uint8_t network, std::uint8_t host) {
    return {0x20, 1, 0xd, 0xb8, 0, 0, 0, network, 0, 0, 0, 0, 0, 0, 0, host};
}

limits small() {
    limits made;
    made.connections = 10;
    made.address_burst = 3;
    made.address_rate = 1;
    return made;
}

close_reason enter_and_leave(gate& at, const address_bytes& from, instant now) {
    const close_reason why = at.enter(from, now);
    if (why == close_reason::none) at.leave();
    return why;
}

TEST(Gate, ConnectionsInAllAreBounded) {
    limits limit = small();
    limit.address_rate = 0;
    gate at(limit, 1);
    for (int i = 0; i < 10; ++i) EXPECT_EQ(at.enter(ipv4(1), seconds(0)), close_reason::none);
    EXPECT_EQ(at.enter(ipv4(2), seconds(0)), close_reason::too_many_connections);
    at.leave();
    EXPECT_EQ(at.enter(ipv4(2), seconds(0)), close_reason::none);
    EXPECT_EQ(at.inside(), 10U);
}

TEST(Gate, AnAddressThatComesTooOftenWaits) {
    gate at(small(), 1);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(enter_and_leave(at, ipv4(1), seconds(5)), close_reason::none);
    EXPECT_EQ(enter_and_leave(at, ipv4(1), seconds(5)), close_reason::too_many_from_address);
    EXPECT_EQ(enter_and_leave(at, ipv4(2), seconds(5)), close_reason::none) << "another address";
    EXPECT_EQ(enter_and_leave(at, ipv4(1), seconds(6)), close_reason::none) << "one a second";
    EXPECT_EQ(enter_and_leave(at, ipv4(1), seconds(6)), close_reason::too_many_from_address);
}

TEST(Gate, WhoWasLongAwayMayNotComeMoreOftenAtOnce) {
    gate at(small(), 1);
    EXPECT_EQ(enter_and_leave(at, ipv4(1), seconds(0)), close_reason::none);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(enter_and_leave(at, ipv4(1), seconds(1000)), close_reason::none);
    EXPECT_EQ(enter_and_leave(at, ipv4(1), seconds(1000)), close_reason::too_many_from_address);
}

TEST(Gate, CoresMayReadTheClockInAnotherOrderThanTheyCome) {
    gate at(small(), 1);
    EXPECT_EQ(enter_and_leave(at, ipv4(1), seconds(100)), close_reason::none);
    EXPECT_EQ(enter_and_leave(at, ipv4(1), seconds(90)), close_reason::none);
}

TEST(Gate, WhoIsRefusedTakesNoPlace) {
    gate at(small(), 1);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(enter_and_leave(at, ipv4(1), seconds(0)), close_reason::none);
    EXPECT_EQ(at.enter(ipv4(1), seconds(0)), close_reason::too_many_from_address);
    EXPECT_EQ(at.inside(), 0U);
}

TEST(Gate, AddressesOfOneSlotShareTheirLimit) {
    limits limit = small();
    limit.address_slots = 2;
    gate at(limit, 1);
    int came_in = 0;
    for (std::uint8_t i = 0; i < 20; ++i) came_in += enter_and_leave(at, ipv4(i), seconds(0)) == close_reason::none;
    EXPECT_LE(came_in, 2 * 3);
}

TEST(Gate, WhichAddressesShareASlotDiffersByServer) {
    limits limit = small();
    limit.address_slots = 8;
    limit.address_burst = 1;
    const auto who_comes_in = [&](std::uint64_t seed) {
        gate at(limit, seed);
        std::vector<bool> made;
        for (std::uint8_t i = 0; i < 64; ++i)
            made.push_back(enter_and_leave(at, ipv4(i), seconds(0)) == close_reason::none);
        return made;
    };
    EXPECT_NE(who_comes_in(1), who_comes_in(2));
}

TEST(Gate, ANetworkOfIPv6IsOneAddress) {
    gate at(small(), 1);
    for (std::uint8_t i = 0; i < 3; ++i) EXPECT_EQ(enter_and_leave(at, ipv6(1, i), seconds(0)), close_reason::none);
    EXPECT_EQ(enter_and_leave(at, ipv6(1, 9), seconds(0)), close_reason::too_many_from_address);
    EXPECT_EQ(enter_and_leave(at, ipv6(2, 9), seconds(0)), close_reason::none);
}

TEST(Gate, ManyAddressesCostNoMemoryAndFewInnocentsWait) {
    limits limit = small();
    limit.address_slots = 1024;
    gate at(limit, 42);
    int refused = 0;
    for (unsigned i = 0; i < 100; ++i) {
        for (int k = 0; k < 3; ++k)
            refused += enter_and_leave(at, ipv4(static_cast<std::uint8_t>(i)), seconds(0)) != close_reason::none;
    }
    EXPECT_LE(refused, 6) << "of 300";
}

}  // namespace
}  // namespace tic::net
