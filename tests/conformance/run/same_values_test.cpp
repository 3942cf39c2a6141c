// Values mean the same in any order and in any decimal that reads to the same bits, and else they do not.
#include "conformance/run/same_values.hpp"

#include <gtest/gtest.h>

#include "conformance/run/judge.hpp"
#include "tests/conformance/support/exchanges.hpp"
#include "tests/support/compiled.hpp"

namespace tic::test {
namespace {

using namespace conformance;

struct spelling {
    const char* verb;
    const char* request;
    const char* expected;
    const char* got;
    verdict is;
};

class Spelling : public testing::TestWithParam<spelling> {};

TEST_P(Spelling, IsJudgedByWhatItMeans) {
    const compiled schema(
        "protocol p; edition 1; version 2; struct P { a: f32; b: f64; l: list(u8, 0..3); } struct Q { c: u8 since 2; "
        "}\n"
        "session { client { P, Q since 2 } server { } start S; state S { on P, Q; } }\n");
    const auto& param = GetParam();
    std::string why;
    EXPECT_EQ(judge(exchange_of(*schema.run, param.verb, param.request, "ok", param.expected),
                    {.verb = "ok", .id = 7, .rest = param.got}, why),
              param.is)
        << why;
}

INSTANTIATE_TEST_SUITE_P(
    All, Spelling,
    testing::Values(
        spelling{"decode", "P/1 00", ".a=0.1 .b=1e+16 .l[]=0", ".a=0.1 .b=1e+16 .l[]=0", verdict::pass},
        spelling{"decode", "P/1 00", ".a=0.1 .b=1e+16 .l[]=0", ".a=0.100000001 .b=10000000000000000.0 .l[]=0",
                 verdict::lenient},
        spelling{"decode", "P/1 00", ".a=0.1 .b=0.0 .l[]=0", ".b=0.0 .a=0.1 .l[]=0", verdict::lenient},
        spelling{"decode", "P/1 00", ".a=0.1 .b=0.0 .l[]=0", ".a=0.1 .b=-0.0 .l[]=0", verdict::fail},
        spelling{"decode", "P/1 00", ".a=0.1 .b=0.1 .l[]=0", ".a=0.1 .b=0.100000001 .l[]=0", verdict::fail},
        spelling{"decode", "P/1 00", ".a=0.1 .b=0.0 .l[]=1 .l[0]=7", ".a=0.1 .b=0.0 .l[]=1", verdict::fail},
        spelling{"unseal", "Q 00", "2 .c=7", "1", verdict::fail},
        spelling{"receive", "00", "P .a=0.5 .b=1.0 .l[]=0 ; Q .c=7", "P .a=5e-1 .b=1 .l[]=0 ; Q .c=7",
                 verdict::lenient},
        spelling{"receive", "00", "P .a=0.5 .b=1.0 .l[]=0 ; Q .c=7", "P .a=0.5 .b=1 .l[]=0 ; Q .c=8", verdict::fail},
        spelling{"receive", "00", "P .a=0.5 .b=1.0 .l[]=0 ; Q .c=7", "P .a=0.5 .b=1 .l[]=0", verdict::fail}));

}  // namespace
}  // namespace tic::test
