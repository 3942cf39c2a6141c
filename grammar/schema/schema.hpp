// A checked schema: names resolved, consts and types replaced, every rule of the language page that does not need a bit
// count already seen to hold. Built once by check.hpp, never changed after. Types are numbered in the order in which
// the files are read, root first.
#pragma once

#include "grammar/source/source.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tic::schema {

using source::span;
using index = std::uint32_t;
inline constexpr index none = 0xffffffffU;
inline constexpr index closed_state = 0xfffffffeU;

enum class base : std::uint8_t {
    boolean,
    u_bits,
    i_bits,
    integer /* int(lo..hi) */,
    uint,
    sint,
    f32,
    f64,
    bytes,
    utf8,
    text,
    list,
    sealed,
    enumeration,
    choice,
    structure,
};

/// Versions since..until-1; until 0 is for ever.
struct life {
    std::uint8_t since = 1;
    std::uint8_t until = 0;
    [[nodiscard]] constexpr bool holds(unsigned version) const {
        return since <= version && (until == 0 || version < until);
    }
    bool operator==(const life&) const = default;
};

struct domain {
    base kind = base::boolean;
    bool optional = false;
    bool is_signed = false;  // a number whose lo is below 0: lo and hi are then std::int64_t bits
    std::uint8_t width = 0;  // u_bits, i_bits
    std::uint64_t lo = 0;    // numbers: least value; strings, sealed: bytes; lists: count
    std::uint64_t hi = 0;
    index type = none;          // enumeration, choice, structure: into enums, unions, structs; sealed: see sealed_union
    bool sealed_union = false;  // sealed: `type` is a union, else a struct
    index element = none;       // list: into elements
    std::vector<index> aliases;  // every `type` gone through, outermost first: into aliases
};

enum class mark_kind : std::uint8_t { id, assigned, clock, nonce, echo, secret, unit, deprecated, was };

struct mark {
    mark_kind kind = mark_kind::id;
    span where;
    std::string argument;  // a text's value, or `Request.field`
};

enum class hint_kind : std::uint8_t { expected, is, same, last, cell, recent, table };

/// One hint; it counts from `since` until a later-written one does.
struct hint {
    hint_kind kind = hint_kind::expected;
    span where;
    std::uint8_t since = 1;
    std::optional<std::uint64_t>
        expected;              // N of `~ N` (std::int64_t bits where the domain is signed), or the added one
    std::uint64_t number = 0;  // is: C, of a bool 0 or 1, of an enum the value's ordinal
    std::string text;          // is: C of utf8
    std::int64_t delta = 0;    // last, cell
    std::uint64_t within = 0;
    std::uint8_t capacity = 0;  // recent
    index memory = none;        // cell, table: into cells or tables; of an entry: the table
    index entry = none;         // ~ table.name: into that table's cells or tables
};

struct weight {
    std::uint8_t since = 1;
    std::uint16_t value = 1;
};

/// A field, an arm or a list element: whatever has a domain, hints and marks.
struct place {
    std::string name;       // empty for an element
    std::string wire_name;  // the name, or the argument of @was
    std::string doc;
    span where;
    domain of;
    life alive;
    std::vector<hint> hints;      // fields and elements
    std::vector<weight> weights;  // arms
    std::vector<mark> marks;
    bool secret = false;  // by its own mark or a type's
};

struct value {
    std::string name, wire_name, doc;
    span where;
    life alive;
    std::vector<weight> weights;
    std::vector<mark> marks;
};

struct enumeration {
    std::string name, doc;
    span where;
    std::vector<value> values;
};
struct choice {
    std::string name, doc;
    span where;
    std::vector<place> arms;
};
struct structure {
    std::string name, doc;
    span where;
    std::vector<place> fields;
};

/// A `type`; `of.aliases` does not name it itself.
struct alias {
    std::string name, wire_name, doc;
    span where;
    domain of;
    bool is_id = false;
    bool secret = false;
    std::vector<mark> marks;
};

struct cell {
    std::string name, doc;
    span where;
    domain of;
};
struct table {
    std::string name, doc;
    span where;
    domain of;
    std::uint8_t capacity = 0;
    std::vector<cell> cells;
    std::vector<table> tables;
};

struct says {
    std::string name;
    index structure = none;
    span where;
    life alive;
    std::vector<weight> weights;
};
struct reply {
    index packet = none;
    index go = none;
    span where;
};  // packet: into server
struct rule {
    index request = none;
    std::vector<reply> replies;
    index go = none;
    span where;
};  // request: into client
/// With what `in` brings already merged.
struct state {
    std::string name, doc;
    span where;
    std::vector<rule> rules;
    std::vector<index> pushes;
};

struct session {
    std::vector<says> client, server;
    index start = none;  // a state or closed_state
    std::vector<state> states;
    span where;
};

struct schema {
    std::string protocol, doc;
    std::uint32_t root = 0;  // the root's number in source::files
    span header;             // of `protocol NAME`
    std::uint8_t edition = 1, version = 1, oldest = 1;
    std::uint64_t limit = 65536;
    bool datagram = false;
    std::string text_model = "utf8";
    std::vector<enumeration> enums;
    std::vector<choice> unions;
    std::vector<structure> structs;
    std::vector<alias> aliases;
    std::vector<place> elements;  // of lists, one for each `list(…)` written
    std::vector<cell> cells;
    std::vector<table> tables;
    std::optional<session> talk;
    std::vector<std::uint32_t> files;  // every file read, root first
};

/// The weight that counts in a version: of those alive the last written, 1 if none is.
[[nodiscard]] inline std::uint16_t weight_in(const std::vector<weight>& weights, unsigned version) {
    std::uint16_t result = 1;
    for (const auto& w : weights)
        if (w.since <= version) result = w.value;
    return result;
}

/// The hint that counts in a version, or nullptr.
[[nodiscard]] inline const hint* hint_in(const std::vector<hint>& hints, unsigned version) {
    const hint* result = nullptr;
    for (const auto& h : hints)
        if (h.since <= version) result = &h;
    return result;
}

}  // namespace tic::schema
