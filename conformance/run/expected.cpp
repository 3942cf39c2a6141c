// Reads expected.txt, weighs outcomes by it, and writes it anew.
#include "conformance/run/expected.hpp"

#include <algorithm>
#include <array>

namespace tic::conformance {
namespace {

// A pattern that is about more than this hides what nobody has looked at.
constexpr std::size_t most_matched = 20;

constexpr std::array listable{verdict::fail,    verdict::crash,       verdict::timeout,
                              verdict::lenient, verdict::unsupported, verdict::flaky};

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool is_well(verdict v) { return v == verdict::pass || v == verdict::lenient; }

std::string spell(std::string_view pattern, verdict is, std::string_view reason) {
    return std::string(pattern) + ' ' + std::string(name_of(is)) + " # " + std::string(reason);
}

std::string first_line(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

}  // namespace

bool matches(std::string_view pattern, std::string_view id) {
    // Greedy with one point to come back to for each kind of star; `**` takes over from `*`.
    std::size_t p = 0, i = 0;
    std::size_t star = std::string_view::npos, star_at = 0, wide = std::string_view::npos, wide_at = 0;
    while (i < id.size() || p < pattern.size()) {
        if (pattern.substr(p).starts_with("**")) {
            wide = p += 2;
            wide_at = i;
            star = std::string_view::npos;
        } else if (p < pattern.size() && pattern[p] == '*') {
            star = ++p;
            star_at = i;
        } else if (p < pattern.size() && i < id.size() && pattern[p] == id[i]) {
            ++p;
            ++i;
        } else if (star != std::string_view::npos && star_at < id.size() && id[star_at] != '/') {
            p = star;
            i = ++star_at;
        } else if (wide != std::string_view::npos && wide_at < id.size()) {
            p = wide;
            i = ++wide_at;
            star = std::string_view::npos;
        } else {
            return false;
        }
    }
    return true;
}

std::optional<expectations> expectations::read(std::string file, std::string_view text, std::string& wrong) {
    expectations all;
    all.file_ = std::move(file);
    unsigned number = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        all.lines_.emplace_back(line);
        if (line.empty() || line.front() == '#') continue;
        const auto fail = [&](const std::string& why) {
            wrong = all.file_ + ':' + std::to_string(number) + ": " + why;
            return std::nullopt;
        };
        // Ids contain `#` too: the reason begins at one behind a blank.
        const auto mark = line.find(" #");
        if (mark == std::string_view::npos || trimmed(line.substr(mark + 2)).empty())
            return fail("a line is `PATTERN VERDICT # REASON`; the reason is missing");
        const auto head = trimmed(line.substr(0, mark));
        const auto blank = head.find_last_of(" \t");
        if (blank == std::string_view::npos)
            return fail("a line is `PATTERN VERDICT # REASON`; the verdict is missing");
        entry one{number,
                  std::string(trimmed(head.substr(0, blank))),
                  verdict::fail,
                  std::string(trimmed(line.substr(mark + 2))),
                  0,
                  {},
                  {},
                  0};
        const auto name = head.substr(blank + 1);
        const auto* found = std::ranges::find(listable, name, [](verdict v) { return name_of(v); });
        if (found == listable.end())
            return fail("`" + std::string(name) +
                        "` cannot be expected; use fail, crash, timeout, lenient, unsupported or flaky");
        if (one.pattern.find_first_of(" \t") != std::string::npos)
            return fail("blanks in the pattern `" + one.pattern + "`");
        one.is = *found;
        for (const auto& other : all.entries_)
            if (other.pattern == one.pattern)
                return fail("`" + one.pattern + "` is already on line " + std::to_string(other.line));
        all.entries_.push_back(std::move(one));
    }
    return all;
}

expectations::entry* expectations::find(std::string_view id) {
    const auto found = std::ranges::find_if(entries_, [&](const entry& one) { return matches(one.pattern, id); });
    return found == entries_.end() ? nullptr : &*found;
}

std::string expectations::location(const entry& one) const { return file_ + ':' + std::to_string(one.line) + ": "; }

std::string expectations::bind(std::span<const test_case* const> all) {
    if (entries_.empty()) return {};
    for (const auto* one : all)
        for (auto& each : entries_) each.matched += matches(each.pattern, one->id) ? 1U : 0U;
    for (const auto& each : entries_)
        if (each.matched > most_matched)
            return location(each) + "`" + each.pattern + "` matches " + std::to_string(each.matched) +
                   " cases; a line may match at most " + std::to_string(most_matched);
    return {};
}

void expectations::weigh(outcome& one) {
    auto* line = find(one.about->id);
    if (line == nullptr) {
        if (one.unexpected) fresh_.push_back({0, one.about->id, one.is, first_line(one.why), 1, {}, {}, 0});
        return;
    }
    const auto said = std::string(name_of(line->is));
    if (one.is == line->is) {
        line->held.push_back(one.about->id);
        one.is = verdict::xfail;
        one.unexpected = false;
        one.why = line->reason + " (" + said + (one.why.empty() ? ")" : ": " + one.why + ")");
    } else if (is_well(one.is)) {
        ++line->well;
        one.is = verdict::xpass;
        one.unexpected = true;
        one.why = location(*line) + "expected " + said + ", but it passes; remove the line";
    } else {
        line->others.push_back(one);
        one.unexpected = true;
        one.why += "; " + location(*line) + "expected " + said;
    }
}

std::vector<std::string> expectations::stale() const {
    std::vector<std::string> all;
    for (const auto& one : entries_)
        if (one.matched == 0) all.push_back(location(one) + "`" + one.pattern + "` matches no case; remove the line");
    return all;
}

std::string expectations::fixed() const {
    std::string text;
    std::size_t next = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (next == entries_.size() || entries_[next].line != i + 1) {
            text += lines_[i] + '\n';
            continue;
        }
        const auto& one = entries_[next++];
        const bool whole = one.well == 0 && one.others.empty() && !one.held.empty();
        if (whole) text += lines_[i] + '\n';
        if (!whole)
            for (const auto& id : one.held) text += spell(id, one.is, one.reason) + '\n';
        for (const auto& other : one.others) text += spell(other.about->id, other.is, first_line(other.why)) + '\n';
    }
    for (const auto& one : fresh_)
        text += spell(one.pattern, one.is, one.reason.empty() ? "as seen" : one.reason) + '\n';
    return text;
}

}  // namespace tic::conformance
