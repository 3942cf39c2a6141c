// Each decoder that could take zeros for what a cut left out is shown such a cut by the suite made of the schema.
#include <gtest/gtest.h>

#include <iostream>
#include <set>

#include "codegen/mutants/mutants.hpp"
#include "conformance/derive/prove.hpp"
#include "conformance/tape/play.hpp"
#include "conformance/vectors/vectors.hpp"
#include "tests/conformance/mutants/support.hpp"
#include "tests/support/invent.hpp"

namespace tic::conformance {
namespace {

/// Where the fault is that lets a cut step pass: a side, or the type that is alone or sealed.
std::string path_of(const layout& plan, const step& cut) {
    if (cut.is == step_kind::packet) return cut.who == side::client ? "client" : "server";
    return std::string(plan.types[cut.name].name);
}

/// Whether zeros behind the bytes make them whole.
bool is_completed_by_zeros(const interpreter::program& run, const interpreter::session& at, const step& good,
                           std::vector<std::uint8_t> bytes) {
    constexpr unsigned most_zeros = 64;
    for (unsigned i = 0; i < most_zeros; ++i) {
        bytes.push_back(0);
        const auto got = read_in_place(run, at, good, bytes);
        if (got.index() == 0 && std::get<0>(got).bytes == bytes.size()) return true;
    }
    return false;
}

/// The paths of faults that the cuts of a tape show.
void add_shown(const interpreter::program& run, tape& of, std::set<std::string>& shown) {
    player playing(of);
    std::vector<problem> problems;
    for (unsigned number = 1; number <= of.steps.size(); ++number) {
        step& good = of.steps[number - 1];
        const interpreter::session before = playing.at(good.connection);
        for (const bad& wrong : of.bads)
            if (wrong.step == number && wrong.what.is == change_kind::cut &&
                !shown.contains(path_of(run.plan(), good)) && is_completed_by_zeros(run, before, good, wrong.bytes))
                shown.insert(path_of(run.plan(), good));
        ASSERT_TRUE(playing.play(good, problems));
    }
}

TEST(Cuts, ShowWhoReadsZerosForWhatLacks) {
    constexpr unsigned schemas = 8;
    const std::uint64_t seed = 7;
    std::cout << "seed " << seed << '\n';
    test::inventor invent(seed);
    for (unsigned i = 0; i < schemas; ++i) {
        const std::string text = invent.next();
        const test::compiled schema(text);
        ASSERT_TRUE(schema.run) << schema.told() << text;
        std::vector<mutant> all;
        std::string wrong;
        ASSERT_TRUE(read_mutants(mutation::print_mutants(schema.run->plan(), "x.tic").list, all, wrong)) << wrong;
        std::set<std::string> shown;
        for (tape_file& file : make_vectors(*schema.run, "x.tic"))
            for (tape& each : file.tapes) add_shown(*schema.run, each, shown);
        for (const mutant& each : all)
            EXPECT_TRUE(each.kind != "cut-accepted" || shown.contains(each.path)) << each.path << '\n' << text;
    }
}

}  // namespace
}  // namespace tic::conformance
