// One page without anything around it: the counts, and for each failure the bits that differ, marked.
#include <algorithm>
#include <sstream>

#include "conformance/report/reports.hpp"
#include "conformance/report/text.hpp"
#include "conformance/report/whole_file.hpp"

namespace tic::conformance {
namespace {

// Beyond this a page helps nobody.
constexpr std::size_t most_told = 1000;

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Conformance</title><style>
body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;margin:.5rem 0}td,th{border:1px solid #ccc;padding:.15rem .5rem;)"
                                  R"(text-align:left;vertical-align:top}
code,pre,.bits{font-family:ui-monospace,monospace;font-size:13px;overflow-wrap:anywhere})"
                                  R"(pre{white-space:pre-wrap;background:#f5f5f5;padding:.5rem}
mark{background:#fbb}summary{cursor:pointer}.bad{color:#b00020}.broken{background:#b00020;color:#fff;padding:.5rem}
</style></head><body>
)";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : clean(text)) {
        switch (c) {
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '&':
                out += "&amp;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

/// The bits of one side; those that differ from the other's are marked.
std::string marked_bits(std::string_view own, std::string_view other) {
    constexpr std::size_t most = 256;
    std::string out;
    for (std::size_t i = 0; 2 * i + 2 <= own.size(); ++i) {
        if (i == most) return out + "...";
        const auto here = bits_of_byte(own, i).value_or("????????");
        const auto there = bits_of_byte(other, i).value_or("");
        for (std::size_t bit = 0; bit < here.size(); ++bit) {
            const bool differs = bit >= there.size() || there[bit] != here[bit];
            out += differs ? std::string("<mark>") + here[bit] + "</mark>" : std::string(1, here[bit]);
        }
        out += ' ';
    }
    return out;
}

class html final : public listener {
public:
    explicit html(std::string path) : path_(std::move(path)) { remove_old(path_); }

    void begins(const run_start& all) override {
        title_ = "<h1>" + escaped(all.protocol) + "</h1>\n<p>Implementation <code>" + escaped(all.implementation) +
                 "</code>, " + std::to_string(all.selected) + " of " + std::to_string(all.all) + " cases" +
                 (all.seed != 0 ? ", seed " + std::to_string(all.seed) : "") + "</p>\n";
    }

    void settled(const outcome& one) override {
        if (one.is == verdict::pass) return;
        if (!one.unexpected) {
            others_ << "<tr><td>" << name_of(one.is) << "</td><td><code>" << escaped(one.about->id)
                    << "</code></td><td>" << escaped(one.why) << "</td></tr>\n";
        } else if (told_++ < most_told) {
            tell(one);
        }
    }

    void ends(const run_end& all) override;

private:
    void tell(const outcome& one);

    std::string path_, title_;
    std::ostringstream body_, others_;
    std::size_t told_ = 0;
};

void html::tell(const outcome& one) {
    const auto& about = *one.about;
    body_ << "<details open><summary><b class=\"bad\">" << name_of(one.is) << "</b> <code>" << escaped(about.id)
          << "</code> " << escaped(about.at.file) << ':' << about.at.line << "</summary>\n<p>" << escaped(one.why)
          << "</p>\n<table>\n";
    const auto row = [&](std::string_view name, const std::string& text) {
        if (!text.empty()) body_ << "<tr><th>" << name << "</th><td class=\"bits\">" << text << "</td></tr>\n";
    };
    if (one.at < about.exchanges.size()) {
        const auto& asked = about.exchanges[one.at];
        row("asked", escaped(request_text(asked)));
        row("expected", escaped(expected_text(asked)));
        row("got", escaped(one.got));
    }
    row("expected bits", marked_bits(one.expected_bits, one.got_bits));
    row("got bits", marked_bits(one.got_bits, one.expected_bits));
    body_ << "</table>\n";
    if (!one.differences.empty()) {
        body_ << "<table><tr><th>field</th><th>expected</th><th>got</th><th>bits</th><th>code</th><th>declared</th></"
                 "tr>\n";
        for (const auto& each : one.differences) {
            body_ << "<tr><td><code>" << escaped(each.path) << "</code></td><td class=\"bits\">"
                  << escaped(each.expected) << "</td><td class=\"bits\"><mark>" << escaped(each.got)
                  << "</mark></td><td>";
            if (each.bit_count != 0) body_ << each.first_bit << ".." << each.first_bit + each.bit_count - 1;
            body_ << "</td><td>" << escaped(each.code) << "</td><td>" << escaped(each.declared) << "</td></tr>\n";
        }
        body_ << "</table>\n";
    }
    if (!one.stderr_text.empty()) body_ << "<pre>" << escaped(one.stderr_text) << "</pre>\n";
    if (!one.repeat.empty()) body_ << "<pre>" << escaped(one.repeat) << "</pre>\n";
    body_ << "</details>\n";
}

void html::ends(const run_end& all) {
    std::string page(head);
    page += title_;
    if (!all.abandoned.empty()) page += "<p class=\"broken\">Incomplete run: " + escaped(all.abandoned) + "</p>\n";
    page += "<p><b>" + escaped(headline(all)) + "</b></p>\n";
    for (const auto& line : all.complaints) page += "<pre class=\"bad\">" + escaped(line) + "</pre>\n";
    page += body_.str();
    if (told_ > most_told) page += "<p>" + std::to_string(told_ - most_told) + " more failures are not shown.</p>\n";
    if (const auto rest = others_.str(); !rest.empty())
        page += "<details><summary>Not passed, as expected or not counted</summary><table>\n" + rest +
                "</table></details>\n";
    page += "</body></html>\n";
    write_whole(path_, page);
}

}  // namespace

std::unique_ptr<listener> html_report(std::string path) { return std::make_unique<html>(std::move(path)); }

}  // namespace tic::conformance
