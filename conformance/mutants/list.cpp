// The list of mutants, and counting them.
#include <charconv>

#include "conformance/mutants/mutants.hpp"

namespace tic::conformance {
namespace {

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (std::size_t i = 0; i <= text.size();) {
        const auto end = std::min(text.find(at, i), text.size());
        parts.push_back(text.substr(i, end - i));
        i = end + 1;
    }
    return parts;
}

bool read_number(std::string_view text, unsigned& into) {
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), into);
    return wrong == std::errc() && end == text.data() + text.size();
}

bool read_line(std::string_view line, mutant& into) {
    const auto words = split(line, ' ');
    if (words.size() != 6 || !read_number(words[0], into.number)) return false;
    into.topic = words[1];
    into.kind = words[2];
    into.path = words[3];
    into.who = words[5];
    if (words[4] == "all") return true;
    for (const auto each : split(words[4], ',')) {
        unsigned version = 0;
        if (!read_number(each, version)) return false;
        into.versions.push_back(version);
    }
    return true;
}

}  // namespace

bool read_mutants(std::string_view text, std::vector<mutant>& into, std::string& wrong) {
    std::size_t number = 0;
    for (const auto line : split(text, '\n')) {
        ++number;
        if (line.empty() || line.front() == '#') continue;
        mutant next;
        if (!read_line(line, next) || next.number != into.size() + 1) {
            wrong = std::to_string(number) +
                    ": no line of a list of mutants: NUMBER CLASS KIND PLACE VERSIONS WHO, numbered from 1";
            return false;
        }
        into.push_back(std::move(next));
    }
    return true;
}

void score::add(fate is) {
    ++all;
    if (is == fate::killed) ++killed;
    if (is == fate::equivalent) ++equivalent;
    if (is == fate::survived || is == fate::not_run) ++survived;
}

std::map<std::string, score, std::less<>> score_by_group(std::span<const mutant_result> results) {
    std::map<std::string, score, std::less<>> made;
    for (const auto& one : results) {
        made[std::string(one.about->group())].add(one.is);
        made[""].add(one.is);
    }
    return made;
}

}  // namespace tic::conformance
