// The types stand in the requests; packets are named in the answers.
#include "conformance/run/same_values.hpp"

#include <charconv>
#include <optional>

#include "conformance/values/flat.hpp"

namespace tic::conformance {
namespace {

/// Takes the next word off the text.
std::string_view next_word(std::string_view& text) {
    const auto end = text.find(' ');
    const auto word = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return word;
}

unsigned number_of(std::string_view digits) {
    unsigned v = 0;
    const auto [stop, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), v);
    return wrong == std::errc() && stop == digits.data() + digits.size() ? v : 0;
}

bool same(const interpreter::program& run, std::string_view type, unsigned version, std::string_view a,
          std::string_view b) {
    const auto at = run.find_type(type);
    if (!at || version == 0 || version > run.plan().version) return false;
    const auto left = read_flat(run, *at, version, a);
    const auto right = read_flat(run, *at, version, b);
    return left.index() == 0 && right.index() == 0 && std::get<0>(left) == std::get<0>(right);
}

/// The version that the session of an exchange was opened with, or 0.
unsigned version_of_session(const test_case& about, unsigned session) {
    for (const auto& one : about.exchanges)
        if (one.verb == "open" && one.session == session)
            return number_of(std::string_view(one.request).substr(one.request.find(' ') + 1));
    return 0;
}

/// The text before the next ` ; `, taken off with it.
std::string_view next_packet(std::string_view& text) {
    constexpr std::string_view between = " ; ";
    const auto end = text.find(between);
    const auto packet = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + between.size());
    return packet;
}

bool same_packets(const interpreter::program& run, unsigned version, std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        auto left = next_packet(a);
        auto right = next_packet(b);
        const auto name = next_word(left);
        if (name != next_word(right) || !same(run, name, version, left, right)) return false;
    }
    return a.empty() && b.empty();
}

}  // namespace

bool same_values(const test_case& about, const exchange& asked, std::string_view got) {
    if (about.from == nullptr || about.from->run == nullptr) return false;
    const auto& run = *about.from->run;
    std::string_view expected = asked.expected;
    if (asked.verb == "receive") return same_packets(run, version_of_session(about, asked.session), expected, got);
    std::string_view request = asked.request;
    const auto implementation = next_word(request);
    const auto slash = implementation.find('/');
    if (asked.verb == "decode" && slash != std::string_view::npos)
        return same(run, implementation.substr(0, slash), number_of(implementation.substr(slash + 1)), expected, got);
    if (asked.verb != "unseal") return false;
    const auto version = next_word(expected);
    return version == next_word(got) && same(run, implementation, number_of(version), expected, got);
}

}  // namespace tic::conformance
