// Generated adapters beside the interpreter: invented values of every type, written, read, sealed and opened;
// connections; and lines that make no sense, which are answered too.
#include "conformance/values/flat.hpp"
#include "runtime/interpreter/session.hpp"
#include "tests/codegen_cpp/any_adapter.hpp"
#include "tests/support/compiled.hpp"
#include "tests/support/values.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace tic::test {

std::vector<registered_adapter>& all_adapters() {
    static std::vector<registered_adapter> all;
    return all;
}

namespace {

using conformance::write_flat;

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

std::string hex(std::span<const std::uint8_t> bytes) {
    std::string text;
    append_hex(text, bytes);
    return text.empty() ? "-" : text;
}
std::string joined(const std::string& head, const std::string& values) {
    return values.empty() ? head : head + " " + values;
}

std::string told(const interpreter::refusal& no) {
    std::string text = std::string(name_of(no.why)) + " bit=" + std::to_string(no.bit);
    if (no.why == reason::truncated) text += " more=" + std::to_string(no.more);
    return no.path.empty() ? text : text + " path=" + no.path;
}

/// One adapter and the interpreter, asked the same.
struct pair {
    const interpreter::program& run;
    any_adapter& subject;
    value_source values;
    std::vector<std::string> lines{};  ///< asked so far, to be broken

    void ask(const std::string& line, const std::string& expected) {
        ASSERT_EQ(subject.answer(line), expected + "\n") << line;
        lines.push_back(line);
    }
    std::vector<std::uint8_t> broken(std::span<const std::uint8_t> from) {
        std::vector<std::uint8_t> bytes(from.begin(), from.end());
        if (values.below(3) == 0) bytes.resize(values.below(bytes.size() + 1));
        for (auto& b : bytes)
            if (values.below(8) == 0) b = static_cast<std::uint8_t>(values.below(256));
        return bytes;
    }

    void alone(index type, unsigned version) {
        const std::string name = std::string(run.plan().types[type].name);
        const std::string typed = name + "/" + std::to_string(version);
        if (run.plan().types[type].kind != type_kind::structure && run.plan().at(version, type).codes.count == 0)
            return;
        const interpreter::value v = values.of_type(type, version);
        const std::string flat = write_flat(run, type, version, v);
        const auto made = encode_type(run, type, version, v);
        ASSERT_EQ(made.index(), 0U);
        const auto& bytes = std::get<0>(made);
        ASSERT_NO_FATAL_FAILURE(ask(joined("encode 1 " + typed, flat), "ok 1 " + hex(bytes)));
        ASSERT_NO_FATAL_FAILURE(ask("decode 2 " + typed + " " + hex(bytes), joined("ok 2", flat)));
        const auto wrong = broken(bytes);
        const auto read = decode_type(run, type, version, wrong);
        ASSERT_NO_FATAL_FAILURE(ask("decode 3 " + typed + " " + hex(wrong), answer_of(read, type, version)));
        if (run.plan().types[type].kind != type_kind::enumeration) sealed(type, version, name, flat, v);
    }
    std::string answer_of(const interpreter::decode_result& read, index type, unsigned version) {
        if (const auto* no = std::get_if<interpreter::refusal>(&read)) return "refuse 3 " + told(*no);
        return joined("ok 3", write_flat(run, type, version, std::get<interpreter::decoded>(read).content));
    }
    void sealed(index type, unsigned version, const std::string& name, const std::string& flat,
                const interpreter::value& v) {
        const auto made = seal(run, type, version, v);
        ASSERT_EQ(made.index(), 0U);
        const auto& bytes = std::get<0>(made);
        ASSERT_NO_FATAL_FAILURE(
            ask(joined("seal 4 " + name + "/" + std::to_string(version), flat), "ok 4 " + hex(bytes)));
        ASSERT_NO_FATAL_FAILURE(
            ask("unseal 5 " + name + " " + hex(bytes), joined("ok 5 " + std::to_string(version), flat)));
        const auto wrong = broken(bytes);
        const auto read = open_sealed(run, type, wrong);
        std::string expected;
        if (const auto* no = std::get_if<interpreter::refusal>(&read))
            expected = "refuse 5 " + told(*no);
        else
            expected = joined("ok 5 " + std::to_string(std::get<0>(read).version),
                              write_flat(run, type, std::get<0>(read).version, std::get<0>(read).content));
        ASSERT_NO_FATAL_FAILURE(ask("unseal 5 " + name + " " + hex(wrong), expected));
    }

