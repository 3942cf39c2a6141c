// json.hpp: the forms of values, exact numbers, floats, and the errors for wrong ones.
#include "runtime/interpreter/json.hpp"

#include <gtest/gtest.h>

#include "tests/runtime/hand_layout.hpp"

namespace {

using namespace tic;
using namespace tic::test;
using namespace tic::interpreter;

struct reader {
    hand arrays;
    program run;
    tic::index type;

    reader(hand h, std::string_view name) : arrays(std::move(h)), run(arrays.view()), type(*run.find_type(name)) {}

    /// The text as it is written again, or what is wrong.
    [[nodiscard]] std::string again(const std::string& text) const {
        const auto got = read_type(run, type, 1, text);
        if (const auto* wrong = std::get_if<json_error>(&got)) return wrong->text;
        return write_type(run, type, 1, std::get<value>(got));
    }
};

reader one(const node& n) {
    hand h;
    const tic::index t = h.type(type_kind::structure, "T", {"v"});
    h.lay(1, t, {{0, n}});
    return {std::move(h), "T"};
}

TEST(json, whole_numbers_are_exact) {
    const reader all = one(u(64));
    EXPECT_EQ(all.again(R"({"v":9007199254740992})"), R"({"v":9007199254740992})");
    EXPECT_EQ(all.again(R"({"v":9007199254740993})"), R"({"v":"9007199254740993"})");
    EXPECT_EQ(all.again(R"({"v":"18446744073709551615"})"), R"({"v":"18446744073709551615"})");
    EXPECT_EQ(all.again(R"({"v":18446744073709551615})"), R"({"v":"18446744073709551615"})");
    EXPECT_EQ(all.again(R"({"v":18446744073709551616})"),
              "v: 18446744073709551616 is no whole number in 0..18446744073709551615");
    EXPECT_EQ(all.again(R"({"v":-1})"), "v: -1 is not in 0..18446744073709551615");
    EXPECT_EQ(all.again(R"({"v":1.5})"), "v: 1.5 is no whole number in 0..18446744073709551615");
    EXPECT_EQ(all.again(R"({"v":"007"})"), "v: \"007\" is no whole number in 0..18446744073709551615");
    EXPECT_EQ(all.again(R"({"v":true})"), "v: expected a whole number in 0..18446744073709551615, found a boolean");
    const reader negative = one(i(64));
    EXPECT_EQ(negative.again(R"({"v":-9223372036854775808})"), R"({"v":"-9223372036854775808"})");
    EXPECT_EQ(negative.again(R"({"v":"-9007199254740992"})"), R"({"v":-9007199254740992})");
    EXPECT_EQ(negative.again(R"({"v":18446744073709551615})"),
              "v: 18446744073709551615 is not in -9223372036854775808..9223372036854775807");
}

TEST(json, floats_read_back) {
    const reader f64 = one(real(op::f64));
    for (const char* text : {"0.0", "-0.0", "1.0", "0.1", "1e+16", "1234567890123456.0", "0.0001", "1e-05", "5e-324",
                             "1.7976931348623157e+308", "-17.234134674072266", "123456.789"}) {
        EXPECT_EQ(f64.again(std::string("{\"v\":") + text + "}"), std::string("{\"v\":") + text + "}");
    }
    EXPECT_EQ(f64.again(R"({"v":-0})"), R"({"v":-0.0})");
    EXPECT_EQ(f64.again(R"({"v":3})"), R"({"v":3.0})");
    EXPECT_EQ(f64.again(R"({"v":"0x7ff0000000000000"})"), R"({"v":"0x7ff0000000000000"})");
    EXPECT_EQ(f64.again(R"({"v":"0x3ff0000000000000"})"), R"({"v":1.0})");
    EXPECT_EQ(f64.again(R"({"v":"0x7f"})"), "v: expected a number or \"0x\" and 16 hex digits, found \"0x7f\"");
    const reader f32 = one(real(op::f32));
    for (const char* text :
         {"5.738332537645737e+20", "1.401298464324817e-45", "3.4028234663852886e+38", "0.10000000149011612"}) {
        EXPECT_EQ(f32.again(std::string("{\"v\":") + text + "}"), std::string("{\"v\":") + text + "}");
    }
    // Just above the middle of two floats: by way of a double it would round down to even.
    EXPECT_EQ(f32.again(R"({"v":1.00000005960464477540})"), R"({"v":1.0000001192092896})");
    EXPECT_EQ(f32.again(R"({"v":1e-60})"), R"({"v":0.0})");
    EXPECT_EQ(f32.again(R"({"v":1e39})"), "v: 1e39 is too large for 32 bits");
    EXPECT_EQ(f32.again(R"({"v":"0x7fc00001"})"), R"({"v":"0x7fc00001"})");
}

TEST(json, strings_are_the_shortest) {
    const reader r = one(string(op::utf8, 0, 100));
    EXPECT_EQ(r.again(R"({"v":"\u0000\u001f\b\f\n\r\t\"\\\/\u00e9\ud83d\ude00"})"),
              "{\"v\":\"\\u0000\\u001f\\b\\f\\n\\r\\t\\\"\\\\/é😀\"}");
    EXPECT_NE(r.again(R"({"v":"\ud800"})").find("surrogate"), std::string::npos);
    const reader bytes = one(string(op::bytes, 0, 100));
    EXPECT_EQ(bytes.again(R"({"v":"00ff"})"), R"({"v":"00ff"})");
    EXPECT_EQ(bytes.again(R"({"v":"0"})"), "v: an odd number of hex digits");
    EXPECT_EQ(bytes.again(R"({"v":"0g"})"), "v: expected hex digits, found \"0g\"");
}

