// The canonical form, and that it is read as what it was.
#include <gtest/gtest.h>

#include "tests/conformance/tape/support.hpp"
#include "tests/support/invent.hpp"
#include "tests/support/values.hpp"

namespace tic::conformance {
namespace {

std::string formatted(std::string_view text) {
    const read_tapes got(text);
    EXPECT_EQ(got.told(), "");
    return format_tapes(got.file);
}

TEST(Format, KeepsCommentsAndGroups) {
    constexpr std::string_view text = R"(# first

# of the tape
tape a
schema chat.tic version 2
covers Ack.seq

# before a step
> Ack chat=5 seq=1                                 c00000000160  # behind it
< any-order {  # all of them
    Deliver chat=5 sender=9 seq=1 sent_at=1000 body=v1{kind=text text=""}
        | c000000001600000 00013fd084a0 ;
    Sent? tag=1 chat=5 seq=2                       60
  }
quiet
bad a#1 cut 1 expect refuse truncated              c0
bad a#1 set .chat=range+1 expect error as beyond

tape b
schema chat.tic version 1
connection one
> Ack chat=5 seq=1
alone Body/2 kind=text text="a"
connection two version 2
> Ack chat=5 seq=1
# the end
)";
    EXPECT_EQ(formatted(text), text);
}

TEST(Format, IsOneForm) {
    EXPECT_EQ(
        formatted("\n\n\ntape   a\r\nschema chat.tic    version 2 # why\r\nlevel must\n\n\n>Ack seq=1 chat=5\n  c0 00 "
                  "00\n  000160\n"
                  "bad a#1   set .seq=07   expect  refuse range\n"),
        "# why\ntape a\nschema chat.tic version 2\n\n> Ack chat=5 seq=1                                 c00000000160\n"
        "bad a#1 set .seq=7 expect refuse range\n");
}

TEST(Format, BreaksLongLinesOutsideQuotes) {
    const std::string text =
        formatted("tape a\nschema chat.tic version 2\n> Send chat=5 tag=1 body=v2{kind=text text=\"" +
                  std::string(60, 'a') + " " + std::string(60, 'b') + "\"}\n");
    EXPECT_EQ(text, "tape a\nschema chat.tic version 2\n> Send chat=5 tag=1 body=v2{kind=text\n    text=\"" +
                        std::string(60, 'a') + " " + std::string(60, 'b') + "\"}\n");
}

/// A tape that says a random packet of each kind, whatever the states allow: only its text is looked at.
tape_file invented(const interpreter::program& run, std::uint64_t seed) {
    test::value_source values(run, seed);
    tape_file file{.path = "x.tape"};
    tape& t = file.tapes.emplace_back();
    t.id = "invented";
    t.schema = "chat.tic";
    t.run = &run;
    const unsigned version =
        run.plan().oldest + static_cast<unsigned>(values.below(run.plan().version - run.plan().oldest + 1));
    t.connections.push_back({"", version});
    for (const side who : {side::client, side::server})
        for (index i = 0; i < run.plan().packets[who].size(); ++i) {
            const packet& each = run.plan().packets[who][i];
            if (!run.find_packet(who, version, each.name)) continue;
            step made;
            made.who = who;
            made.name = i;
            made.version = version;
            made.content = values.of_type(each.type, version);
            made.bytes.resize(values.below(90), 0x5a);
            t.steps.push_back(std::move(made));
        }
    for (index type = 0; type < run.plan().types.size(); ++type)
        for (unsigned v = 1; v <= run.plan().version; ++v) {
            if (run.plan().types[type].kind != type_kind::structure && run.plan().at(v, type).codes.count == 0)
                continue;
            step made;
            made.is = step_kind::alone;
            made.name = type;
            made.version = v;
            made.content = values.of_type(type, v);
            made.bytes = {1, 2, 3};
            t.steps.push_back(std::move(made));
        }
    return file;
}

TEST(Format, ReadsBackWhatItWrites) {
    test::inventor invent(3);
    for (unsigned seed = 0; seed < 40; ++seed) {
        const std::string schema = invent.next();
        const test::compiled made(schema);
        ASSERT_TRUE(made.run) << schema << made.told();
        const std::string once = format_tapes(invented(*made.run, seed));
        const schema_finder find = [&](const std::string&, const std::string&, std::string&) { return &*made.run; };
        const read_tapes got(once, find);
        ASSERT_EQ(got.told(), "") << "seed " << seed << '\n' << schema << once;
        ASSERT_EQ(format_tapes(got.file), once) << "seed " << seed << '\n' << schema;
    }
}

}  // namespace
}  // namespace tic::conformance
