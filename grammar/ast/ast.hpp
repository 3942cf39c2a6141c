// The syntax of one .tic file as plain structs (language page, section 2). Nothing is resolved: names are names, and an
// integer may still be a const's name. Every struct knows its bytes in the file.
#pragma once

#include "grammar/source/source.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tic::ast {

using source::span;

struct name {
    std::string text;
    span where;
};

/// A literal (sign and magnitude; `too_large` where it does not fit 64 bits) or, if `constant` is not empty, a const's
/// name.
struct integer {
    span where;
    std::string constant;
    std::uint64_t magnitude = 0;
    bool negative = false;
    bool too_large = false;
};

struct bounds {
    span where;
    integer low;
    std::optional<integer> high;  // absent in `(n)`
};

/// `A.b` in `@echo(A.b)`; the second name may be missing.
struct dotted {
    name first;
    std::optional<name> second;
    span where;
};

struct text_literal {
    std::string value;  // decoded
    span where;
};

struct mark {
    span where;  // from '@'
    name what;
    std::variant<std::monostate, text_literal, dotted> argument;
};

struct life {
    std::optional<integer> since;
    std::optional<integer> until;
};

/// `~ INT [since INT]` behind an enum value, an arm or a packet.
struct weight {
    span where;
    integer value;
    std::optional<integer> since;
};

struct hint_expected {
    integer value;
};  // ~ N, N a number in digits
struct hint_is {
    std::variant<integer, text_literal, name> literal;
};                    // ~ is C; a name: true, false, a const, an enum value
struct hint_same {};  // ~ same
struct hint_recent {
    integer count;
};                    // ~ recent(n)
struct hint_last {};  // ~ last ± D within N
struct hint_name {
    dotted what;
};  // ~ NAME: a const, a cell or a table; ~ TABLE.NAME

/// One hint. `delta`, `within` and `expected` are kept as written, also where they make no sense together.
struct hint {
    span where;  // from '~'
    std::variant<hint_expected, hint_is, hint_same, hint_recent, hint_last, hint_name> form;
    bool delta_negative = false;
    std::optional<integer> delta;
    std::optional<integer> within;
    std::optional<integer> expected;  // the second `~ N`
    std::optional<integer> since;
};

struct element;

struct domain {
    /// `named`: a domain word without bounds (bool, u8, uint, f32 …) or a declared name; the checker decides which.
    enum class form : std::uint8_t { named, ranged, list, sealed };
    span where;
    form kind = form::named;
    name word;                        // named, ranged (`int`, `bytes`, `utf8`, `text`), and the T of sealed(T, …)
    std::optional<bounds> range;      // ranged, list, sealed
    std::vector<element> item;        // list: exactly one (a vector because the type is not complete here)
    std::uint8_t optional_marks = 0;  // how many `?` were written; more than one is an error
};

/// What a list holds: `list(DOMAIN HINTS MARKS, bounds)`.
struct element {
    domain of;
    std::vector<hint> hints;
    std::vector<mark> marks;
};

struct constant {
    name id;
    integer value;
    std::string doc;
    span where;
};
struct type_alias {
    name id;
    domain of;
    std::vector<mark> marks;
    std::string doc;
    span where;
};

struct enum_value {
    name id;
    life alive;
    std::vector<weight> weights;
    std::vector<mark> marks;
    std::string doc;
    span where;
};
struct enumeration {
    name id;
    std::vector<enum_value> values;
    std::string doc;
    span where;
};

struct arm {
    name id;
    domain of;
    life alive;
    std::vector<weight> weights;
    std::vector<mark> marks;
    std::string doc;
    span where;
};
struct choice {
    name id;
    std::vector<arm> arms;
    std::string doc;
    span where;
};  // `union`

struct field {
    name id;
    domain of;
    life alive;
    std::vector<hint> hints;
    std::vector<mark> marks;
    std::string doc;
    span where;
};
struct structure {
    name id;
    std::vector<field> fields;
    std::string doc;
    span where;
};

/// A cell (`count` absent) or a table of memory, or of a table's entry (then without entries of its own).
struct memory_entry {
    name id;
    std::optional<integer> count;  // of recent(count)
    domain of;
    std::vector<memory_entry> entry;  // what each entry of a table holds
    std::string doc;
    span where;
};
struct memory {
    std::vector<memory_entry> entries;
    std::string doc;
    span where;
};

struct says {
    name id;
    life alive;
    std::vector<weight> weights;
    span where;
};
struct reply {
    name id;
    std::optional<name> go;
};
/// `on A, B reply X go S, Y;` or `on A go S;`.
struct on_rule {
    std::vector<name> requests;
    std::vector<reply> replies;
    std::optional<name> go;
    span where;
};
struct push_rule {
    std::vector<name> packets;
    span where;
};
struct state {
    name id;
    std::optional<name> in;
    std::vector<std::variant<on_rule, push_rule>> rules;
    std::string doc;
    span where;
};
struct session {
    std::vector<says> client;
    std::vector<says> server;
    name start;
    std::vector<state> states;
    std::string doc;
    span where;
};

struct import {
    text_literal path;
    span where;
};

using item = std::variant<import, constant, type_alias, enumeration, choice, structure, memory, session>;

/// One parsed file. Docs are the text of the `///` lines before a thing, joined by newlines.
struct file {
    std::uint32_t number = 0;  // in source::files
    std::string doc;
    name protocol;
    integer edition;
    std::optional<integer> version;
    std::optional<integer> oldest;
    std::optional<integer> limit;
    std::optional<name> transport;
    std::optional<name> text_model;
    std::vector<item> items;
};

}  // namespace tic::ast
