// session.hpp over a protocol written by hand: pieces of any size, linear work however bytes trickle, room that is
// lacking.
#include "runtime/tic/session.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

/// A packet: a count of 16 bits and as many octets, each read on its own, so that the work can be counted.
struct octet_run {
    enum class kind_type : std::uint16_t { run };
    std::uint64_t count = 0;
};

std::size_t steps = 0;

struct run_codec {
    static constexpr std::size_t max_bytes = 65537;
    [[maybe_unused]] static constexpr std::size_t max_arena = 0;
    template <class In>
    static bool read(In& in, octet_run& to, unsigned, tic::nothing&, std::uint32_t&) {
        if (!in.fixed(to.count, 16, 1)) return false;
        for (std::uint64_t i = 0; i < to.count; ++i) {
            ++steps;
            std::uint64_t octet = 0;
            if (!in.fixed(octet, 8, 1)) return false;
        }
        return true;
    }
};

struct run_talk {
    struct client {
        using codec_type = run_codec;
        using packet_type = octet_run;
        using memory_type = tic::nothing;
        static constexpr std::uint32_t places[] = {1};
        static constexpr tic::prefix_found tag(std::uint64_t, unsigned) { return {0, 0}; }
    };
    using server = tic::silent;
    static constexpr tic::state_version versions[] = {{0, 0}};
    static constexpr tic::state_row rows[] = {{"Open", 0, 1, 0, 0}};
    static constexpr tic::state_rule rules[] = {{0, tic::stay, 0, 0, false}};
    static constexpr tic::state_table states{1, 0, 1, versions, rows, rules, {}, {}};
};

using server_end = tic::session<run_talk, tic::side::server>;

std::vector<std::uint8_t> run_of(std::size_t count) {
    std::vector<std::uint8_t> bytes(count + 2, 0x55);
    bytes[0] = static_cast<std::uint8_t>(count >> 8);
    bytes[1] = static_cast<std::uint8_t>(count);
    return bytes;
}

struct stream {
    server_end end{1};
    std::vector<std::uint8_t> room = std::vector<std::uint8_t>(server_end::max_partial);
    tic::partial_packet begun{std::span<std::uint8_t>(room)};
    tic::arena arena{};
    std::vector<std::uint64_t> counts{};
    std::size_t pauses = 0;

    /// Hears the bytes in pieces of a size; a pause follows the last one.
    void hear(std::span<const std::uint8_t> bytes, std::size_t size) {
        while (!bytes.empty()) {
            std::span<const std::uint8_t> piece = bytes.first(std::min(size, bytes.size()));
            bytes = bytes.subspan(piece.size());
            auto got = end.receive(piece, begun, arena);
            while (got.what() == tic::event::packet || (got.what() == tic::event::retry_later && bytes.empty())) {
                if (got.what() == tic::event::packet) {
                    counts.push_back(got.packet().count);
                    got = end.receive(piece, begun, arena);
                } else {
                    ++pauses;
                    got = end.retry_now(begun, arena);
                }
            }
        }
    }
};

TEST(session_bytes, any_pieces_give_the_same_packets) {
    std::vector<std::uint8_t> bytes;
    std::vector<std::uint64_t> expected;
    for (const std::size_t count : {0U, 1U, 300U, 2U, 0U, 5000U, 7U, 65535U, 1U}) {
        const auto one = run_of(count);
        bytes.insert(bytes.end(), one.begin(), one.end());
        expected.push_back(count);
    }
    for (const std::size_t size : {1U, 2U, 3U, 100U, 1448U, 9000U, 1000000U}) {
        stream s;
        s.hear(bytes, size);
        EXPECT_EQ(s.counts, expected) << "pieces of " << size;
    }
}

TEST(session_bytes, what_trickles_costs_linear_work) {
    for (const std::size_t count : {100U, 1000U, 10000U, 65535U}) {
        stream s;
        steps = 0;
        s.hear(run_of(count), 1);
        EXPECT_EQ(s.counts, std::vector<std::uint64_t>{count});
        EXPECT_LE(steps, 2 * (33 * count + 8192)) << count;  // each look in vain is one quick and one exact
    }
}

TEST(session_bytes, segments_are_looked_at_without_a_pause) {
    stream s;
    s.hear(run_of(65535), 1448);
    EXPECT_EQ(s.counts, std::vector<std::uint64_t>{65535});
    EXPECT_EQ(s.pauses, 0U);
}

TEST(session_bytes, a_tired_session_hears_after_a_pause) {
    stream s;
    s.hear(run_of(10000), 1);
    EXPECT_EQ(s.counts, std::vector<std::uint64_t>{10000});
    EXPECT_EQ(s.pauses, 1U);
}

TEST(session_bytes, room_that_lacks_is_told) {
    std::vector<std::uint8_t> little(100);
    tic::partial_packet begun{std::span<std::uint8_t>(little)};
    server_end end(1);
    tic::arena arena;
    const auto bytes = run_of(200);
    std::span<const std::uint8_t> piece = std::span(bytes).first(150);
    EXPECT_EQ(end.receive(piece, begun, arena).what(), tic::event::no_room);
}

TEST(session_bytes, a_stream_that_ends_inside_a_packet_is_truncated) {
    server_end end(1);
    tic::arena arena;
    const auto bytes = run_of(3);
    EXPECT_EQ(end.end({}, arena).why, tic::reason::ok);
    EXPECT_EQ(end.end(std::span(bytes).first(4), arena).why, tic::reason::truncated);
}

TEST(session_bytes, a_side_without_packets_says_nothing) {
    tic::session<run_talk, tic::side::client> end(1);
    tic::arena arena;
    const std::uint8_t bytes[] = {0};
    const auto got = end.receive(std::span<const std::uint8_t>(bytes), arena);
    EXPECT_EQ(got.what(), tic::event::refused);
    EXPECT_EQ(got.refused(), (tic::error{.why = tic::reason::wrong_state}));
    EXPECT_EQ(end.receive(std::span<const std::uint8_t>(bytes), arena).what(), tic::event::ignored)
        << "one refusal, then it is over";
}

TEST(session_bytes, a_version_that_is_not_spoken_is_over_at_once) {
    EXPECT_TRUE(server_end(2).is_over());
    EXPECT_TRUE(server_end(0).is_over());
    EXPECT_FALSE(server_end(1).is_over());
}

}  // namespace