    /// Both ends of one connection in one adapter: what one says the other is fed, in two pieces.
    void talk(unsigned version) {
        interpreter::session_states states(run, version);
        ASSERT_NO_FATAL_FAILURE(ask("open 6 client " + std::to_string(version), "ok 6"));
        ASSERT_NO_FATAL_FAILURE(ask("open 7 server " + std::to_string(version), "ok 7"));
        per_side<interpreter::memory> said{interpreter::memory(run), interpreter::memory(run)};
        for (int i = 0; i < 30 && !states.is_closed(); ++i) {
            const auto who = static_cast<side>(values.below(2));
            const auto& tags = run.plan().at(version).tags[who];
            if (tags.count == 0) continue;
            const index packet = run.plan().codes[tags.first + values.below(tags.count)].member;
            const auto& declared = run.plan().packets[who][packet];
            const interpreter::value v = values.of_type(declared.type, version);
            const std::string text = joined(std::string(declared.name), write_flat(run, declared.type, version, v));
            const std::string own = who == side::client ? "6 " : "7 ", other = who == side::client ? "7" : "6";
            if (states.on_sent(who, packet) != interpreter::permission::ok) {
                ASSERT_NO_FATAL_FAILURE(ask("send " + own + text, "refuse " + own + "wrong-state"));
                continue;
            }
            const auto made = encode_packet(run, who, version, said[who], packet, v);
            ASSERT_EQ(made.index(), 0U);
            const auto& bytes = std::get<0>(made);
            ASSERT_NO_FATAL_FAILURE(ask("send " + own + text, "ok " + own + hex(bytes)));
            const auto first = std::span(bytes).first(values.below(bytes.size()));
            ASSERT_NO_FATAL_FAILURE(ask("receive " + other + " " + hex(first), "ok " + other));
            ASSERT_NO_FATAL_FAILURE(ask("receive " + other + " " + hex(std::span(bytes).subspan(first.size())),
                                        "ok " + other + " " + text));
        }
        ASSERT_NO_FATAL_FAILURE(ask("end 6", "ok 6"));
        ASSERT_NO_FATAL_FAILURE(ask("end 7", "ok 7"));
    }

