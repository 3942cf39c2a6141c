// Tapes as data: recorded conversations, and what is wrong on purpose. docs/tapes.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "conformance/values/text.hpp"
#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/refusal.hpp"
#include "runtime/interpreter/value.hpp"
#include "runtime/layout/layout.hpp"

namespace tic::conformance {

/// A line of a file that a person wrote.
struct where {
    std::string file{};
    std::uint32_t line = 0;
};

enum class step_kind : std::uint8_t { packet, alone, sealed, quiet };

/// One packet sent, or one value alone.
struct step {
    step_kind is = step_kind::packet;
    where at{};
    side who = side::client;                      ///< packet
    index name = none;                            ///< packet: of the side's packets; alone, sealed: of the types
    unsigned version = 1;                         ///< what it is laid out for
    unsigned connection = 0;                      ///< of the tape's
    unsigned group = 0;                           ///< steps of one any-order share a number; 0: none
    bool may_lack = false;                        ///< `PACKET?` inside any-order
    std::optional<interpreter::value> content{};  ///< as written; bound values are filled in from the bytes
    std::vector<std::uint8_t> bytes{};            ///< normative; empty: none are written
    std::vector<binding> bound{};
    std::vector<std::string> comments{};  ///< lines before it, `# …`; an empty one is a blank line
    std::string remark{};                 ///< behind it on its line, without `#`
};

enum class change_kind : std::uint8_t { set, plain, rank, overlong, fill, bytes, cut, pad, newer, then };

/// How a broken packet is made from a good one.
struct change {
    change_kind is = change_kind::set;
    std::string path{};            ///< `.seq`; empty if the change has none
    std::string value{};           ///< set, bytes, pad: as written; `range+1`
    std::size_t count = 0;         ///< cut
    side who = side::client;       ///< then
    index name = none;             ///< then
    interpreter::value content{};  ///< then
};

/// A packet that breaks exactly one rule.
struct bad {
    where at{};
    std::string id{};
    bool is_named = false;  ///< by `as ID`
    std::string tape{};
    unsigned step = 0;  ///< from 1; 0 is before the first, for `then` only
    change what{};
    bool expects_error = false;  ///< of an encoder; else `refused` of a decoder
    interpreter::refusal refused{};
    bool tells_where = true;  ///< has `bit=`; else `refused` has only its reason until fmt fills it in
    std::vector<std::uint8_t> bytes{};
    std::vector<std::string> comments{};
};

struct connection {
    std::string name{};  ///< the first may have none
    unsigned version = 1;
};

enum class level : std::uint8_t { must, should, may };

struct covered {
    std::string item{};  ///< `Ack.seq`, a class of conformance/classes
    std::string sentence{};
};

struct tape {
    where at{};
    std::string id{};
    std::string schema{};                       ///< the file as written
    const interpreter::program* run = nullptr;  ///< the schema, which outlives the tape; found by the parser's caller
    std::optional<std::uint32_t> fingerprint{};
    level weight = level::must;
    bool is_split = false;  ///< the bytes are also fed cut everywhere
    std::vector<covered> covers{};
    std::vector<std::string> provenance{};
    std::vector<connection> connections{};  ///< at least one
    std::vector<step> steps{};
    std::vector<bad> bads{};
    std::vector<std::string> comments{};
};

/// The step that a bad line is about; before the first one an empty packet of the first connection.
[[nodiscard]] inline step step_of(const tape& of, const bad& wrong) {
    return wrong.step == 0 ? step{.version = of.connections.front().version} : of.steps[wrong.step - 1];
}

/// All tapes of one file, in order; `comments` follow the last.
struct tape_file {
    std::string path{};
    std::vector<tape> tapes{};
    std::vector<std::string> comments{};
};

}  // namespace tic::conformance
