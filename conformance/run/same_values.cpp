// An answer's text is read as values of the types that were expected.
#include "conformance/run/same_values.hpp"

#include <algorithm>

#include "conformance/values/flat.hpp"

namespace tic::conformance {
namespace {

/// The text before the next separator, taken off with it.
std::string_view take(std::string_view& text, std::string_view separator) {
    const auto end = text.find(separator);
    const auto taken = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + separator.size());
    return taken;
}

bool same(const exchange& asked, const message& wanted, std::string_view got) {
    const auto read = read_flat(*asked.run, wanted.type, asked.version, got);
    const auto* const content = std::get_if<interpreter::value>(&read);
    return content != nullptr && same_value(*asked.run, wanted.type, asked.version, *wanted.content, *content);
}

bool same_packets(const exchange& asked, std::string_view got) {
    const auto is_next = [&](const message& wanted) {
        auto packet = take(got, " ; ");
        return take(packet, " ") == wanted.packet && same(asked, wanted, packet);
    };
    return std::ranges::all_of(asked.values, is_next) && got.empty();
}

}  // namespace

bool same_values(const exchange& asked, std::string_view got) {
    if (asked.asks == verb::receive) return same_packets(asked, got);
    if (asked.values.size() != 1) return false;
    if (asked.asks == verb::unseal && take(got, " ") != std::to_string(asked.version)) return false;
    return same(asked, asked.values.front(), got);
}

}  // namespace tic::conformance