    /// A line that was good, altered: any answer will do that is one line and an answer.
    void nonsense() {
        std::string line = lines[values.below(lines.size())];
        for (std::uint64_t i = values.below(4); i > 0; --i) {
            const std::size_t at = values.below(line.size() + 1);
            static constexpr std::string_view likely = " .=[]%?/0123456789abcdefABCxe-{}";
            switch (values.below(4)) {
                case 0:
                    line.insert(at, 1,
                                values.below(3) == 0 ? static_cast<char>(values.below(256))
                                                     : likely[values.below(likely.size())]);
                    break;
                case 1:
                    line.erase(at, 1 + values.below(5));
                    break;
                case 2:
                    if (at < line.size()) line[at] = likely[values.below(likely.size())];
                    break;
                default:
                    line.insert(at, line.substr(values.below(line.size() + 1), values.below(30)));
            }
        }
        if (line.find('\n') != std::string::npos || line == "bye") return;
        const std::string got = subject.answer(line);
        const std::string verb = got.substr(0, got.find(' '));
        ASSERT_TRUE(verb == "ok" || verb == "error" || verb == "refuse" || verb == "unsupported" || verb == "hello")
            << line << "\n"
            << got;
        ASSERT_EQ(got.find('\n'), got.size() - 1) << line << "\n" << got;
    }
};

TEST(adapter, answers_as_the_interpreter_does) {
    const std::uint64_t seed = setting("TIC_SEED", 1);
    const std::uint64_t rounds = setting("TIC_VALUES", 1500) / 50;
    ASSERT_GE(all_adapters().size(), 3U);
    for (const registered_adapter& one : all_adapters()) {
        SCOPED_TRACE("TIC_SEED=" + std::to_string(seed) + "\n" + one.schema);
        const compiled schema(one.schema);
        ASSERT_TRUE(schema.run) << schema.told();
        const auto& plan = schema.run->plan();
        const auto subject = one.make();
        pair both{*schema.run, *subject, value_source(*schema.run, seed)};
        for (std::uint64_t round = 0; round < rounds; ++round) {
            for (unsigned version = 1; version <= plan.version; ++version)
                for (index type = 0; type < plan.types.size(); ++type)
                    ASSERT_NO_FATAL_FAILURE(both.alone(type, version));
            for (unsigned version = plan.oldest; version <= plan.version; ++version)
                ASSERT_NO_FATAL_FAILURE(both.talk(version));
        }
        for (std::uint64_t i = 0; i < rounds * 300; ++i) ASSERT_NO_FATAL_FAILURE(both.nonsense());
    }
}

std::unique_ptr<any_adapter> chat() {
    for (const registered_adapter& one : all_adapters())
        if (std::string_view(one.schema).find("protocol chat;") != std::string_view::npos) return one.make();
    return nullptr;
}

TEST(adapter, tells_what_it_speaks_and_what_it_does_not_know) {
    const auto subject = chat();
    ASSERT_NE(subject, nullptr);
    EXPECT_EQ(
        subject->answer("hello 1 chat"),
        "hello 1 chat impl=tictoc-cpp versions=2:a1f26505,1:b11bf3be ops=decode,encode,unseal,seal,open,states\n");
    EXPECT_EQ(subject->answer("hello 1 other"), "unsupported 1 hello 1 other\n");
    EXPECT_EQ(subject->answer("decode 2 Ack/3 00"), "unsupported 2 decode 2 Ack/3 00\n");
    EXPECT_EQ(subject->answer("decode 2 Nothing/1 00"), "unsupported 2 decode 2 Nothing/1 00\n");
    EXPECT_EQ(subject->answer("unseal 2 Kind 00"), "unsupported 2 unseal 2 Kind 00\n");
    EXPECT_EQ(subject->answer("open 2 nobody 1"), "unsupported 2 open 2 nobody 1\n");
    EXPECT_EQ(subject->answer("mutant 2 1"), "unsupported 2 mutant 2 1\n") << "no mutants were compiled in";
    EXPECT_EQ(subject->answer(""), "unsupported 0 a line without an id\n");
}

TEST(adapter, tells_what_is_wrong_with_values) {
    const auto subject = chat();
    ASSERT_NE(subject, nullptr);
    EXPECT_EQ(subject->answer("encode 1 Ack/2 .chat=5 .seq=1\r"), "ok 1 8000000002c0\n");
    EXPECT_EQ(subject->answer("encode 1 Ack/2 .chat=5"), "error 1 .seq is missing\n");
    EXPECT_EQ(subject->answer("encode 1 Ack/2 .chat=5 .seq=1 .more=1"), "error 1 .more=1 is not expected here\n");
    EXPECT_EQ(subject->answer("encode 1 Ack/2 .chat=-5 .seq=1"), "error 1 .chat: cannot be -5\n");
    EXPECT_EQ(subject->answer("encode 1 Ack/2 .chat=1099511627776 .seq=1"),
              "error 1 a value outside its domain, or dead in the version: chat\n");
    EXPECT_EQ(subject->answer("encode 1 Kind/2 .=sticker"), "ok 1 c0\n");
    EXPECT_EQ(subject->answer("encode 1 Kind/1 .=sticker"),
              "error 1 a value outside its domain, or dead in the version\n");
    EXPECT_EQ(subject->answer("seal 1 Body/2 .kind=photo .text=%4"), "error 1 .text: a wrong %XX\n");
    EXPECT_EQ(subject->answer("decode 1 Ack/2 8000000002c"), "error 1 not whole bytes of hex\n");
    EXPECT_EQ(subject->answer("send 9 Ack .chat=5 .seq=1"), "error 9 no connection has this id\n");
}

TEST(adapter, a_packet_that_has_begun_is_told_at_the_end) {
    const auto subject = chat();
    ASSERT_NE(subject, nullptr);
    EXPECT_EQ(subject->answer("open 1 server 2"), "ok 1\n");
    EXPECT_EQ(subject->answer("receive 1 c00000000160e0c0"), "ok 1 Ack .chat=5 .seq=1 ; Ack .chat=5 .seq=2\n");
    EXPECT_EQ(subject->answer("end 1"), "refuse 1 truncated bit=8 more=1 path=Ack.seq\n");
    EXPECT_EQ(subject->answer("end 1"), "error 1 no connection has this id\n");
    EXPECT_EQ(subject->answer("open 1 client 2"), "ok 1\n");
    EXPECT_EQ(subject->answer("receive 1 17"), "refuse 1 wrong-state bit=0 path=Sent\n");
    EXPECT_EQ(subject->answer("receive 1 17"), "error 1 the connection is over\n");
}

}  // namespace
}  // namespace tic::test