TEST(json, members) {
    const reader maybe = one(optional(u(8)));
    EXPECT_EQ(maybe.again(R"({"v":null})"), "{}");
    EXPECT_EQ(maybe.again("{}"), "{}");
    EXPECT_EQ(one(u(8)).again("{}"), "v: missing");
    EXPECT_EQ(one(u(8)).again(R"({"v":null})"), "v: expected a whole number in 0..255, found null");
    EXPECT_EQ(one(u(8)).again(R"({"v":1,"v":1})"), "member \"v\" stands twice");
    EXPECT_EQ(one(u(8)).again(R"([])"), "expected an object, T, found an array");
    EXPECT_NE(one(u(8)).again(R"({"v":)").find("parse error"), std::string::npos);
    EXPECT_NE(one(u(8)).again(R"({"v":1} 2)").find("parse error"), std::string::npos);
    EXPECT_EQ(one(u(8)).again(std::string(100000, '[')), "nested more than 256 deep");
}

TEST(json, names) {
    const reader body(chat(), "Body");
    EXPECT_EQ(body.again(R"({"kind":"photo","text":"x"})"), R"({"kind":"photo","text":"x"})");
    EXPECT_EQ(body.again(R"({"knid":"photo","text":"x"})"), "Body has no field \"knid\", did you mean \"kind\"?");
    EXPECT_EQ(body.again(R"({"kind":"phto","text":"x"})"), "kind: Kind has no value \"phto\", did you mean \"photo\"?");
    EXPECT_EQ(body.again(R"({"kind":"sticker","text":"x"})"), "kind: sticker is not alive in version 1");
    const hand h = chat();
    hand arrays = h;
    const program run(arrays.view());
    const auto told = [&](const char* text) {
        const auto got = read_packet(run, side::client, 1, text);
        return std::get<json_error>(got).text;
    };
    EXPECT_EQ(told(R"({"Akc":{}})"), "the client has no packet \"Akc\", did you mean \"Ack\"?");
    EXPECT_EQ(told(R"({"Ack":{"chat":1,"seq":-1}})"), "Ack.seq: -1 is not in 0..4611686018427387903");
    EXPECT_EQ(told(R"({"Send":{"chat":1,"tag":0,"body":{"version":3,"value":{}}}})"),
              "Send.body.version: expected a version in 1..2");
    EXPECT_EQ(told(R"({"Send":{"chat":1,"tag":0,"body":{"version":1,"value":{"kind":"sticker","text":""}}}})"),
              "Send.body.value.kind: sticker is not alive in version 1");
}

}  // namespace
