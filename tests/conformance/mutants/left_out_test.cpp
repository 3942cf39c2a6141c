// A fault that the layout shows to change nothing is not made; beside each a schema in which it changes something.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <random>
#include <set>

#include "codegen/mutants/mutants.hpp"
#include "runtime/interpreter/decode.hpp"
#include "tests/conformance/mutants/support.hpp"
#include "tests/support/invent.hpp"

namespace tic::conformance {
namespace {

std::vector<mutant> mutants_of(const interpreter::program& run) {
    std::vector<mutant> all;
    std::string wrong;
    EXPECT_TRUE(read_mutants(mutation::print_mutants(run.plan(), "p.tic").list, all, wrong)) << wrong;
    return all;
}

/// Who goes wrong by a kind of fault at a path: `decoder encoder both `.
std::string wrong_in(const std::string& text, const std::string& kind, const std::string& path) {
    const test::compiled schema(text);
    EXPECT_TRUE(schema.run) << schema.told();
    if (!schema.run) return {};
    std::string who;
    for (const mutant& each : mutants_of(*schema.run))
        if (each.kind == kind && each.path == path) who += each.who + ' ';
    return who;
}

/// The same of a packet `A` with these fields.
std::string wrong_ones(const std::string& fields, const std::string& kind, const std::string& path,
                       const std::string& more = "") {
    return wrong_in("protocol p; edition 1; struct A { " + fields + " } " + more +
                        "session { client { A } server {} start S; state S { on A; } }\n",
                    kind, path);
}

TEST(LeftOut, AlignmentOfALastString) {
    EXPECT_EQ(wrong_ones("n: u3; t: bytes(0..3);", "aligned-when-empty", "A.t"), "decoder ");
    EXPECT_EQ(wrong_ones("n: u3; t: bytes(0..3); b: bytes(2);", "aligned-when-empty", "A.t"), "decoder ");
    EXPECT_EQ(wrong_ones("n: u3; t: bytes(0..3); m: u1;", "aligned-when-empty", "A.t"), "decoder encoder both ");
}

TEST(LeftOut, FillOfWhatBeginsAByte) {
    EXPECT_EQ(wrong_ones("n: u8; t: bytes(1..256);", "fill-ignored", "A.t"), "");
    EXPECT_EQ(wrong_ones("n: u3; t: bytes(1..256);", "fill-ignored", "A.t"), "decoder ");
}

TEST(LeftOut, MemoryThatIsUsedOnce) {
    const std::string sealed = "s: sealed(B, 1..9);";
    EXPECT_EQ(wrong_ones(sealed, "not-moved", "B.n", "struct B { n: u8 ~ recent(2); } "), "");
    EXPECT_EQ(wrong_ones(sealed, "not-remembered", "B.n[]", "struct B { n: list(u8 ~ same, 0..2); } "), "");
    EXPECT_EQ(wrong_ones(sealed, "not-remembered", "B.n[]", "struct B { n: list(u8 ~ same, 0..3); } "),
              "decoder encoder both ");
    EXPECT_EQ(wrong_ones("n: u8 ~ recent(2);", "not-moved", "A.n"), "decoder encoder both ");
}

TEST(LeftOut, ScopesThatNobodySeesBehind) {
    const auto left_open = [](const std::string& fields, const std::string& path = "A.l") {
        const std::string more = "struct B { n: u8 ~ last; } struct C { b: B; l: list(B, 0..3); } ";
        return wrong_ones(fields, "scope-not-closed", path, more);
    };
    EXPECT_EQ(left_open("l: list(B, 0..3);"), "");
    EXPECT_EQ(left_open("l: list(B, 0..3); m: list(B, 0..3);"), "");
    EXPECT_EQ(left_open("l: list(B, 0..3); b: B;"), "decoder encoder both ");
    // A packet can be said again.
    EXPECT_EQ(left_open("b: B; l: list(B, 0..3);"), "decoder encoder both ");
    // Each element sees what the list inside the one before it left; nobody sees what theirs leaves.
    EXPECT_EQ(left_open("l: list(C, 0..3);"), "");
    EXPECT_EQ(left_open("l: list(C, 0..3);", "C.l"), "decoder encoder both ");
    const auto beside = [](const std::string& packets) {
        return wrong_in(
            "protocol p; edition 1; struct B { n: u8 ~ last; } struct A { l: list(B, 0..3); } struct D { b: B; } "
            "session { " +
                packets + " start S; state S { on A; } }\n",
            "scope-not-closed", "A.l");
    };
    EXPECT_EQ(beside("client { A } server { D }"), "");
    EXPECT_EQ(beside("client { A, D } server {}"), "decoder encoder both ");
}

/// Of a server's packet `A` with these fields, said once at first: what goes wrong there, and what if it is said again.
std::pair<std::string, std::string> once_and_again(const std::string& fields, const std::string& kind,
                                                   const std::string& path) {
    const auto wrong = [&](const std::string& go) {
        return wrong_in(
            "protocol p; edition 1; memory { c: u8; } struct B { n: u8 ~ last; } struct Ask {} struct Get {} "
            "struct No {} struct A { " +
                fields +
                " } struct More { n: u8 ~ c; l: list(B, 0..3); } "
                "session { client { Ask, Get } server { A, No, More } start S; "
                "state S { on Ask reply A" +
                go + ", No; } state T { on Get reply More; } }\n",
            kind, path);
    };
    return {wrong(" go T"), wrong("")};
}

TEST(LeftOut, MemoryThatIsFreshEachTime) {
    using both_ways = std::pair<std::string, std::string>;
    const both_ways only_again{"", "decoder encoder both "}, always{"decoder encoder both ", "decoder encoder both "};
    EXPECT_EQ(once_and_again("n: u8 ~ c;", "prediction-lost", "A.n"), only_again);
    EXPECT_EQ(once_and_again("n: u8 ~ c; m: u8 ~ c;", "prediction-lost", "A.m"), always);
    EXPECT_EQ(once_and_again("n: u8 ~ c;", "prediction-lost", "More.n").first, "decoder encoder both ");
    EXPECT_EQ(once_and_again("l: list(B, 0..3);", "scope-not-opened", "A.l"), only_again);
    EXPECT_EQ(once_and_again("b: B; l: list(B, 0..3);", "scope-not-opened", "A.l"), always);
    EXPECT_EQ(once_and_again("l: list(B, 0..3); b: B;", "scope-not-opened", "A.l"), always);
    EXPECT_EQ(once_and_again("l: list(B, 0..3);", "scope-not-opened", "More.l").first, "decoder encoder both ");
    // A type alone is not what a packet is: there the list may have been open.
    EXPECT_EQ(wrong_ones("s: sealed(C, 1..90);", "scope-not-opened", "D.l",
                         "struct B { n: u8 ~ last; } struct D { l: list(B, 0..3); } struct C { d: list(D, 0..3); } "),
              "decoder encoder both ");
    EXPECT_EQ(wrong_ones("s: sealed(D, 1..90);", "scope-not-opened", "D.l",
                         "struct B { n: u8 ~ last; } struct D { l: list(B, 0..3); } "),
              "");
}

/// What an old state owes comes after what a new one says.
TEST(LeftOut, MemoryThatIsUsedWhileAReplyIsOwed) {
    const auto lost = [](const std::string& answer, const std::string& request_between) {
        return wrong_in(
            "protocol p; edition 1; memory { c: u8; } struct A { n: u8 ~ c; } struct P { n: u8 ~ c; } struct X {} "
            "struct Y {} "
            "struct Z {} session { client { X, Y } server { A, P, Z } start S; "
            "state S { on X reply A" +
                answer + request_between + "state T { push P; } }\n",
            "prediction-lost", "A.n");
    };
    EXPECT_EQ(lost(" go T; ", "on Y reply Z; } "), "");
    EXPECT_EQ(lost("; ", "on Y go T; } "), "decoder encoder both ");
}

TEST(LeftOut, BoundsThatAWrittenCodeDoesNotKnow) {
    EXPECT_EQ(wrong_ones("n: u16? ~ 60;", "greatest+1", "A.n"), "decoder ");
    EXPECT_EQ(wrong_ones("n: int(0..900) ~ 60;", "greatest+1", "A.n"), "decoder encoder both ");
}

TEST(LeftOut, HintsThatCostWhatTheValueCosts) {
    EXPECT_EQ(wrong_ones("b: bool ~ is true;", "hint-lost", "A.b"), "");
    EXPECT_EQ(wrong_ones("b: bool ~ is false;", "hint-lost", "A.b"), "decoder encoder both ");
}

TEST(LeftOut, FailuresThatCannotBe) {
    EXPECT_EQ(wrong_ones("n: u8 ~ last;", "failure-remembered", "client"), "");
    EXPECT_EQ(wrong_ones("n: u8 ~ last; m: int(0..9);", "failure-remembered", "client"), "encoder ");
    EXPECT_EQ(wrong_ones("n: u8 ~ last;", "refusal-remembered", "client"), "");
    EXPECT_EQ(wrong_ones("n: u8 ~ last; m: u1;", "refusal-remembered", "client"), "decoder ");
}

TEST(LeftOut, CutsThatZerosCannotComplete) {
    const auto cut = [](const std::string& fields, const std::string& path, const std::string& more = "") {
        return wrong_ones(fields, "cut-accepted", path, more);
    };
    // A packet is not cut to nothing, a value alone may be.
    EXPECT_EQ(cut("n: u8;", "client"), "");
    EXPECT_EQ(cut("n: u8;", "A"), "decoder ");
    EXPECT_EQ(cut("n: u9;", "client"), "decoder ");
    // Behind the one of a value that is new, zeros do not fill a byte; a rank of 63 does.
    EXPECT_EQ(cut("n: u7 ~ recent(64);", "A"), "");
    EXPECT_EQ(cut("n: u8 ~ recent(64);", "A"), "decoder ");
    EXPECT_EQ(cut("n: u7 ~ recent(64);", "client"), "decoder ");
    // A step that ends with a zero leads below what is predicted at first.
    EXPECT_EQ(cut("n: int(0..150) ~ last;", "A"), "");
    EXPECT_EQ(cut("n: int(0..150) ~ last;", "client"), "decoder ");
    EXPECT_EQ(cut("n: int(0..150) ~ last within 1;", "A"), "decoder ");
    // The flag of what is always so is a one, and what is not so is not written after it.
    const std::string enums = "enum One { only } enum Two { this ~2, that } ";
    EXPECT_EQ(cut("b: bytes(9); e: One ~ is only;", "client", enums), "");
    EXPECT_EQ(cut("b: bytes(9); e: One;", "client", enums), "decoder ");
    EXPECT_EQ(cut("b: bytes(9); e: Two ~ is this;", "client", enums), "decoder ");
    EXPECT_EQ(cut("n: u7; m: u8 ~ is 0;", "client"), "");
    EXPECT_EQ(cut("n: u7; m: u8 ~ is 1;", "client"), "decoder ");
}

TEST(LeftOut, WhatCannotBeSaid) {
    const auto without_bits = [](const std::string& life) {
        return wrong_in(
            "protocol p; edition 1; version 2; struct Say { n: u1; } struct Ask {} struct Done {} struct More {} "
            "session { client { Say, Ask" +
                life +
                " } server { Done, More since 2 } start S; "
                "state S { on Say; on Ask reply Done; push More; } }\n",
            "empty-is-nothing", "server");
    };
    EXPECT_EQ(without_bits(" since 2"), "");
    EXPECT_EQ(without_bits(""), "encoder ");
}

TEST(LeftOut, FinalFillOfWhatIsOnlySealed) {
    EXPECT_EQ(wrong_ones("b: sealed(B, 0..9);", "final-fill-ignored", "B", "struct B { n: u8; } "), "decoder ");
    EXPECT_EQ(wrong_ones("b: B;", "final-fill-ignored", "B", "struct B { n: u8; } "), "");
}

/// Whatever is read although it was cut, with zeros behind it, has the fault that lets it pass.
TEST(LeftOut, NoCutThatZerosComplete) {
    constexpr unsigned schemas = 40, tries = 150;
    const std::uint64_t seed = 7;
    std::cout << "seed " << seed << '\n';
    std::mt19937_64 random(seed);
    test::inventor invent(seed);
    unsigned passed = 0;
    for (unsigned i = 0; i < schemas; ++i) {
        const std::string text = invent.next();
        const test::compiled schema(text);
        ASSERT_TRUE(schema.run) << schema.told() << text;
        const layout& plan = schema.run->plan();
        std::set<std::string> made;
        for (const mutant& each : mutants_of(*schema.run))
            if (each.kind == "cut-accepted") made.insert(each.path);
        std::set<index> sealed;
        for (const node& n : plan.nodes)
            if (n.operation == op::sealed) sealed.insert(n.type);
        for (unsigned t = 0; t < tries * plan.types.size(); ++t) {
            const auto type = static_cast<index>(t % plan.types.size());
            const unsigned v = plan.version - t / tries % (plan.version - plan.oldest + 1);
            if (plan.types[type].kind == type_kind::enumeration) continue;
            std::vector<std::uint8_t> bytes(random() % 6);
            for (auto& each : bytes) each = static_cast<std::uint8_t>(random() & random());
            for (unsigned zeros = 0; zeros < 4; ++zeros) {
                bytes.push_back(0);
                if (interpreter::decode_type(*schema.run, type, v, bytes).index() != 0 &&
                    (!sealed.contains(type) || interpreter::open_sealed(*schema.run, type, bytes).index() != 0))
                    continue;
                ++passed;
                EXPECT_TRUE(made.contains(std::string(plan.types[type].name))) << plan.types[type].name << '\n' << text;
            }
        }
    }
    EXPECT_GT(passed, 1000U);
}

}  // namespace
}  // namespace tic::conformance
