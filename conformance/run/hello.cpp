// Reads the greeting; holds its fingerprints against the schema's.
#include "conformance/run/hello.hpp"

#include <algorithm>
#include <charconv>

namespace tic::conformance {
namespace {

std::string fingerprint_text(std::uint32_t print) {
    if (print == 0) return "-";
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (int i = 28; i >= 0; i -= 4) text += digits[print >> i & 15U];
    return text;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (std::size_t i = 0; i <= text.size();) {
        const auto end = std::min(text.find(at, i), text.size());
        if (end > i) parts.push_back(text.substr(i, end - i));
        i = end + 1;
    }
    return parts;
}

bool read_versions(std::string_view text, greeting& into) {
    for (const auto each : split(text, ',')) {
        const auto colon = each.find(':');
        unsigned version = 0;
        const auto number = each.substr(0, colon);
        const auto [end, wrong] = std::from_chars(number.data(), number.data() + number.size(), version);
        if (colon == std::string_view::npos || wrong != std::errc() || end != number.data() + number.size())
            return false;
        into.versions[version] = std::string(each.substr(colon + 1));
    }
    return true;
}

std::string hold_against(const layout& plan, const greeting& told) {
    for (const auto& [version, print] : told.versions) {
        if (version == 0 || version > plan.version)
            return "the implementation supports version " + std::to_string(version) +
                   ", but the schema ends at version " + std::to_string(plan.version);
        const auto& here = plan.at(version);
        if (!here.spoken) continue;
        const auto ours = fingerprint_text(here.fingerprint);
        if (ours != print)
            return "version " + std::to_string(version) +
                   " is another protocol to the implementation: its fingerprint is " + print + ", the schema's " +
                   ours + "; make its codec from this schema again";
    }
    return {};
}

}  // namespace

std::string ask_hello(dialog& with, const layout& plan, greeting& into) {
    const auto question = "hello 1 " + std::string(plan.protocol);
    std::string got;
    if (const auto wrong = with.ask(question, got)) {
        const bool silent = wrong.is == failure::kind::timeout;
        return "`" + question + "`: " + wrong.why + (silent ? "; does it flush after each line?" : "");
    }
    const auto words = split(got, ' ');
    const auto said = "`" + got.substr(0, 200) + "`";
    if (words.size() < 3 || words[0] != "hello" || words[1] != "1")
        return "the answer to `" + question + "` is not `hello 1 " + std::string(plan.protocol) + " …` but " + said;
    if (words[2] != plan.protocol)
        return "the implementation is of protocol `" + std::string(words[2]) + "`, the schema of `" +
               std::string(plan.protocol) + "`";
    for (const auto word : std::span(words).subspan(3)) {
        const auto value = word.substr(std::min(word.find('=') + 1, word.size()));
        if (word.starts_with("impl=")) into.name = std::string(value);
        if (word.starts_with("versions=") && !read_versions(value, into)) return "cannot parse `versions=` in " + said;
        if (word.starts_with("ops="))
            for (const auto op : split(value, ',')) into.ops.emplace(op);
    }
    if (into.versions.empty() || into.ops.empty()) return "`versions=` or `ops=` is missing in " + said;
    return hold_against(plan, into);
}

std::string lacking(const greeting& told, const test_case& about) {
    static constexpr std::string_view names[] = {"decode", "encode", "unseal", "seal", "open", "states"};
    const auto needed = names[static_cast<unsigned>(about.needs)];
    if (about.needs == operation::states && !told.ops.contains("open")) return "ops open";
    if (!told.ops.contains(needed)) return "ops " + std::string(needed);
    for (const auto version : about.versions)
        if (!told.versions.contains(version)) return "versions " + std::to_string(version);
    return {};
}

}  // namespace tic::conformance
