// Texts first; only where they differ are they taken apart.
#include "conformance/run/judge.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "conformance/run/same_values.hpp"

namespace tic::conformance {
namespace {

constexpr std::array<std::string_view, 4> verbs{"ok", "refuse", "error", "unsupported"};

std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::string shortened(std::string_view text) {
    constexpr std::size_t most = 120;
    return text.size() <= most ? std::string(text) : std::string(text.substr(0, most)) + "...";
}

/// `KEY=` of a word, or all of it.
std::string_view key_of(std::string_view word) { return word.substr(0, word.find('=')); }

/// The reason must be right; bit, more and path where they are given.
verdict judge_refusal(const expected_refusal& expected, std::string_view got, std::string& why) {
    const auto wanted = words_of(expected);
    const auto told = split_words(got);
    if (told.empty() || told.front() != wanted.front()) {
        why = "refused for another reason: expected " + wanted.front() + ", got " +
              (told.empty() ? std::string("none") : shortened(told.front()));
        return verdict::fail;
    }
    std::string left_out;
    for (std::size_t i = 1; i < wanted.size(); ++i) {
        const auto same = [&](std::string_view word) { return key_of(word) == key_of(wanted[i]); };
        const auto found = std::find_if(told.begin() + 1, told.end(), same);
        if (found == told.end()) {
            left_out += (left_out.empty() ? "" : ", ") + std::string(key_of(wanted[i]));
        } else if (*found != wanted[i]) {
            why = "the right reason, but at another location: expected " + wanted[i] + ", got " + shortened(*found);
            return verdict::fail;
        }
    }
    // Where only the reason is known, as of `send`, nothing else is judged.
    for (std::size_t i = 1; i < told.size() && wanted.size() > 1; ++i) {
        const auto same = [&](std::string_view word) { return key_of(word) == key_of(told[i]); };
        // An empty path may be left out or given as `path=`.
        if (std::none_of(wanted.begin() + 1, wanted.end(), same) && told[i] != "path=") {
            why = "the right reason, but with an unexpected " + shortened(told[i]);
            return verdict::fail;
        }
    }
    if (left_out.empty()) return verdict::pass;
    why = "the right reason, but without " + left_out;
    return verdict::lenient;
}

bool is_upper_hex_of(std::string_view expected, std::string_view got) {
    return std::ranges::equal(expected, got, [](char a, char b) { return a == (b >= 'A' && b <= 'F' ? b + 32 : b); });
}

verdict judge_ok(const exchange& asked, std::string_view got, std::string& why) {
    if (asked.asks_for_bytes()) {
        why = "other bytes than expected";
        if (!is_upper_hex_of(hex_of(asked.bytes), got)) return verdict::fail;
        why = "the right bytes, but in capital hex digits";
        return verdict::lenient;
    }
    why = "other values than expected";
    if (!same_values(asked, got)) return verdict::fail;
    why = "the right values, but not in the order or spelling of docs/porting.md";
    return verdict::lenient;
}

}  // namespace

bool read_answer(std::string_view line, answer& into) {
    const auto first = line.find(' ');
    if (first == std::string_view::npos) return false;
    into.verb = line.substr(0, first);
    const char* end = line.data() + line.size();
    const auto [stop, wrong] = std::from_chars(line.data() + first + 1, end, into.id);
    if (wrong != std::errc() || (stop != end && *stop != ' ')) return false;
    into.rest = stop == end ? std::string_view() : std::string_view(stop + 1, static_cast<std::size_t>(end - stop - 1));
    return std::ranges::find(verbs, into.verb) != verbs.end();
}

verdict judge(const exchange& asked, const answer& got, std::string& why) {
    if (got.verb == name_of(asked.answer)) {
        if (asked.answer == answer_kind::error) return verdict::pass;
        std::string expected;
        append_expected(expected, asked);
        if (got.rest == expected) return verdict::pass;
        return asked.answer == answer_kind::ok ? judge_ok(asked, got.rest, why)
                                               : judge_refusal(asked.refused, got.rest, why);
    }
    if (got.verb == "unsupported") {
        why = "unsupported: " + shortened(got.rest);
        return verdict::unsupported;
    }
    std::string expected;
    append_expected(expected, asked);
    why = asked.answer == answer_kind::ok       ? "expected `ok`, got "
          : asked.answer == answer_kind::refuse ? "expected the refusal " + expected + ", got "
                                                : std::string("expected an error, got ");
    why += shortened(std::string(got.verb) + ' ' + std::string(got.rest));
    return verdict::fail;
}

}  // namespace tic::conformance
