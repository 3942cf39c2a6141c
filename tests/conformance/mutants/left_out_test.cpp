// A fault that the layout shows to change nothing is not made; beside each a schema in which it changes something.
#include <gtest/gtest.h>

#include <algorithm>

#include "codegen/cpp/cpp.hpp"
#include "tests/conformance/mutants/support.hpp"

namespace tic::conformance {
namespace {

/// Who goes wrong by a kind of fault at a path, of a packet `A` with these fields: `decoder encoder both `.
std::string wrong_ones(const std::string& fields, const std::string& kind, const std::string& path,
                       const std::string& more = "") {
    const test::compiled schema("protocol p; edition 1; struct A { " + fields + " } " + more +
                                "session { client { A } server {} start S; state S { on A; } }\n");
    EXPECT_TRUE(schema.run) << schema.told();
    if (!schema.run) return {};
    std::vector<mutant> all;
    std::string wrong, who;
    EXPECT_TRUE(read_mutants(cpp::print_mutants(schema.run->plan(), "p.tic").list, all, wrong)) << wrong;
    for (const mutant& each : all)
        if (each.kind == kind && each.path == path) who += each.who + ' ';
    return who;
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
    EXPECT_EQ(wrong_ones("n: u8;", "cut-accepted", "client"), "");
    EXPECT_EQ(wrong_ones("n: u9;", "cut-accepted", "client"), "decoder ");
}

}  // namespace
}  // namespace tic::conformance
