// encode.hpp and decode.hpp over layouts built by hand: the worked values of every code and hint, refusals, list
// scopes, undo.
#include <gtest/gtest.h>

#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/encode.hpp"
#include "runtime/interpreter/json.hpp"
#include "tests/runtime/bit_text.hpp"
#include "tests/runtime/hand_layout.hpp"

namespace {

using namespace tic;
using namespace tic::test;
using namespace tic::interpreter;

/// One direction of a protocol whose client says only `A`, the first struct laid out.
struct line {
    hand arrays;
    program run;
    unsigned version;
    memory sender{run};
    memory receiver{run};

    explicit line(hand made, unsigned at = 1) : arrays(std::move(made)), run(arrays.view()), version(at) {}

    std::string encode(const std::string& json) {
        const auto read = read_packet(run, side::client, version, "{\"A\":" + json + "}");
        if (const auto* wrong = std::get_if<json_error>(&read)) return wrong->text;
        const auto made = encode_packet(run, side::client, version, sender, 0, std::get<json_packet>(read).content);
        if (const auto* wrong = std::get_if<encode_error>(&made)) return wrong->text;
        return to_hex(std::get<0>(made));
    }
    std::string decode(const std::string& hex, extent expected = extent::alone) {
        const auto got = decode_packet(run, side::client, version, receiver, from_hex(hex), {.expected = expected});
        if (const auto* why = std::get_if<refusal>(&got)) {
            return std::string(name_of(why->why)) + ' ' + std::to_string(why->bit) +
                   (why->more != 0 ? '+' + std::to_string(why->more) : "") + ' ' + why->path;
        }
        const std::string text = write_packet(run, side::client, version, 0, std::get<decoded>(got).content);
        return text.substr(5, text.size() - 6);
    }
    void both(const std::string& json, const std::string& hex) {
        EXPECT_EQ(encode(json), hex) << json;
        EXPECT_EQ(decode(hex), json) << hex;
        EXPECT_TRUE(sender == receiver);
    }
};

/// The client says A, a struct of these fields.
hand saying(hand h, const std::vector<std::string_view>& names, const std::vector<node>& fields) {
    const tic::index a = h.type(type_kind::structure, "A", names);
    std::vector<std::pair<tic::index, node>> members;
    for (const node& n : fields) members.emplace_back(static_cast<tic::index>(members.size()), n);
    h.lay(1, a, members);
    h.packet(side::client, "A", a);
    h.say(1, side::client, {{0, 0}});
    return h;
}
hand saying(const std::vector<node>& fields) {
    static constexpr std::string_view names[] = {"a", "b", "c", "d", "e"};
    return saying(hand(), {names, names + fields.size()}, fields);
}

TEST(coding, plain_numbers) {
    line(saying({range(0, 4), range(-2, 2)})).both(R"({"a":2,"b":0})", "a0");
    line(saying({range(0, 4), range(-2, 2)})).both(R"({"a":3,"b":2})", "dc");
    line(saying({uint_(), sint_()})).both(R"({"a":0,"b":-1})", "8440");
    line(saying({uint_(), sint_()})).both(R"({"a":17,"b":8})", "4280");
    line(saying({i(2), i(64)}))
        .both(R"({"a":-2,"b":"-9223372036854775808"})",
              "a000000000000000"
              "00");
    line(saying({real(op::f32), real(op::f64)}))
        .both(R"({"a":-0.0,"b":"0x7ff0000000000001"})", "800000007ff0000000000001");
}

TEST(coding, expected_values) {
    const hand h = saying({about(range(1000, 2000), 5), about(i(8), 3), about(i(8), 4)});
    line(h).both(R"({"a":1000,"b":-1,"c":-5})", "8272");
    line(h).both(R"({"a":1033,"b":4,"c":8})", "414100");
    EXPECT_EQ(line(saying({about(range(0, 4), 1)})).decode("38"), "range 0 A.a");
    EXPECT_EQ(line(saying({u(1), about(i(2), 1)})).decode("30"), "range 1 A.b") << "zigzag 4 is 2";
}

TEST(coding, enums_and_lists) {
    hand h;
    const tic::index e = h.type(type_kind::enumeration, "E", {"a", "b", "c", "d"});
    h.code(1, e, {{0, 1}, {1, 3}, {2, 3}, {3, 2}});
    const tic::index one = h.element(of(op::enumeration, e));
    line l(saying(std::move(h), {"l"}, {list(one, 0, 4)}));
    l.both(R"({"l":["a","b","c","d"]})", "ede0");
    l.both(R"({"l":[]})", "00");
    EXPECT_EQ(l.encode(R"({"l":["a","a","a","a","a"]})"), "A.l: a count of 5 is not in 0..4");
    EXPECT_EQ(l.decode("ed"), "truncated 8+1 A.l[2]");
}

TEST(coding, strings) {
    const hand h = saying({boolean(), string(op::bytes, 0, 3), about(string(op::utf8, 1, 4), 2)});
    line(h).both(R"({"a":true,"b":"","c":"é"})", "94c3a9");
    line(h).both(R"({"a":true,"b":"ff","c":"a"})", "a0ff8061");
    EXPECT_EQ(line(h).decode("94c3"), "truncated 16+1 A.c");
    EXPECT_EQ(line(h).decode("96c3a9"), "bad-padding 6 A.c");
    EXPECT_EQ(line(h).decode("94c328"), "bad-utf8 8 A.c");
    EXPECT_EQ(line(h).decode("9461c3"), "bad-utf8 16 A.c");
    EXPECT_EQ(line(h).decode("94c3a900"), "trailing 24 A");
    EXPECT_EQ(line(h).decode("94c3a900", extent::stream), R"({"a":true,"b":"","c":"é"})");
    EXPECT_EQ(line(h).encode(R"({"a":true,"b":"","c":""})"), "A.c: a length of 0 is not in 1..4");
}

TEST(coding, recent) {
    hand h;
    const tic::index t = h.slot(remembers(slot_kind::recent, u(8), 2));
    line l(saying(std::move(h), {"v"}, {in_table(u(8), t)}));
    l.both(R"({"v":7})", "8380");
    l.both(R"({"v":9})", "4120");
    l.both(R"({"v":7})", "40");
    l.both(R"({"v":8})", "6100");
    EXPECT_EQ(l.decode("6100"), "non-canonical 0 A.v") << "8 is there";
    EXPECT_EQ(l.decode("20"), "range 0 A.v") << "rank 3";
    l.both(R"({"v":9})", "6120");
}

TEST(coding, recent_strings_and_floats) {
    hand h;
    const tic::index t = h.slot(remembers(slot_kind::recent, string(op::utf8, 0, 64), 9));
    const tic::index f = h.slot(remembers(slot_kind::recent, real(op::f32), 2));
    line l(saying(std::move(h), {"s", "f"}, {in_table(string(op::utf8, 0, 64), t), in_table(real(op::f32), f)}));
    for (int round = 0; round < 3; ++round) {
        for (const std::size_t length : {0U, 1U, 7U, 8U, 9U, 16U, 63U, 64U}) {
            const std::string json =
                "{\"s\":\"" + std::string(length, 'x') + "\",\"f\":" + (length % 2 == 0 ? "0.0" : "-0.0") + "}";
            const std::string hex = l.encode(json);
            EXPECT_EQ(l.decode(hex), json);
            EXPECT_TRUE(round == 0 || hex.size() <= 4) << "known";
        }
    }
}

TEST(coding, last_in_lists_has_a_scope) {
    hand h;
    const tic::index last = h.slot(remembers(slot_kind::last, u(8)));
    const tic::index same_slot = h.slot(remembers(slot_kind::same, u(3)));
    const tic::index number = h.element(predicted(u(8), last, 1, 2, 8));
    const tic::index maybe = h.element(optional(same(u(3), same_slot)));
    node numbers = list(number, 0, 7);
    numbers.first_scoped = h.scope({last});
    numbers.scoped_count = 1;
    node maybes = list(maybe, 3, 3);
    maybes.first_scoped = h.scope({same_slot});
    maybes.scoped_count = 1;
    const hand both = saying(std::move(h), {"a", "b"}, {numbers, maybes});
    line l(both);
    l.both(R"({"a":[1,2,4,2],"b":[5,null,5]})", "9264eb");
    l.both(R"({"a":[1,2,4,2],"b":[5,null,5]})", "9264eb");
}

TEST(coding, an_inner_list_hides_the_outer_scope_until_it_ends) {
    hand h;
    const tic::index last = h.slot(remembers(slot_kind::last, u(8)));
    const tic::index p = h.type(type_kind::structure, "P", {"a"});
    h.lay(1, p, {{0, predicted(u(8), last, 1, 0, 8)}});
    const tic::index element = h.element(of(op::structure, p));
    node many = list(element, 0, 3);
    many.first_scoped = h.scope({last});
    many.scoped_count = 1;
    const node one = of(op::structure, p);
    line l(saying(std::move(h), {"p", "q", "l", "r"}, {one, one, many, one}));
    l.both(R"({"p":{"a":1},"q":{"a":2},"l":[{"a":1},{"a":2}],"r":{"a":3}})", "ee");
}

TEST(coding, wrapping) {
    hand h;
    const tic::index last = h.slot(remembers(slot_kind::last, u(16)));
    line l(saying(std::move(h), {"v"}, {predicted(u(16), last, 1, 0, 16)}));
    l.both(R"({"v":65535})", "20");
    l.both(R"({"v":0})", "80");
    l.both(R"({"v":2})", "60");
    EXPECT_EQ(l.decode("000080008000000000"), "range 0 A.v") << "zigzag 65536 is 32768";
}

TEST(coding, predictions_outside) {
    hand h;
    const tic::index last = h.slot(remembers(slot_kind::last, range(-3, 5)));
    line l(saying(std::move(h), {"v"}, {predicted(range(-3, 5), last, 0, 0)}));
    l.both(R"({"v":-3})", "30");
    EXPECT_EQ(l.decode("40"), "range 0 A.v") << "one below the least";
    l.both(R"({"v":5})", "0880");
    EXPECT_EQ(l.encode(R"({"v":6})"), "A.v: 6 is not in -3..5");
}

TEST(coding, two_values) {
    hand h;
    const tic::index ok = h.constant("ok");
    const tic::index bit = h.slot(remembers(slot_kind::same, u(1)));
    line l(saying(std::move(h), {"a", "b", "c", "d", "e"},
                  {is(u(8), 7), is(about(string(op::utf8, 0, 4), 1), ok), is(boolean(), 1, true),
                   is(range(4, 5), 4, true), same(u(1), bit, true)}));
    l.both(R"({"a":7,"b":"ok","c":true,"d":4,"e":1})", "f8");
    l.both(R"({"a":8,"b":"o","c":false,"d":5,"e":0})", "04306f00");
    l.both(R"({"a":7,"b":"ok","c":true,"d":4,"e":0})", "f8");
    EXPECT_EQ(l.decode("0380"), "non-canonical 0 A.a") << "7 spelled out";
    EXPECT_EQ(l.decode("906f6b"), "non-canonical 1 A.b");
}

TEST(coding, two_values_of_an_enum) {
    hand h;
    const tic::index e = h.type(type_kind::enumeration, "E", {"dead", "head", "tail"});
    h.code(1, e, {{1, 1}, {2, 1}});
    const tic::index last = h.slot(remembers(slot_kind::same, of(op::enumeration, e)));
    const node coin = of(op::enumeration, e);
    line l(saying(std::move(h), {"a", "b"}, {is(coin, 2, true), same(coin, last, true)}));
    l.both(R"({"a":"head","b":"tail"})", "40");
    l.both(R"({"a":"tail","b":"head"})", "80");
    l.both(R"({"a":"tail","b":"head"})", "c0");
    l.both(R"({"a":"head","b":"tail"})", "00");
}

TEST(coding, versions) {
    hand h(3);
    const tic::index e = h.type(type_kind::enumeration, "E", {"a", "b", "c"});
    const tic::index a = h.type(type_kind::structure, "A", {"e", "x", "u"});
    h.packet(side::client, "A", a);
    for (unsigned v = 1; v <= 3; ++v) {
        if (v == 2) {
            h.code(v, e, {{0, 1}, {1, 2}, {2, 2}});
        } else {
            h.code(v, e, {{0, 1}, {2, 1}});
        }
        const node field = of(op::enumeration, e);
        const node number = about(u(4), v == 3 ? 4 : 1);
        if (v == 1) {
            h.lay(v, a, {{0, field}, {2, number}});
        } else {
            h.lay(v, a, {{0, field}, {1, u(8)}, {2, number}});
        }
        h.say(v, side::client, {{0, 0}});
    }
    line(h, 1).both(R"({"e":"c","u":2})", "a0");
    line(h, 2).both(R"({"e":"c","x":255,"u":2})", "ffd0");
    line(h, 3).both(R"({"e":"c","x":255,"u":2})", "ffc8");
    EXPECT_EQ(line(h, 1).encode(R"({"e":"c","x":255,"u":2})"), "A: x is not alive in version 1");
    EXPECT_EQ(line(h, 3).encode(R"({"e":"b","x":255,"u":2})"), "A.e: b is not alive in version 3");
}

TEST(coding, a_packet_of_no_bits) {
    line l(saying({}));
    l.both("{}", "00");
    EXPECT_EQ(l.decode(""), "truncated 0+1 A");
    EXPECT_EQ(l.decode("04"), "bad-padding 5 A");
    EXPECT_EQ(l.decode("0000"), "trailing 8 A");
}

TEST(coding, a_failed_packet_leaves_no_change) {
    hand h;
    const tic::index last = h.slot(remembers(slot_kind::last, u(8)));
    const tic::index t = h.slot(remembers(slot_kind::recent, u(8), 2));
    const tic::index s = h.slot(remembers(slot_kind::same, string(op::bytes, 0, 9)));
    const tic::index element = h.element(same(string(op::bytes, 0, 9), s));
    node many = list(element, 0, 3);
    many.first_scoped = h.scope({s});
    many.scoped_count = 1;
    line l(saying(std::move(h), {"a", "b", "c", "d"},
                  {predicted(u(8), last, 0, 0, 8), in_table(u(8), t), many, range(0, 2)}));
    const std::string good = R"({"a":5,"b":6,"c":["aa","bb"],"d":1})";
    const std::string hex = l.encode(good);
    EXPECT_EQ(l.decode(hex), good);
    const memory before = l.sender;
    EXPECT_EQ(l.encode(R"({"a":7,"b":8,"c":["cc","cc","dddddddddddddddddddd"],"d":1})"),
              "A.c[2]: a length of 10 is not in 0..9");
    EXPECT_TRUE(l.sender == before);
    const std::string next = l.encode(R"({"a":7,"b":8,"c":["cc","cc","dd"],"d":1})");
    for (std::size_t cut = 0; cut < next.size(); cut += 2) {
        EXPECT_TRUE(l.decode(next.substr(0, cut)).starts_with("truncated " + std::to_string(cut * 4))) << cut;
        EXPECT_TRUE(l.receiver == before) << cut;
    }
    EXPECT_TRUE(l.decode(next).starts_with("{"));
    EXPECT_TRUE(l.receiver == l.sender);
}

TEST(coding, sealed_content) {
    hand h = chat();
    const program run(h.view());
    const tic::index body = *run.find_type("Body");
    const auto content = read_type(run, body, 2, R"({"kind":"text","text":"hi"})");
    const auto made = seal(run, body, 2, std::get<value>(content));
    ASSERT_EQ(to_hex(std::get<0>(made)), "48806869");
    const auto told = [&](const std::string& hex) {
        const auto got = open_sealed(run, body, from_hex(hex));
        const auto* why = std::get_if<refusal>(&got);
        return why == nullptr ? "" : std::string(name_of(why->why)) + ' ' + std::to_string(why->bit) + ' ' + why->path;
    };
    EXPECT_EQ(told("48806869"), "");
    EXPECT_EQ(told("60"), "newer-version 0 ") << "version 3";
    EXPECT_EQ(told("4880686900"), "trailing 32 ");
    EXPECT_EQ(told("48816869"), "bad-padding 15 text");
    EXPECT_EQ(told(""), "truncated 0 ");
    EXPECT_EQ(told("00000000000000000001"), "overlong 0 ");
}

TEST(coding, traces_cover_every_bit) {
    line l(saying({boolean(), string(op::bytes, 0, 3), about(string(op::utf8, 1, 4), 2)}));
    std::uint64_t next = 0;
    std::string whats;
    const trace_sink sink = [&](const trace_line& t) {
        EXPECT_EQ(t.first_bit, next);
        next += t.bit_count;
        whats += std::string(t.what) + ' ' + t.path + ' ' + t.text + ';';
    };
    const auto got = decode_packet(l.run, side::client, 1, l.receiver, from_hex("94c3a9"), {.trace = &sink});
    EXPECT_TRUE(std::holds_alternative<decoded>(got));
    EXPECT_EQ(next, 24U);
    EXPECT_EQ(whats, "value A.a true;length A.b 0;length A.c 2;fill A.c ;bytes A.c \"é\";");
}

TEST(coding, a_count_alone_reserves_little) {
    hand h;
    const tic::index element = h.element(u(1));
    line l(saying(std::move(h), {"l"}, {list(element, 0, 4000000000)}));
    EXPECT_EQ(l.decode("ee6b280000"), "truncated 40+1 A.l[8]");
}

}  // namespace
