// The layout as plain data: which codes make up each packet, by version. Computed once by codegen/plan; read by the
// interpreter, the backends and conformance. Flat arrays and indices; nothing here owns memory, and the planner's
// result must outlive it. Language page, sections 3 to 7.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "runtime/tic/side.hpp"

namespace tic {

/// What a node's value is.
enum class op : std::uint8_t {
    boolean,
    number,
    f32,
    f64,
    enumeration,
    bytes,
    utf8,
    text,
    sealed,
    list,
    structure,
    choice
};

/// How the number of a node becomes bits: its value, or the length or count of strings and lists. x is what is coded.
enum class code : std::uint8_t {
    fixed,             ///< x = v - low in `bits` digits
    twos,              ///< the low `bits` digits of v, two's complement
    truncated_binary,  ///< x = v - low, truncated binary of span + 1 values
    exp_golomb,        ///< x = v - low, Exp-Golomb of order `bits`
    zigzag,            ///< x = zigzag(v), Exp-Golomb of order `bits`
    huffman,           ///< by the prefix codes of `type` in this version (enums, unions)
    nothing,           ///< structs
};

/// What predicts a node's value (section 6). An expected value (`~ N`) alone only changes `plain` and `bits`.
enum class hint : std::uint8_t { none, is, same, predict, table };

/// An index into one of the layout's arrays; `none` where there is nothing to point at.
using index = std::uint32_t;
inline constexpr index none = 0xffffffffU;

/// How one value is coded: a field, an arm's payload or a list's element, in one version.
struct node {
    op operation = op::number;
    code plain = code::fixed;  ///< after a flag, a miss, or alone
    hint by = hint::none;
    std::uint8_t bits = 0;           ///< width or order of `plain`
    std::uint8_t hint_bits = 0;      ///< predict: order k of the residual's code
    std::uint8_t wrap_bits = 0;      ///< predict: M where r is taken modulo 2^M, else 0
    bool optional = false;           ///< a presence bit comes first
    bool is_signed = false;          ///< the number's domain lies within i64 and begins below 0
    bool two_values = false;         ///< after the flag 0 of `is` or `same` nothing follows
    bool secret = false;             ///< @secret on the declaration or its type
    index member = none;             ///< the declared field or arm; of an element: that of its list
    index type = none;               ///< enumeration, structure, choice: itself; sealed: its content
    index element = none;            ///< list: the node of an element
    index slot = none;               ///< same, predict, table: the memory it uses
    index id = none;                 ///< the `@id` alias that its domain is spelled with, the outermost; into `aliases`
    code domain_code = code::fixed;  ///< what `plain` would be without an expected value
    std::uint8_t domain_bits = 0;    ///< what `bits` would be without one
    index first_scoped = 0;          ///< list: `scoped` entries, the slots that are fresh while it is open
    index scoped_count = 0;
    std::uint64_t low = 0;       ///< number: its least value; strings and lists: least length
    std::uint64_t span = 0;      ///< greatest minus least
    std::int64_t delta = 0;      ///< predict: D with its sign
    std::uint64_t constant = 0;  ///< is: C; of an enum its member's ordinal; of utf8 an index into `constants`
    std::uint64_t min_bits = 0;  ///< least bits, fill not counted
    std::uint64_t max_bits = 0;  ///< most bits, with 7 of fill for each byte string
    std::string_view domain{};   ///< canonical DOMAIN (section 7), `?` included
    std::string_view hints{};    ///< canonical HINT, or empty

