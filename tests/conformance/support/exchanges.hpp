// Exchanges read from the texts of docs/porting.md, for cases made by hand.
#pragma once

#include <charconv>
#include <stdexcept>
#include <string>
#include <string_view>

#include "conformance/cases/exchange.hpp"
#include "conformance/values/flat.hpp"
#include "runtime/tic/hex.hpp"

namespace tic::test {

inline std::string_view take_word(std::string_view& text, std::string_view separator = " ") {
    const auto end = text.find(separator);
    const auto word = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + separator.size());
    return word;
}

inline std::uint64_t number_of(std::string_view digits) {
    std::uint64_t v = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), v);
    return v;
}

inline std::vector<std::uint8_t> bytes_of(std::string_view hex) {
    if (hex == "-") return {};
    std::vector<std::uint8_t> bytes(hex.size() / 2);
    if (!read_hex(hex, bytes.data())) throw std::invalid_argument("no hex: " + std::string(hex));
    return bytes;
}

inline conformance::expected_refusal refusal_of(std::string_view text) {
    conformance::expected_refusal made{{.why = reason::truncated}, false};
    const auto why = take_word(text);
    while (name_of(made.refusal.why) != why)
        made.refusal.why = static_cast<reason>(static_cast<unsigned>(made.refusal.why) + 1);
    while (!text.empty()) {
        const auto word = take_word(text);
        const auto value = word.substr(word.find('=') + 1);
        if (word.starts_with("bit=")) made.refusal.bit = number_of(value), made.has_location = true;
        if (word.starts_with("more=")) made.refusal.more = number_of(value);
        if (word.starts_with("path=")) made.refusal.path = value;
    }
    return made;
}

/// `decode`, `Num/1 00`, `ok`, `.n=0`. Packets of `receive` are laid out for the newest version.
inline conformance::exchange exchange_of(const interpreter::program& run, std::string_view verb_name,
                                         std::string_view request, std::string_view answer, std::string_view expected) {
    using namespace conformance;
    exchange made{.run = &run, .version = run.plan().version};
    while (name_of(made.asks) != verb_name)
        made.asks = verb_name == "end" ? verb::end : static_cast<verb>((static_cast<unsigned>(made.asks) + 1) % 8);
    if (made.asks != verb::receive) {
        auto type = take_word(request);
        made.type = run.find_type(take_word(type, "/")).value();
        if (!type.empty()) made.version = static_cast<unsigned>(number_of(type));
    }
    made.answer = answer == "ok" ? answer_kind::ok : answer == "refuse" ? answer_kind::refuse : answer_kind::error;
    if (made.answer == answer_kind::refuse) made.refused = refusal_of(expected);
    const bool is_done = made.answer == answer_kind::ok;
    if (made.asks_for_values())
        made.bytes = bytes_of(request);
    else if (is_done)
        made.bytes = bytes_of(expected);
    auto values = !made.asks_for_values() ? request : is_done ? expected : std::string_view();
    if (made.asks == verb::unseal && is_done) made.version = static_cast<unsigned>(number_of(take_word(values)));
    for (bool is_first = made.asks != verb::receive; is_first || !values.empty(); is_first = false) {
        auto text = made.asks == verb::receive ? take_word(values, " ; ") : std::exchange(values, {});
        message one{.type = made.type};
        if (made.asks == verb::receive) {
            one.packet = take_word(text);
            one.type = run.find_type(one.packet).value();
            one.packet = run.plan().types[one.type].name;
        }
        if (made.asks_for_values() && !is_done) break;
        auto content = read_flat(run, one.type, made.version, text);
        one.content = std::make_shared<const interpreter::value>(std::get<interpreter::value>(std::move(content)));
        made.values.push_back(std::move(one));
    }
    return made;
}

}  // namespace tic::test
