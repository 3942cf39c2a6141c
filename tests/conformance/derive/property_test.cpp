// Random changes over invented schemas: what is derived is refused as told, and a second broken rule is never let
// through.
#include <gtest/gtest.h>

#include <map>

#include "conformance/derive/check.hpp"
#include "conformance/derive/derive.hpp"
#include "conformance/derive/prove.hpp"
#include "conformance/tape/play.hpp"
#include "conformance/values/text.hpp"
#include "runtime/interpreter/decode.hpp"
#include "tests/support/compiled.hpp"
#include "tests/support/invent.hpp"
#include "tests/support/values.hpp"

namespace tic::conformance {
namespace {

using interpreter::value;

/// All paths of a value, `.l[1].x`.
void collect(const layout& plan, unsigned version, const node& n, const value& v, const std::string& path,
             std::vector<std::string>& out) {
    if (!path.empty()) out.push_back(path);
    if (v.absent) return;
    if (n.operation == op::list)
        for (std::size_t i = 0; i < v.items.size(); ++i)
            collect(plan, version, plan.nodes[n.element], v.items[i], path + "[" + std::to_string(i) + "]", out);
    if (n.operation != op::structure && n.operation != op::choice) return;
    for (const node& each : plan.fields(version, n.type)) {
        const index ordinal = each.member - plan.types[n.type].first_member;
        if (n.operation == op::choice && ordinal != v.number) continue;
        const value& item = v.items.at(n.operation == op::choice ? 0 : ordinal);
        collect(plan, version, each, item, path + "." + std::string(plan.members[each.member].name), out);
    }
}

/// Tries each change at each place of one step; `see` gets what came of it.
template <class See>
void try_changes(const interpreter::program& run, const interpreter::session& at, const step& good, See&& see) {
    std::vector<std::string> paths;
    const node top{.operation = op::structure, .plain = code::nothing, .type = type_of(run, good)};
    collect(run.plan(), good.version, top, *good.content, "", paths);
    const auto one = [&](change what) { see(what, derive(run, at, good, what)); };
    for (const std::string& path : paths) {
        for (const change_kind is : {change_kind::plain, change_kind::rank, change_kind::overlong, change_kind::fill})
            one({.is = is, .path = path});
        for (const char* beyond : {"range+1", "range-1", "length+1", "length-1"})
            one({.is = change_kind::set, .path = path, .value = beyond});
        one({.is = change_kind::bytes, .path = path, .value = "x\"61ff\""});
    }
    one({.is = change_kind::fill});
    for (std::size_t n = 0; n < good.bytes.size(); ++n) one({.is = change_kind::cut, .count = n});
    one({.is = change_kind::pad, .value = "x\"00\""});
    one({.is = change_kind::newer});
}

/// The rule that a change is for.
reason rule_of(change_kind is) {
    switch (is) {
        case change_kind::plain:
            return reason::non_canonical;
        case change_kind::overlong:
            return reason::overlong;
        case change_kind::fill:
            return reason::bad_padding;
        case change_kind::bytes:
            return reason::bad_utf8;
        case change_kind::cut:
            return reason::truncated;
        case change_kind::pad:
            return reason::trailing;
        case change_kind::newer:
            return reason::newer_version;
        case change_kind::then:
            return reason::wrong_state;
        case change_kind::set:
        case change_kind::rank:
            break;
    }
    return reason::range;
}

struct tally {
    std::map<change_kind, unsigned> derived_by;
    unsigned doubled = 0;
};

/// Breaks a second rule of a packet that breaks one: a set fill bit at its end, then a byte less.
void break_twice(const interpreter::program& run, const interpreter::session& at, const step& good, const change& what,
                 const derived& made, tally& seen) {
    if (what.is == change_kind::cut || what.is == change_kind::fill || what.is == change_kind::pad) return;
    const bool has_other_value = what.is == change_kind::set || what.is == change_kind::bytes;
    const claim claimed{.why = made.refused.why, .rest = &*good.content, .path = has_other_value ? what.path : ""};
    std::vector<std::uint8_t> shorter(made.bytes.begin(), made.bytes.end() - 1);
    const auto cut = prove(run, at, good, shorter, claimed);
    EXPECT_EQ(cut.index(), 1U) << "a packet without its end was let through";
    // Where the last byte holds fill, setting its last bit breaks the second rule.
    interpreter::tolerance tolerated{
        .why = made.refused.why, .bit = made.refused.bit, .instead = what.is == change_kind::newer ? good.version : 0};
    std::uint64_t fill = 0;
    const interpreter::trace_sink trace = [&](const interpreter::trace_line& line) {
        if (line.what == "fill" && line.first_bit + line.bit_count == 8 * made.bytes.size()) fill = line.bit_count;
    };
    static_cast<void>(read_in_place(run, at, good, made.bytes, &tolerated, &trace));
    if (fill == 0) return;
    std::vector<std::uint8_t> both = made.bytes;
    both.back() |= 1;
    const auto filled = prove(run, at, good, both, claimed);
    EXPECT_EQ(filled.index(), 1U) << "a set fill bit was let through";
    ++seen.doubled;
}

void check_one(const interpreter::program& run, const interpreter::session& at, const step& good, const change& what,
               const std::variant<derived, std::string>& came, tally& seen) {
    if (came.index() == 1) {
        EXPECT_FALSE(std::get<std::string>(came).empty());
        return;
    }
    const derived& made = std::get<derived>(came);
    ++seen.derived_by[what.is];
    EXPECT_EQ(made.refused.why, rule_of(what.is));
    const auto read = read_in_place(run, at, good, made.bytes);
    ASSERT_EQ(read.index(), 1U);
    EXPECT_EQ(std::get<interpreter::refusal>(read), made.refused);
    break_twice(run, at, good, what, made, seen);
}

TEST(DeriveProperty, BreaksOneRuleAndNeverTwo) {
    test::inventor invent(17);
    tally seen;
    for (unsigned seed = 0; seed < 60; ++seed) {
        const std::string text = invent.next();
        const test::compiled made(text);
        ASSERT_TRUE(made.run) << text << made.told();
        const auto& run = *made.run;
        test::value_source values(run, seed);
        const unsigned version =
            run.plan().oldest + static_cast<unsigned>(values.below(run.plan().version - run.plan().oldest + 1));
        tape t;
        t.run = &run;
        t.connections.push_back({"", version});
        player playing(t);
        for (unsigned round = 0; round < 12; ++round)
            for (const side who : {side::client, side::server})
                for (index i = 0; i < run.plan().packets[who].size(); ++i) {
                    const packet& each = run.plan().packets[who][i];
                    if (!run.find_packet(who, version, each.name)) continue;
                    if (playing.at(0).states().may_send(who, i) != interpreter::permission::ok) continue;
                    step good;
                    good.who = who;
                    good.name = i;
                    good.version = version;
                    good.content = values.of_type(each.type, version);
                    const interpreter::session before = playing.at(0);
                    std::vector<problem> problems;
                    if (!playing.play(good, problems)) continue;  // a packet beyond the schema's limit
                    try_changes(run, before, good, [&](const change& what, const auto& came) {
                        SCOPED_TRACE("seed " + std::to_string(seed) + " " + std::string(each.name) + " " +
                                     spell_change(run, what, version));
                        check_one(run, before, good, what, came, seen);
                    });
                    if (HasFailure()) FAIL() << text;
                }
    }
    for (const change_kind is : {change_kind::set, change_kind::plain, change_kind::rank, change_kind::overlong,
                                 change_kind::fill, change_kind::bytes, change_kind::cut})
        EXPECT_GT(seen.derived_by[is], 20U) << static_cast<int>(is);
    EXPECT_GT(seen.doubled, 100U);
    for (const auto& [is, count] : seen.derived_by)
        RecordProperty(std::to_string(static_cast<int>(is)), static_cast<int>(count));
}

TEST(DeriveProperty, NeverTakesTwoFieldsBeyondTheirDomains) {
    static const test::compiled made(R"(
protocol n; edition 1;
struct N { a: int(0..1000) ~ 20; b: int(0..1000) ~ 20; name: utf8(0..9) ~ 4; t: u8 ~ recent(4); u: u8 ~ recent(4); }
session { client { N } server { } start S; state S { on N; } }
)");
    ASSERT_TRUE(made.run) << made.told();
    tape t;
    t.run = &*made.run;
    t.connections.push_back({"", 1});
    player playing(t);
    const auto said = [&](const std::string& text) {
        cursor from(text);
        text_reader reader(*made.run, 1, from);
        step good;
        good.name = 0;
        EXPECT_TRUE(reader.read_type(*made.run->find_type("N"), good.content.emplace())) << reader.wrong.text;
        return good;
    };
    step first = said("a=1 b=1 name=\"a\" t=5 u=6");
    std::vector<problem> problems;
    ASSERT_TRUE(playing.play(first, problems));
    step good = said("a=1 b=1 name=\"a\" t=5 u=6");
    const interpreter::session before = playing.at(0);
    ASSERT_TRUE(playing.play(good, problems));
    const std::vector<change> all{
        {.is = change_kind::set, .path = ".a", .value = "range+1"},
        {.is = change_kind::set, .path = ".b", .value = "range+1"},
        {.is = change_kind::set, .path = ".name", .value = "length+1"},
        {.is = change_kind::bytes, .path = ".name", .value = "x\"ff\""},
    };
    for (const change& one : all)
        for (const change& other : all) {
            step twice = good;
            const auto changed = changed_value(*made.run, good, one);
            ASSERT_EQ(changed.index(), 0U);
            twice.content = std::get<0>(changed);
            const auto got = derive(*made.run, before, twice, other);
            const bool is_one_place = one.path == other.path;
            EXPECT_EQ(got.index(), is_one_place ? 0U : 1U) << one.path << ' ' << other.path;
        }
}

}  // namespace
}  // namespace tic::conformance