    bool operator==(const node&) const = default;
};

/// A prefix code of one living enum value, arm or packet; `member` is its ordinal among all that are declared.
struct prefix_code {
    index member = 0;
    std::uint16_t weight = 1;
    std::uint16_t code = 0;  ///< the code's value in `length` digits
    std::uint8_t length = 0;
};

/// The prefix codes of one enum, union or side: its living items in declared order, and sorted by (length, declared
/// order).
struct prefix_table {
    index first = 0;  ///< into `codes`
    index count = 0;
    index first_rank = 0;  ///< into `ranks`, `count` of them: offsets from `first`, in canonical order
};

enum class mark_kind : std::uint8_t { id, assigned, clock, nonce, echo, secret, unit, deprecated, was };

struct mark {
    mark_kind kind = mark_kind::id;
    std::string_view argument{};  ///< the text, or `Request.field` of @echo
};

/// A declared field, enum value or arm, whether or not it lives in a version.
struct member {
    std::string_view name{};
    std::string_view wire_name{};  ///< as in the canonical text (@was)
    std::string_view doc{};
    std::string_view source{};  ///< the declaration as written, on one line
    std::uint32_t line = 0;
    std::uint8_t since = 1;
    std::uint8_t until = 0;  ///< 0: no end
    index first_mark = 0;
    index mark_count = 0;
    index sample = none;       ///< fields and arms: a node of some version in which it lives
    std::string_view alias{};  ///< the `type` that the schema names here, or empty
};

enum class type_kind : std::uint8_t { enumeration, choice, structure };

/// A declared enum, union or struct; its members in declared order, of all versions.
struct type {
    type_kind kind = type_kind::structure;
    std::string_view name{};
    std::string_view doc{};
    std::string_view file{};
    std::uint32_t line = 0;
    index first_member = 0;
    index member_count = 0;
};

/// A `type` of the schema, `@id` or not.
struct alias {
    std::string_view name{};
    std::string_view doc{};
    std::string_view domain{};  ///< canonical DOMAIN, its own name left out
    bool is_id = false;
    bool secret = false;
    index sample = none;  ///< a node with this domain, no hint
    index first_mark = 0;
    index mark_count = 0;
};

/// One type in one version. A struct's or union's living members are `count` nodes from `first_node`, in order.
struct type_layout {
    index first_node = 0;
    index count = 0;
    prefix_table codes{};  ///< enums and unions
    std::uint64_t min_bits = 0;
    std::uint64_t max_bits = 0;
    bool remembers = false;  ///< its nodes, or what they hold (not sealed), use memory
};

enum class slot_kind : std::uint8_t { last, same, recent, cell, table };

/// What memory holds for one declaration, cell or table. A slot with a `parent` exists once for each entry of that
/// table.
struct slot {
    slot_kind kind = slot_kind::last;
    op operation = op::number;  ///< of the values it holds: a scalar, bytes or utf8
    std::uint8_t capacity = 1;  ///< recent, table: n
    bool is_signed = false;
    index parent = none;
    index first_child = 0;  ///< table: the slots of each entry are consecutive
    index child_count = 0;
    std::uint64_t low = 0;
    std::uint64_t span = 0;
    std::uint64_t initial = 0;    ///< last, cell: the number of the domain nearest 0
    std::uint32_t max_bytes = 0;  ///< bytes, utf8: most bytes of a value
    std::string_view name{};      ///< `Send.tag`, `clock`, `chats`, `chats.seq`
    std::string_view domain{};
};

/// A packet that one side may send; `tags` of a version has its tag.
struct packet {
    index type = none;
    std::uint8_t since = 1;
    std::uint8_t until = 0;
    std::string_view name{};
};

/// Where a `go` closes the session.
inline constexpr index closed_state = 0xfffffffeU;

struct reply {
    index packet = none;  ///< of the server side
    index go = none;      ///< a state, closed_state, or none to stay
};

/// A living request in a state: its living replies, or the state that follows if it has none.
struct rule {
    index packet = none;  ///< of the client side
    index first_reply = 0;
    index reply_count = 0;
    index go = none;
    bool barrier = false;
};

struct state {
    std::string_view name{};
    index first_rule = 0;  ///< sorted by declared packet
    index rule_count = 0;
    index first_push = 0;  ///< into `pushes`: packets of the server side
    index push_count = 0;
};

struct version_layout {
    std::uint8_t version = 1;
    bool spoken = true;    ///< within oldest..version: packets, not only sealed content
    index first_type = 0;  ///< into `type_layouts`, one for each type
    per_side<prefix_table> tags{};
    index first_state = 0;                ///< into `states`; numbered alike in all versions
    std::uint32_t fingerprint = 0;        ///< 0 unless spoken and the file has a session
    per_side<std::uint64_t> max_bytes{};  ///< the longest packet of each side, tag and fill included
};

/// The whole of a schema. `versions[v - 1]` is version v.
struct layout {
    std::string_view protocol{};
    std::string_view doc{};
    std::uint8_t edition = 1;
    std::uint8_t version = 1;
    std::uint8_t oldest = 1;
    bool datagram = false;
    bool has_session = false;
    std::string_view text_model{};
    std::uint64_t limit = 65536;
    index start = none;  ///< state, or closed_state
    index state_count = 0;
    std::span<const version_layout> versions{};
    std::span<const type> types{};
    std::span<const alias> aliases{};
    std::span<const member> members{};
    std::span<const mark> marks{};
    std::span<const type_layout> type_layouts{};
    std::span<const node> nodes{};
    std::span<const prefix_code> codes{};
    std::span<const index> ranks{};
    std::span<const slot> slots{};
    std::span<const index> scoped{};
    std::span<const std::string_view> constants{};
    per_side<std::span<const packet>> packets{};
    std::span<const state> states{};
    std::span<const rule> rules{};
    std::span<const reply> replies{};
    std::span<const index> pushes{};

    // Versions `v` are 1 to `version`.
    [[nodiscard]] constexpr const version_layout& at(unsigned v) const { return versions[v - 1]; }
    [[nodiscard]] constexpr const type_layout& at(unsigned v, index t) const {
        return type_layouts[at(v).first_type + t];
    }
    /// The living members of a struct or union, in order; not for enums.
    [[nodiscard]] constexpr std::span<const node> fields(unsigned v, index t) const {
        return nodes.subspan(at(v, t).first_node, at(v, t).count);
    }
};

}  // namespace tic
