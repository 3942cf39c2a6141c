// Every report of one made-up run can be read, whatever names and answers hold, and tells when a run was broken off.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <sstream>

#include "conformance/report/reports.hpp"
#include "conformance/report/text.hpp"

namespace tic::test {
namespace {

using namespace conformance;
using testing::HasSubstr;
using testing::Not;

const std::string hostile = "]]><script>&'\"%0A#\\ \x1b[31m\xff\n::error::x";

class made_up_run {
public:
    made_up_run() {
        for (const auto* id : {"t#1/decode", "t#2/decode", "t#3/decode", "t#4/encode"}) {
            auto& one = cases_.emplace_back();
            one.id = id;
            one.at = {"a,b:c.tape", 7};
            one.exchanges = {{.asks = verb::open, .step = 1, .version = 1}};
        }
        cases_[1].id = "t#2/" + hostile;
    }

    void tell(listener& to, bool broken_off = false) const {
        to.begins({"proto", hostile, 4, 9, 17});
        outcome one;
        one.about = &cases_[0];
        one.is = verdict::pass;
        to.settled(one);
        one.about = &cases_[1];
        one.is = verdict::fail;
        one.unexpected = true;
        one.why = hostile;
        one.got = "ok " + hostile;
        one.stderr_text = hostile;
        one.differences = {{"T.x", "1", hostile, 3, 2, "u8, fixed(8)", "x.tic:3"}};
        one.expected_bits = "c0ff";
        one.got_bits = "c1";
        one.repeat = "tictoc conform run";
        to.settled(one);
        run_end end;
        if (!broken_off) {
            outcome other;
            other.about = &cases_[2];
            other.is = verdict::xfail;
            other.why = "known";
            to.settled(other);
            other.about = &cases_[3];
            other.is = verdict::unsupported;
            other.why = "ops encode";
            to.settled(other);
        }
        end.count[static_cast<std::size_t>(verdict::pass)] = 1;
        end.count[static_cast<std::size_t>(verdict::fail)] = 1;
        end.count[static_cast<std::size_t>(verdict::not_run)] = broken_off ? 7 : 5;
        end.unexpected = 1;
        end.unsupported = {"ops encode"};
        if (broken_off) end.abandoned = "the implementation broke down too often";
        to.ends(end);
    }

private:
    std::vector<test_case> cases_{};
};

std::string told(std::unique_ptr<listener> (*make)(std::ostream&), bool broken_off = false) {
    std::ostringstream out;
    made_up_run().tell(*make(out), broken_off);
    return out.str();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> all;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) all.push_back(line);
    return all;
}

class temporary {
public:
    temporary()
        : path((std::filesystem::temp_directory_path() / ("tictoc-report-" + std::to_string(::getpid()))).string()) {}
    ~temporary() { std::filesystem::remove(path); }
    [[nodiscard]] std::string text() const {
        std::ostringstream all;
        all << std::ifstream(path).rdbuf();
        return all.str();
    }
    std::string path;
};

TEST(Clean, LeavesNothingThatSteers) {
    EXPECT_EQ(clean("a\tb\nc"), "a\tb\nc");
    EXPECT_EQ(clean("\x1b[1m\x7f\r"), "\\x1b[1m\\x7f\\x0d");
    EXPECT_EQ(clean("\xc3\xa9 \xed\x95\x9c \xf0\x9f\x98\x80"), "\xc3\xa9 \xed\x95\x9c \xf0\x9f\x98\x80");
    EXPECT_EQ(clean("\xc3"), "\\xc3");
    EXPECT_EQ(clean("\xc2\x9b"), "\\xc2\\x9b");
    EXPECT_EQ(clean("\xed\xa0\x80\xef\xbf\xbf"), "\\xed\\xa0\\x80\\xef\\xbf\\xbf");
    EXPECT_EQ(clean(std::string_view("\0", 1)), "\\x00");
    EXPECT_EQ(clean_line("ab\ncd", 3), "ab ...");
}

TEST(JsonReport, IsOneValueALine) {
    const auto lines = lines_of(told(json_report));
    ASSERT_EQ(lines.size(), 6U);
    const auto fail = nlohmann::json::parse(lines[2]);
    EXPECT_EQ(fail["verdict"], "fail");
    EXPECT_EQ(fail["differences"][0]["bits"], nlohmann::json({3, 4}));
    const auto end = nlohmann::json::parse(lines[5]);
    EXPECT_EQ(end["event"], "end");
    EXPECT_EQ(end["whole"], true);
    EXPECT_EQ(nlohmann::json::parse(lines_of(told(json_report, true)).back())["whole"], false);
}

TEST(TapReport, PlansFirstAndBailsOut) {
    const auto lines = lines_of(told(tap_report));
    EXPECT_EQ(lines[0], "TAP version 14");
    EXPECT_EQ(lines[1], "1..4");
    EXPECT_EQ(lines[3], "ok 1 - t\\#1/decode");
    EXPECT_THAT(lines[4], testing::StartsWith("not ok 2 - t\\#2/"));
    EXPECT_THAT(lines, testing::Contains("not ok 3 - t\\#3/decode # TODO known"));
    EXPECT_THAT(lines, testing::Contains("ok 4 - t\\#4/encode # SKIP ops encode"));
    EXPECT_THAT(told(tap_report, true), HasSubstr("\nBail out! the implementation broke down too often\n"));
}

TEST(GithubReport, KeepsToItsLines) {
    const auto lines = lines_of(told(github_report));
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_THAT(lines[0], testing::StartsWith("::error file=a%2Cb%3Ac.tape,line=7,title=t#2/"));
    EXPECT_THAT(lines[1], testing::StartsWith("::notice::1 pass"));
}

TEST(TerminalReport, ShowsBitsAndNoEscapes) {
    std::ostringstream out;
    made_up_run().tell(*terminal_report(out, false));
    EXPECT_THAT(out.str(), HasSubstr("byte 0  expected 11000000  got 11000001"));
    EXPECT_THAT(out.str(), HasSubstr("byte 1  expected 11111111  got none"));
    EXPECT_THAT(out.str(), HasSubstr("bits 3..4; u8, fixed(8); x.tic:3"));
    EXPECT_THAT(out.str(), Not(HasSubstr("\x1b")));
    EXPECT_THAT(out.str(), HasSubstr("1 pass, 0 xfail, 1 fail, 0 unsupported (ops encode), 5 not run"));
}

TEST(JunitReport, IsXmlAndWrittenAtTheEnd) {
    const temporary file;
    std::ofstream(file.path) << "old";
    {
        const auto report = junit_report(file.path);
        EXPECT_FALSE(std::filesystem::exists(file.path));
        made_up_run().tell(*report);
    }
    pugi::xml_document read;
    ASSERT_TRUE(read.load_file(file.path.c_str()));
    const auto suite = read.child("testsuites").child("testsuite");
    EXPECT_STREQ(suite.attribute("tests").value(), "4");
    EXPECT_STREQ(suite.attribute("failures").value(), "1");
    EXPECT_STREQ(suite.attribute("skipped").value(), "2");
    EXPECT_STREQ(suite.find_child_by_attribute("testcase", "name", "t#1/decode").attribute("line").value(), "7");
    made_up_run().tell(*junit_report(file.path), true);
    ASSERT_TRUE(read.load_file(file.path.c_str()));
    EXPECT_STREQ(read.child("testsuites").child("testsuite").attribute("errors").value(), "1");
}

TEST(JunitReport, OfAKilledRunIsNotThere) {
    const temporary file;
    std::ofstream(file.path) << "old";
    { junit_report(file.path)->begins({}); }
    EXPECT_FALSE(std::filesystem::exists(file.path));
}

TEST(HtmlReport, MarksBitsAndRunsNothing) {
    const temporary file;
    made_up_run().tell(*html_report(file.path));
    EXPECT_THAT(file.text(), HasSubstr("1100000<mark>0</mark>"));
    EXPECT_THAT(file.text(), Not(HasSubstr("<script")));
    made_up_run().tell(*html_report(file.path), true);
    EXPECT_THAT(file.text(), HasSubstr("Incomplete run: the implementation broke down too often"));
}

TEST(Reports, AreNamedOnTheCommandLine) {
    std::ostringstream out;
    std::string wrong;
    EXPECT_NE(report_of("tap=-", out, wrong), nullptr);
    EXPECT_NE(report_of("github", out, wrong), nullptr);
    for (const auto* spec : {"junit", "tap=", "xml=a", "github=x", ""})
        EXPECT_EQ(report_of(spec, out, wrong), nullptr) << spec;
    EXPECT_EQ(report_of("json=/no/such/folder/x", out, wrong), nullptr);
    EXPECT_THAT(wrong, HasSubstr("cannot write"));
}

}  // namespace
}  // namespace tic::test
