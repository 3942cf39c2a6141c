// TAP 14: the plan first, so that what is missing is missed.
#include <ostream>

#include "conformance/report/reports.hpp"
#include "conformance/report/text.hpp"
#include "runtime/interpreter/text.hpp"

namespace tic::conformance {
namespace {

/// `#` would begin a directive.
std::string description(std::string_view text) {
    std::string out;
    for (const char c : clean_line(text)) {
        if (c == '#' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

/// A YAML string in double quotes: JSON is one.
std::string quoted(std::string_view text) { return interpreter::json_string(clean(text)); }

class tap final : public listener {
public:
    explicit tap(std::ostream& out) : out_(out) {}

    void begins(const run_start& all) override {
        out_ << "TAP version 14\n1.." << all.selected << "\n# " << description(all.protocol) << ", implementation "
             << description(all.implementation);
        if (all.seed != 0) out_ << ", seed " << all.seed;
        out_ << std::endl;
    }

    void settled(const outcome& one) override {
        const bool good = one.is == verdict::pass || one.is == verdict::lenient || one.is == verdict::unsupported;
        out_ << (good && !one.unexpected ? "ok " : "not ok ") << ++number_ << " - " << description(one.about->id);
        if (one.is == verdict::xfail) out_ << " # TODO " << description(one.why);
        if (one.is == verdict::unsupported && !one.unexpected) out_ << " # SKIP " << description(one.why);
        // A weaker case that fails nothing is to do, to those who read TAP.
        if (!good && !one.unexpected && one.is != verdict::xfail) out_ << " # TODO below the level";
        out_ << '\n';
        if (one.is != verdict::pass && one.is != verdict::xfail && !(one.is == verdict::unsupported && !one.unexpected))
            details(one);
        out_.flush();
    }

    void ends(const run_end& all) override {
        for (const auto& line : all.complaints) out_ << "# " << description(line) << '\n';
        out_ << "# " << headline(all) << '\n';
        if (!all.abandoned.empty()) out_ << "Bail out! " << description(all.abandoned) << '\n';
        out_.flush();
    }

private:
    void details(const outcome& one) {
        const auto& about = *one.about;
        out_ << "  ---\n  verdict: " << quoted(name_of(one.is)) << "\n  message: " << quoted(one.why)
             << "\n  file: " << quoted(about.at.file) << "\n  line: " << about.at.line << '\n';
        if (one.at < about.exchanges.size()) {
            const auto& asked = about.exchanges[one.at];
            out_ << "  asked: " << quoted(request_text(asked)) << "\n  expected: " << quoted(expected_text(asked))
                 << "\n  got: " << quoted(one.got) << '\n';
        }
        if (!one.repeat.empty()) out_ << "  repeat: " << quoted(one.repeat) << '\n';
        out_ << "  ...\n";
    }

    std::ostream& out_;
    std::size_t number_ = 0;
};

}  // namespace

std::unique_ptr<listener> tap_report(std::ostream& out) { return std::make_unique<tap>(out); }

}  // namespace tic::conformance
