// JUnit XML, as CI servers read it.
#include <pugixml.hpp>
#include <sstream>

#include "conformance/report/reports.hpp"
#include "conformance/report/text.hpp"
#include "conformance/report/whole_file.hpp"

namespace tic::conformance {
namespace {

std::string details_of(const outcome& one) {
    std::string text;
    const auto& about = *one.about;
    if (one.at < about.exchanges.size()) {
        const auto& asked = about.exchanges[one.at];
        text += "asked     " + request_text(asked) + "\nexpected  " + expected_text(asked) + "\ngot       " + one.got +
                '\n';
    }
    for (const auto& each : one.differences)
        text += each.path + ": expected " + each.expected + ", got " + each.got + "; " + each.code + '\n';
    for (const auto& row : differing_bytes(one.expected_bits, one.got_bits)) text += row + '\n';
    if (!one.repeat.empty()) text += "repeat    " + one.repeat + '\n';
    return clean(text);
}

class junit final : public listener {
public:
    explicit junit(std::string path) : path_(std::move(path)) { remove_old(path_); }

    void begins(const run_start& all) override {
        root_ = file_.append_child("testsuites");
        suite_ = root_.append_child("testsuite");
        suite_.append_attribute("name") = clean(all.protocol).c_str();
        selected_ = all.selected;
        auto properties = suite_.append_child("properties");
        property(properties, "implementation", clean(all.implementation));
        property(properties, "seed", std::to_string(all.seed));
    }

    void settled(const outcome& one) override;
    void ends(const run_end& all) override;

private:
    static void property(pugi::xml_node& into, const char* name, const std::string& text) {
        auto line = into.append_child("property");
        line.append_attribute("name") = name;
        line.append_attribute("value") = text.c_str();
    }
    void count(const char* name, std::size_t n) { suite_.append_attribute(name) = std::to_string(n).c_str(); }

    std::string path_;
    pugi::xml_document file_;
    pugi::xml_node root_, suite_;
    std::size_t selected_ = 0, all_ = 0, failures_ = 0, errors_ = 0, skipped_ = 0;
};

void junit::settled(const outcome& one) {
    const auto& about = *one.about;
    auto line = suite_.append_child("testcase");
    const auto slash = about.id.rfind('/');
    line.append_attribute("classname") =
        clean(about.from != nullptr ? about.from->id : about.id.substr(0, slash)).c_str();
    line.append_attribute("name") = clean(about.id).c_str();
    line.append_attribute("file") = clean(about.at.file).c_str();
    line.append_attribute("line") = about.at.line;
    ++all_;
    const bool good = one.is == verdict::pass || one.is == verdict::lenient;
    const auto why = clean_line(one.why);
    if (one.unexpected) {
        const bool broke = one.is == verdict::crash || one.is == verdict::timeout;
        ++(broke ? errors_ : failures_);
        auto wrong = line.append_child(broke ? "error" : "failure");
        wrong.append_attribute("type") = std::string(name_of(one.is)).c_str();
        wrong.append_attribute("message") = why.c_str();
        wrong.append_child(pugi::node_pcdata).set_value(details_of(one).c_str());
    } else if (!good) {
        ++skipped_;
        line.append_child("skipped").append_attribute("message") = (std::string(name_of(one.is)) + ": " + why).c_str();
    }
    if (!one.stderr_text.empty())
        line.append_child("system-err").append_child(pugi::node_pcdata).set_value(clean(one.stderr_text).c_str());
}

void junit::ends(const run_end& all) {
    std::vector<std::string> more = all.complaints;
    if (!all.abandoned.empty())
        more.push_back("broken off, " + std::to_string(selected_ - std::min(selected_, all_)) +
                       " cases were not run: " + all.abandoned);
    for (const auto& text : more) {
        ++all_;
        ++errors_;
        auto line = suite_.append_child("testcase");
        line.append_attribute("classname") = "tictoc";
        line.append_attribute("name") = "the run";
        line.append_child("error").append_attribute("message") = clean_line(text).c_str();
    }
    count("tests", all_);
    count("failures", failures_);
    count("errors", errors_);
    count("skipped", skipped_);
    suite_.append_attribute("time") = all.seconds;
    std::ostringstream out;
    file_.save(out, "  ");
    write_whole(path_, out.str());
}

}  // namespace

std::unique_ptr<listener> junit_report(std::string path) { return std::make_unique<junit>(std::move(path)); }

}  // namespace tic::conformance
