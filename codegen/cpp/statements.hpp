// What generated codecs do, as data: `build_…` makes a node's statements from the layout, `print_…` prints them.
// A statement holds the arguments that are printed and no others, so equal statements are equal code.
#pragma once

#include <string>
#include <vector>

#include "codegen/cpp/model.hpp"

namespace tic::cpp {

/// Statements of which the running program selects one by number; without cases just `otherwise`.
template <class Statement>
struct selection {
    struct choice {
        std::vector<unsigned> labels{};
        Statement statement{};
        bool operator==(const choice&) const = default;
    };
    Statement otherwise{};
    std::string selector{};  ///< the expression compared with the labels
    std::vector<choice> cases{};
    bool operator==(const selection&) const = default;
};

/// How a number, a length or a count becomes bits without a hint.
struct plain_code {
    code kind = code::nothing;  ///< nothing: no bits of this statement
    std::uint64_t low = 0;
    std::uint64_t span = 0;
    unsigned bits = 0;    ///< width or order
    std::string codes{};  ///< huffman: the name of the prefix codes; empty where no member lives
    bool operator==(const plain_code&) const = default;
};

/// What predicts a value.
struct hint_code {
    hint kind = hint::none;
    bool has_two_values = false;  ///< after the flag 0 nothing follows
    bool is_inverted = false;     ///< the flag of `is` with two values
    bool is_local = false;        ///< reading: the slot is a variable beside a list, never taken back
    std::string slot{};           ///< the expression of the memory
    std::string constant{};       ///< is: the predicted value
    std::uint64_t rest = 0;       ///< reading, two values: the other one (is), or the sum of both (same)
    std::int64_t delta = 0;       ///< predict, as the three below
    unsigned bits = 0;
    unsigned wrap_bits = 0;
    std::uint64_t low = 0;  ///< reading
    std::uint64_t span = 0;
    bool operator==(const hint_code&) const = default;
};

/// Memory that is fresh while a list is coded: a variable of the list's block, or a slot put aside until its end.
struct scoped_slot {
    std::string name{};   ///< of the variable, or of the copy's
    std::string place{};  ///< the slot's expression; empty for a variable
    std::string type{};   ///< of a variable
    std::string fresh{};  ///< the expression it begins with
    bool is_restored = true;
    bool operator==(const scoped_slot&) const = default;
};

enum class shape : std::uint8_t { nothing, number, string, list, call };

/// Where a statement's value is: expressions, and how many lists are around it.
struct spot {
    std::string value{};
    std::string at{};  ///< the number of its path, for refusals
    unsigned depth = 0;
    bool operator==(const spot&) const = default;
};

/// A value is within its domain.
struct check {
    shape kind = shape::nothing;
    spot where{};
    bool is_optional = false;
    bool is_text = false;       ///< string: UTF-8
    bool looks_at_size = true;  ///< list: at its own count, not only at its elements
    std::uint64_t low = 0;      ///< number, string, list
    std::uint64_t span = 0;
    bool is_enum = false;                     ///< number: its member lives, by the prefix codes `name`
    std::string name{};                       ///< call: the type's variant
    std::vector<selection<check>> element{};  ///< list: none, or one
    bool operator==(const check&) const = default;
};

/// A value is written, or read.
struct coding {
    shape kind = shape::nothing;
    spot where{};
    bool is_optional = false;
    bool is_presence_inverted = false;
    plain_code plain{};
    hint_code hint{};
    bool is_text = false;              ///< reading a string: UTF-8
    std::string type{};                ///< call: the type's variant; reading a list: the C++ type of its elements
    std::vector<scoped_slot> scope{};  ///< list
    std::uint64_t least_bits = 0;      ///< reading a list: of an element
    std::vector<selection<coding>> element{};  ///< list: one
    std::string library = "tic";               ///< the namespace of the primitives that are called
    std::string before{};                      ///< a statement ahead
    bool operator==(const coding&) const = default;
};

/// All that is done with one node.
struct statements {
    selection<check> checked{};
    selection<coding> written{};
    selection<coding> read{};
    bool operator==(const statements&) const = default;
};

[[nodiscard]] statements build_statements(const model& m, const node& n, const spot& where, unsigned version);
/// The tag of a union, in `v.kind()`.
[[nodiscard]] statements build_tag(const std::string& codes);

[[nodiscard]] std::string print_check(const selection<check>& from);
[[nodiscard]] std::string print_write(const selection<coding>& from);
[[nodiscard]] std::string print_read(const selection<coding>& from);

/// `switch (SELECTOR)` over cases and the rest, all of them printed.
[[nodiscard]] std::string print_switch(const std::string& selector,
                                       const std::vector<std::pair<std::vector<unsigned>, std::string>>& cases,
                                       const std::string& otherwise);
/// A selection by what prints one of its statements.
template <class Statement, class Print>
[[nodiscard]] std::string print_selection(const selection<Statement>& from, Print&& print) {
    std::vector<std::pair<std::vector<unsigned>, std::string>> cases;
    for (const auto& each : from.cases) cases.emplace_back(each.labels, print(each.statement));
    return print_switch(from.selector, cases, print(from.otherwise));
}

}  // namespace tic::cpp
