// Who may come in: connections in all, and new ones by address.
#include <gtest/gtest.h>

#include "runtime/net/admission.hpp"

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

close_reason admit_and_release(admission_control& at, const address_bytes& from, instant now) {
    const close_reason why = at.admit(from, now);
    if (why == close_reason::none) at.release();
    return why;
}

TEST(Admission, ConnectionsInAllAreBounded) {
    limits limit = small();
    limit.address_rate = 0;
    admission_control at(limit, 1);
    for (int i = 0; i < 10; ++i) EXPECT_EQ(at.admit(ipv4(1), seconds(0)), close_reason::none);
    EXPECT_EQ(at.admit(ipv4(2), seconds(0)), close_reason::too_many_connections);
    at.release();
    EXPECT_EQ(at.admit(ipv4(2), seconds(0)), close_reason::none);
    EXPECT_EQ(at.connections(), 10U);
}

TEST(Admission, AnAddressThatComesTooOftenWaits) {
    admission_control at(small(), 1);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(admit_and_release(at, ipv4(1), seconds(5)), close_reason::none);
    EXPECT_EQ(admit_and_release(at, ipv4(1), seconds(5)), close_reason::too_many_from_address);
    EXPECT_EQ(admit_and_release(at, ipv4(2), seconds(5)), close_reason::none) << "another address";
    EXPECT_EQ(admit_and_release(at, ipv4(1), seconds(6)), close_reason::none) << "one a second";
    EXPECT_EQ(admit_and_release(at, ipv4(1), seconds(6)), close_reason::too_many_from_address);
}

TEST(Admission, WhoWasLongAwayMayNotComeMoreOftenAtOnce) {
    admission_control at(small(), 1);
    EXPECT_EQ(admit_and_release(at, ipv4(1), seconds(0)), close_reason::none);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(admit_and_release(at, ipv4(1), seconds(1000)), close_reason::none);
    EXPECT_EQ(admit_and_release(at, ipv4(1), seconds(1000)), close_reason::too_many_from_address);
}

TEST(Admission, CoresMayReadTheClockInAnotherOrderThanTheyCome) {
    admission_control at(small(), 1);
    EXPECT_EQ(admit_and_release(at, ipv4(1), seconds(100)), close_reason::none);
    EXPECT_EQ(admit_and_release(at, ipv4(1), seconds(90)), close_reason::none);
}

TEST(Admission, WhoIsRefusedTakesNoPlace) {
    admission_control at(small(), 1);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(admit_and_release(at, ipv4(1), seconds(0)), close_reason::none);
    EXPECT_EQ(at.admit(ipv4(1), seconds(0)), close_reason::too_many_from_address);
    EXPECT_EQ(at.connections(), 0U);
}

TEST(Admission, AddressesOfOneSlotShareTheirLimit) {
    limits limit = small();
    limit.address_slots = 2;
    admission_control at(limit, 1);
    int came_in = 0;
    for (std::uint8_t i = 0; i < 20; ++i) came_in += admit_and_release(at, ipv4(i), seconds(0)) == close_reason::none;
    EXPECT_LE(came_in, 2 * 3);
}

TEST(Admission, WhichAddressesShareASlotDiffersByServer) {
    limits limit = small();
    limit.address_slots = 8;
    limit.address_burst = 1;
    const auto who_comes_in = [&](std::uint64_t seed) {
        admission_control at(limit, seed);
        std::vector<bool> made;
        for (std::uint8_t i = 0; i < 64; ++i)
            made.push_back(admit_and_release(at, ipv4(i), seconds(0)) == close_reason::none);
        return made;
    };
    EXPECT_NE(who_comes_in(1), who_comes_in(2));
}

TEST(Admission, ANetworkOfIPv6IsOneAddress) {
    admission_control at(small(), 1);
    for (std::uint8_t i = 0; i < 3; ++i) EXPECT_EQ(admit_and_release(at, ipv6(1, i), seconds(0)), close_reason::none);
    EXPECT_EQ(admit_and_release(at, ipv6(1, 9), seconds(0)), close_reason::too_many_from_address);
    EXPECT_EQ(admit_and_release(at, ipv6(2, 9), seconds(0)), close_reason::none);
}

TEST(Admission, ManyAddressesCostNoMemoryAndFewInnocentsWait) {
    limits limit = small();
    limit.address_slots = 1024;
    admission_control at(limit, 42);
    int refused = 0;
    for (unsigned i = 0; i < 100; ++i) {
        for (int k = 0; k < 3; ++k)
            refused += admit_and_release(at, ipv4(static_cast<std::uint8_t>(i)), seconds(0)) != close_reason::none;
    }
    EXPECT_LE(refused, 6) << "of 300";
}

}  // namespace
}  // namespace tic::net
