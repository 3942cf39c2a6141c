// One request to an implementation and the answer that must come back, as values. docs/porting.md.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/refusal.hpp"
#include "runtime/interpreter/value.hpp"
#include "runtime/tic/side.hpp"

namespace tic::conformance {

enum class verb : std::uint8_t { decode, encode, unseal, seal, open, receive, send, end };
enum class answer_kind : std::uint8_t { ok, refuse, error };

[[nodiscard]] std::string_view name_of(verb v);
[[nodiscard]] std::string_view name_of(answer_kind kind);

/// A value alone or a packet. Values of a tape belong to it; only changed ones are owned.
struct message {
    std::string_view packet{};  ///< its name; empty: a value alone
    index type = none;
    std::shared_ptr<const interpreter::value> content{};
};

/// How an expected refusal reads; `bit`, `more` and `path` only where `has_location`.
struct expected_refusal {
    interpreter::refusal refusal{};
    bool has_location = true;
};

/// `bytes` are asked and `values` answered by decode, unseal and receive; by encode, seal and send it is the other way
/// round. Sessions of a case have small numbers, which become ids when the request is sent.
struct exchange {
    verb asks = verb::end;
    unsigned session = 0;                       ///< exchanges of one session share an id; 0: an id of its own
    unsigned step = 0;                          ///< of the tape, from 1; 0: none
    const interpreter::program* run = nullptr;  ///< outlives the exchange
    index type = none;                          ///< decode, encode, unseal, seal
    unsigned version = 0;                       ///< of the values, or of the session that is opened
    side role = side::client;                   ///< open
    std::vector<std::uint8_t> bytes{};
    std::vector<message> values{};
    answer_kind answer = answer_kind::ok;
    expected_refusal refused{};  ///< of `refuse`

    /// Whether the request carries bytes and an `ok` values.
    [[nodiscard]] bool asks_for_values() const {
        return asks == verb::decode || asks == verb::unseal || asks == verb::receive;
    }
    /// Whether the request carries values and an `ok` bytes.
    [[nodiscard]] bool asks_for_bytes() const {
        return asks == verb::encode || asks == verb::seal || asks == verb::send;
    }
};

/// Hex digits, `-` for none.
[[nodiscard]] std::string hex_of(std::span<const std::uint8_t> bytes);
/// `truncated`, `bit=8`, `more=1`, `path=Ack.seq`: the words of a refusal.
[[nodiscard]] std::vector<std::string> words_of(const expected_refusal& refused);

/// The text behind the id of the request, and of the expected answer.
void append_request(std::string& out, const exchange& one);
void append_expected(std::string& out, const exchange& one);
/// The request and the expected answer as reports show them: `decode Ack/1 00`, `ok .seq=0`.
[[nodiscard]] std::string request_text(const exchange& one);
[[nodiscard]] std::string expected_text(const exchange& one);

}  // namespace tic::conformance
