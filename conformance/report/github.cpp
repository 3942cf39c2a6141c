// Annotations that GitHub shows beside the tape's line.
#include <ostream>

#include "conformance/report/reports.hpp"
#include "conformance/report/text.hpp"

namespace tic::conformance {
namespace {

std::string escaped(std::string_view text, bool property) {
    std::string out;
    for (const char c : clean(text)) {
        if (c == '%')
            out += "%25";
        else if (c == '\n')
            out += "%0A";
        else if (property && c == ':')
            out += "%3A";
        else if (property && c == ',')
            out += "%2C";
        else
            out += c;
    }
    return out;
}

class github final : public listener {
public:
    explicit github(std::ostream& out) : out_(out) {}

    void begins(const run_start&) override {}

    void settled(const outcome& one) override {
        const bool failed = one.is == verdict::fail || one.is == verdict::crash || one.is == verdict::timeout ||
                            one.is == verdict::flaky;
        if (!one.unexpected && !failed) return;
        const auto& about = *one.about;
        std::string text = std::string(name_of(one.is)) + ": " + one.why;
        if (one.at < about.exchanges.size() && !one.got.empty())
            text += "\nexpected " + expected_text(about.exchanges[one.at]) + "\ngot " + one.got;
        if (!one.repeat.empty()) text += "\nrepeat: " + one.repeat;
        out_ << (one.unexpected ? "::error" : "::warning") << " file=" << escaped(about.at.file, true)
             << ",line=" << about.at.line << ",title=" << escaped(about.id, true) << "::" << escaped(text, false)
             << std::endl;
    }

    void ends(const run_end& all) override {
        for (const auto& line : all.complaints) out_ << "::error::" << escaped(line, false) << '\n';
        if (!all.abandoned.empty()) out_ << "::error::broken off: " << escaped(all.abandoned, false) << '\n';
        out_ << "::notice::" << escaped(headline(all), false) << std::endl;
    }

private:
    std::ostream& out_;
};

}  // namespace

std::unique_ptr<listener> github_report(std::ostream& out) { return std::make_unique<github>(out); }

}  // namespace tic::conformance
