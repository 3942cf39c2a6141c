// The opening: names and their choice, the preface in pieces of any size, and what is said where two ends differ.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "runtime/tic/opening_names.hpp"
#include "runtime/tic/opening_preface.hpp"

namespace tic {
namespace {

constexpr fingerprint chat_prints[] = {0x11111111, 0xa1f26505, 0x33333333};
constexpr protocol_versions chat{"chat", 1, chat_prints};
constexpr protocol_versions chat_v2{"chat", 1, std::span(chat_prints).first(2)};
constexpr protocol_versions chat_v3_only{"chat", 3, std::span(chat_prints).subspan(2)};
constexpr fingerprint odd_prints[] = {0x11111111, 0xbbbbbbbb, 0x44444444};
constexpr protocol_versions odd{"chat", 1, odd_prints};

// All of it runs at compile time.
static_assert(name_of_version(chat, 2, ':').view() == "tic:chat:2:a1f26505");
static_assert(read_name("tic.chat.2.a1f26505", '.') == offered_name{"chat", 2, 0xa1f26505});

std::span<const std::uint8_t> octets_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::vector<std::uint8_t> copy(std::span<const std::uint8_t> bytes) { return {bytes.begin(), bytes.end()}; }

template <class End>
std::size_t feed_in_pieces(End& end, std::span<const std::uint8_t> bytes, std::size_t piece) {
    std::size_t taken = 0;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        const std::size_t size = std::min(piece, bytes.size() - at);
        const std::size_t now = end.receive(bytes.subspan(at, size));
        taken += now;
        if (now < size) break;
    }
    return taken;
}

/// Both ends' outcomes, the client's bytes and the server's in pieces.
std::pair<opening_outcome, opening_outcome> meet(const protocol_versions& client_has,
                                                 const protocol_versions& server_has, std::size_t piece = 1) {
    client_preface client(client_has);
    server_preface server(server_has);
    EXPECT_EQ(feed_in_pieces(server, client.greeting(), piece), client_preface_bytes);
    EXPECT_EQ(feed_in_pieces(client, server.answer(), piece), server_preface_bytes);
    return {client.outcome(), server.outcome()};
}

TEST(Preface, BytesAreThoseOfTheLanguagePage) {
    const client_preface client(chat_v2);
    EXPECT_EQ(copy(client.greeting()), (std::vector<std::uint8_t>{0x54, 0x49, 2, 1, 0xa1, 0xf2, 0x65, 0x05}));
    server_preface server(chat);
    EXPECT_EQ(server.receive(client.greeting()), 8U);
    EXPECT_EQ(copy(server.answer()), (std::vector<std::uint8_t>{0x54, 0x49, 2, 0xa1, 0xf2, 0x65, 0x05}));
}

TEST(Preface, TheNewestThatBothHaveIsAgreedInPiecesOfAnySize) {
    for (std::size_t piece = 1; piece <= 9; ++piece) {
        for (const auto& [client_has, server_has, version] :
             {std::tuple(chat, chat, 3), {chat_v2, chat, 2}, {chat, chat_v2, 2}}) {
            const auto [client, server] = meet(client_has, server_has, piece);
            EXPECT_EQ(client.what, agreement::agreed);
            EXPECT_EQ(server.what, agreement::agreed);
            EXPECT_EQ(client.version, version);
            EXPECT_EQ(server.version, version);
        }
    }
}

TEST(Preface, RangesThatDoNotMeetAreAnsweredWithVersionZero) {
    for (const auto& [client_has, server_has] : {std::pair(chat_v2, chat_v3_only), {chat_v3_only, chat_v2}}) {
        const client_preface client(client_has);
        server_preface server(server_has);
        (void)server.receive(client.greeting());
        EXPECT_EQ(copy(server.answer()), (std::vector<std::uint8_t>{0x54, 0x49, 0, 0, 0, 0, 0}));
        EXPECT_EQ(server.outcome().what, agreement::no_common_version);
        EXPECT_EQ(meet(client_has, server_has).first.what, agreement::no_common_version);
    }
}

TEST(Preface, TheServerSeesTheSameVersionMadeOtherwiseAndAnswersItsOwn) {
    const auto [client, server] = meet(odd, chat);
    EXPECT_EQ(server, (opening_outcome{agreement::schema_mismatch, 3, 0x33333333, 0x44444444}));
    EXPECT_EQ(client, (opening_outcome{agreement::schema_mismatch, 3, 0x44444444, 0x33333333}));
}

TEST(Preface, OfAnOlderVersionThanItsNewestOnlyTheClientSeesIt) {
    const auto [client, server] = meet(odd, chat_v2);
    EXPECT_EQ(server.what, agreement::agreed);
    EXPECT_EQ(client, (opening_outcome{agreement::schema_mismatch, 2, 0xbbbbbbbb, 0xa1f26505}));
}

TEST(Preface, WhatFollowsIsLeftToTheSession) {
    std::vector<std::uint8_t> bytes = copy(client_preface(chat).greeting());
    bytes.insert(bytes.end(), {0x54, 0x49, 7});
    server_preface server(chat);
    EXPECT_EQ(server.receive(bytes), client_preface_bytes);
    EXPECT_EQ(server.outcome().what, agreement::agreed);
    EXPECT_EQ(server.receive(bytes), 0U);
}

TEST(Preface, AnotherProtocolIsKnownByItsFirstWrongByte) {
    for (const std::string_view foreign : {"GET / HTTP/1.1\r\n", "TLS", "\x16\x03\x01"}) {
        server_preface server(chat);
        (void)server.receive(octets_of(foreign).first(2));
        EXPECT_EQ(server.outcome().what, agreement::not_tic) << foreign;
        EXPECT_TRUE(server.answer().empty());
        client_preface client(chat);
        (void)client.receive(octets_of(foreign).first(2));
        EXPECT_EQ(client.outcome().what, agreement::not_tic) << foreign;
    }
}

TEST(Preface, ARangeUpsideDownOrFromZeroIsNoOpening) {
    for (const auto& [newest, oldest] : {std::pair(2, 3), {1, 0}, {0, 0}}) {
        const std::uint8_t bytes[] = {
            0x54, 0x49, static_cast<std::uint8_t>(newest), static_cast<std::uint8_t>(oldest), 1, 2, 3, 4};
        server_preface server(chat);
        (void)server.receive(bytes);
        EXPECT_EQ(server.outcome().what, agreement::not_tic);
        EXPECT_TRUE(server.answer().empty());
    }
}

TEST(Preface, AVersionThatWasNotOfferedIsNoAnswer) {
    const std::uint8_t bytes[] = {0x54, 0x49, 3, 0x33, 0x33, 0x33, 0x33};
    client_preface client(chat_v2);
    (void)client.receive(bytes);
    EXPECT_EQ(client.outcome().what, agreement::not_tic);
}

TEST(Preface, IsUnfinishedUntilItsLastByte) {
    const client_preface client(chat);
    server_preface server(chat);
    (void)server.receive(client.greeting().first(7));
    EXPECT_EQ(server.outcome().what, agreement::unfinished);
    EXPECT_TRUE(server.answer().empty());
}

TEST(Names, AreReadBackAndNothingElseIs) {
    for (unsigned version = 1; version <= 3; ++version) {
        const auto name = name_of_version(chat, version, '.');
        EXPECT_EQ(read_name(name, '.'),
                  (offered_name{"chat", static_cast<std::uint8_t>(version), chat_prints[version - 1]}));
        EXPECT_FALSE(read_name(name, ':'));
    }
    for (const std::string_view wrong :
         {"", "tic", "tic:chat", "tic:chat:1", "tic:chat:1:1111111", "tic:chat:1:111111111", "tic:chat:1:1111111G",
          "tic:chat:1:1111111A", "tic:chat:01:11111111", "tic:chat:0:11111111", "tic:chat:256:11111111",
          "tic:chat:1000:11111111", "tic:chat::11111111", "tic::1:11111111",
          "tic:chat:1:11111111:", "toc:chat:1:11111111", "http/1.1", "tic:chat:-1:11111111"}) {
        EXPECT_FALSE(read_name(wrong, ':')) << wrong;
    }
    EXPECT_EQ(read_name("tic:chat:255:00000000", ':')->version, 255);
}

opening_outcome choose(const protocol_versions& ours, std::initializer_list<std::string_view> offered,
                       std::string_view* chosen = nullptr) {
    name_choice choice(ours, ':');
    for (const std::string_view name : offered) {
        if (choice.offer(name) && chosen != nullptr) *chosen = name;
    }
    return choice.outcome();
}

TEST(Names, TheFirstThatTheServerHasIsChosen) {
    std::string_view chosen;
    const auto outcome =
        choose(chat_v2, {"h2", "tic:chat:3:33333333", "tic:chat:2:a1f26505", "tic:chat:1:11111111"}, &chosen);
    EXPECT_EQ(outcome, (opening_outcome{agreement::agreed, 2, 0xa1f26505, 0xa1f26505}));
    EXPECT_EQ(chosen, "tic:chat:2:a1f26505");
}

TEST(Names, WhereTheNewestDiffersAnOlderOneIsAgreed) {
    EXPECT_EQ(choose(chat, {"tic:chat:3:44444444", "tic:chat:2:a1f26505"}).version, 2);
    EXPECT_EQ(choose(chat, {"tic:chat:3:44444444", "tic:chat:2:a1f26505"}).what, agreement::agreed);
}

TEST(Names, WhereAllDifferTheNewestIsTold) {
    EXPECT_EQ(choose(chat, {"tic:chat:4:44444444", "tic:chat:3:44444444", "tic:chat:2:22222222"}),
              (opening_outcome{agreement::schema_mismatch, 3, 0x33333333, 0x44444444}));
}

TEST(Names, OtherProtocolsAreNoneOfOurs) {
    EXPECT_EQ(choose(chat, {}).what, agreement::not_tic);
    EXPECT_EQ(choose(chat, {"h2", "http/1.1", "tic:kv:1:11111111"}).what, agreement::not_tic);
    EXPECT_EQ(choose(chat, {"tic:chat:9:11111111"}).what, agreement::no_common_version);
}

TEST(Names, StandInAnAlpnListOneAfterTheOther) {
    const std::string_view wire("\x02h2\x08http/1.1", 12);
    auto list = octets_of(wire);
    EXPECT_EQ(take_alpn_name(list).size(), 2U);
    EXPECT_EQ(take_alpn_name(list).size(), 8U);
    EXPECT_TRUE(take_alpn_name(list).empty());
    for (const std::string_view broken : {std::string_view("\x00h2", 3), std::string_view("\x05h2", 3)}) {
        auto wrong = octets_of(broken);
        EXPECT_TRUE(take_alpn_name(wrong).empty());
    }
}

TEST(Names, StandInAHeaderWithCommasAndBlanks) {
    std::string_view header = " tic.chat.2.a1f26505 ,\ttic.chat.1.11111111,, other";
    EXPECT_EQ(take_subprotocol(header), "tic.chat.2.a1f26505");
    EXPECT_EQ(take_subprotocol(header), "tic.chat.1.11111111");
    EXPECT_EQ(take_subprotocol(header), "other");
    EXPECT_EQ(take_subprotocol(header), "");
}

TEST(Names, AnAnswerIsGoodOnlyIfItWasOffered) {
    EXPECT_EQ(accept_name(chat, "tic:chat:2:a1f26505", ':').what, agreement::agreed);
    EXPECT_EQ(accept_name(chat, "tic:chat:2:22222222", ':').what, agreement::schema_mismatch);
    EXPECT_EQ(accept_name(chat, "tic:chat:4:22222222", ':').what, agreement::no_common_version);
    EXPECT_EQ(accept_name(chat, "http/1.1", ':').what, agreement::not_tic);
    EXPECT_EQ(accept_name(chat, "", ':').what, agreement::not_tic);
}

TEST(OpeningText, NamesBothFingerprintsAndWhatToDo) {
    EXPECT_EQ(describe(chat, meet(odd, chat).second).view(),
              "schema-mismatch: chat version 3 is 33333333 here and 44444444 there; "
              "compare `tictoc explain --canonical` of both schemas");
    EXPECT_EQ(describe(chat, meet(chat_v2, chat_v3_only).second).view(),
              "no-common-version: the peer speaks no version of chat from 1 to 3; update the older end");
    EXPECT_EQ(describe(chat, {.what = agreement::not_tic, .version = 0, .ours = 0, .theirs = 0}).view(),
              "not-tic: the peer does not open as chat does");
}

TEST(OpeningText, TheFirstLineThatDiffersIsFound) {
    const auto found = first_difference("tic 1 chat 2\nstart Ready\n", "tic 1 chat 2\nstart Open\n");
    EXPECT_EQ(found.line, 2U);
    EXPECT_EQ(found.ours, "start Ready");
    EXPECT_EQ(found.theirs, "start Open");
    EXPECT_EQ(first_difference("a\n", "a\n").line, 0U);
    EXPECT_EQ(first_difference("a\n", "a\nb\n").line, 2U);
    EXPECT_EQ(first_difference("a\nb\n", "a\n").theirs, "");
}

}  // namespace
}  // namespace tic
