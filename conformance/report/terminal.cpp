// Failures in full, known ones only counted, and the headline last.
#include <cstdio>
#include <ostream>

#include "conformance/report/reports.hpp"
#include "conformance/report/text.hpp"

namespace tic::conformance {
namespace {

constexpr std::string_view level_names[] = {"must", "should", "may"};

class terminal final : public listener {
public:
    terminal(std::ostream& out, bool colour, std::size_t most) : out_(out), colour_(colour), most_(most) {}

    void begins(const run_start& all) override {
        out_ << clean_line(all.protocol) << ": " << all.selected << (all.selected == 1 ? " case" : " cases");
        if (all.selected != all.all) out_ << " of " << all.all;
        if (!all.implementation.empty()) out_ << ", implementation " << clean_line(all.implementation);
        if (all.seed != 0) out_ << ", seed " << all.seed;
        out_ << '\n';
    }

    void settled(const outcome& one) override;
    void ends(const run_end& all) override;

private:
    void tell(const outcome& one);
    void paint(std::string_view code, std::string_view text) {
        if (colour_) out_ << "\033[" << code << 'm';
        out_ << text;
        if (colour_) out_ << "\033[0m";
    }

    std::ostream& out_;
    bool colour_;
    std::size_t most_;
    std::size_t told_ = 0;
};

void terminal::settled(const outcome& one) {
    const bool failed =
        one.is == verdict::fail || one.is == verdict::crash || one.is == verdict::timeout || one.is == verdict::flaky;
    if (!one.unexpected && !failed) return;
    if (told_++ < most_) return tell(one);
    out_ << name_of(one.is) << ' ' << clean_line(one.about->id) << ": " << clean_line(one.why, 100) << '\n';
}

void terminal::tell(const outcome& one) {
    const auto& about = *one.about;
    out_ << '\n';
    paint(one.unexpected ? "1;31" : "1;33", name_of(one.is));
    out_ << ' ' << clean_line(about.id) << "  " << clean_line(about.at.file) << ':' << about.at.line;
    if (about.weight != level::must) out_ << "  (" << level_names[static_cast<unsigned>(about.weight)] << ')';
    out_ << "\n  " << clean_line(one.why) << '\n';
    if (one.at < about.exchanges.size() && one.is != verdict::xpass && one.is != verdict::unsupported) {
        const auto& asked = about.exchanges[one.at];
        if (asked.step != 0) out_ << "  step " << asked.step << '\n';
        out_ << "  asked     " << clean_line(request_text(asked)) << '\n';
        out_ << "  expected  " << clean_line(expected_text(asked)) << '\n';
        if (!one.got.empty()) out_ << "  got       " << clean_line(one.got) << '\n';
    }
    for (const auto& each : one.differences) {
        out_ << "  " << (each.path.empty() ? "whole" : clean_line(each.path)) << ": expected "
             << clean_line(each.expected, 100) << ", got " << clean_line(each.got, 100);
        if (each.bit_count != 0) out_ << "; bits " << each.first_bit << ".." << each.first_bit + each.bit_count - 1;
        if (!each.code.empty()) out_ << "; " << each.code;
        if (!each.declared.empty()) out_ << "; " << each.declared;
        out_ << '\n';
    }
    for (const auto& row : differing_bytes(one.expected_bits, one.got_bits)) out_ << "  " << row << '\n';
    if (!one.stderr_text.empty()) {
        out_ << "  the implementation wrote:\n    ";
        for (const char c : clean(one.stderr_text)) out_ << c << (c == '\n' ? "    " : "");
        out_ << '\n';
    }
    if (!one.repeat.empty()) out_ << "  repeat    " << clean_line(one.repeat, 4000) << '\n';
}

void terminal::ends(const run_end& all) {
    if (told_ > 0) out_ << '\n';
    for (const auto& line : all.complaints) out_ << clean(line) << '\n';
    if (!all.abandoned.empty()) {
        paint("1;31", "broken off");
        out_ << ": " << clean_line(all.abandoned) << '\n';
    }
    paint(all.unexpected > 0 || !all.abandoned.empty() ? "1;31" : "1;32", headline(all));
    out_ << '\n';
    out_.flush();
}

}  // namespace

std::unique_ptr<listener> terminal_report(std::ostream& out, bool colour, std::size_t most) {
    return std::make_unique<terminal>(out, colour, most);
}

}  // namespace tic::conformance
