// A failing tape shrinks to what the fault needs, and describes the field that is wrong.
#include "conformance/run/shrink.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/derive/check.hpp"
#include "conformance/implementation/function.hpp"
#include "conformance/implementation/interpreter.hpp"
#include "conformance/run/describe.hpp"
#include "conformance/run/run.hpp"
#include "conformance/tape/format.hpp"
#include "tests/conformance/run/played.hpp"

namespace tic::test {
namespace {

using namespace conformance;

/// The interpreter, but once it has heard `Ask n=9` it takes every text for "x".
start_implementation faulty(const interpreter::program& run) {
    return [&run](std::string&) {
        return around(
            [inner = interpreter_answers(run), spoilt = false](std::string_view line, std::string& out) mutable {
                const auto before = out.size();
                inner(line, out);
                auto said = out.substr(before);
                if (said.find("Ask .n=9") != std::string::npos) spoilt = true;
                if (line.starts_with("open")) spoilt = false;
                if (const auto at = said.find(".text="); spoilt && at != std::string::npos)
                    out.resize(before + at), out += ".text=x";
            });
    };
}

TEST(Shrink, LeavesTheStepsAndFieldsThatItTakes) {
    const compiled schema(
        "protocol talk;\nedition 1;\nstruct Ask { n: u8; }\nstruct Tell { n: u8; loud: bool?; text: utf8(0..20); }\n"
        "session { client { Ask, Tell } server {} start Open; state Open { on Ask; on Tell; } }\n",
        "talk.tic");
    std::vector<problem> problems;
    std::vector<tape_file> files;
    files.push_back(parse_tapes(
        "t.tape",
        "tape t\nschema talk.tic version 1\n> Ask n=1\n> Tell n=7 loud=true text=\"before\"\n> Ask n=9\n"
        "> Ask n=4\n> Tell n=200 loud=false text=\"hello there\"\n> Ask n=5\n",
        [&](const auto&, const auto&, auto&) { return &*schema.run; }, problems));
    ASSERT_TRUE(problems.empty() && check_tapes(files, problems)) << problems.front().spelled();
    const auto cases = cases_of(*schema.run, files[0].tapes[0]);
    std::vector<const test_case*> all;
    for (const auto& one : cases) all.push_back(&one);
    outcome failed;
    kept heard;
    run_options options;
    options.check_first = false;
    run_input input{&schema.run->plan(), all, all, nullptr, [&](outcome& one) {
                        describe(one, *schema.run, {});
                        failed = one;
                    }};
    const auto got = run(input, faulty(*schema.run), options, heard);
    ASSERT_EQ(got.end.of(verdict::fail), 1U);
    ASSERT_EQ(failed.differences.size(), 1U);
    EXPECT_EQ(failed.differences[0].path, "Tell.text");
    EXPECT_EQ(failed.differences[0].expected, "hello%20there");
    EXPECT_EQ(failed.differences[0].declared, "talk.tic:4");
    EXPECT_NE(failed.differences[0].bit_count, 0U);

    auto smaller = shrink(failed, greeted(schema.run->plan(), faulty(*schema.run), std::chrono::seconds(30)),
                          std::chrono::seconds(30));
    ASSERT_TRUE(smaller.has_value());
    tape_file file;
    file.tapes.push_back(std::move(*smaller));
    const auto text = format_tapes(file);
    EXPECT_THAT(text, testing::HasSubstr("> Ask n=9"));
    EXPECT_THAT(text, testing::HasSubstr("> Tell n=0 text=\"\""));
    EXPECT_EQ(file.tapes[0].steps.size(), 2U) << text;
}

}  // namespace
}  // namespace tic::test
