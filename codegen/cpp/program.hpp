// The coding part of a header as data: memory, codecs of types and packets, and the policies that they name.
// `build_program` makes it from the layout; whoever wants other code changes it before it is printed.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "codegen/cpp/statements.hpp"

namespace tic::cpp {

/// A struct with one member for each slot.
struct memory_struct {
    struct member {
        index slot = none;
        std::string start{};  ///< how it begins: `{}` or ` = 3`
    };
    std::string name{};
    std::vector<member> members{};
    std::string constructor{};
};

/// Prefix codes in declared order, printed as the tables NAME_out and NAME_in.
struct prefix_codes {
    std::string name{};
    std::size_t member_count = 0;  ///< of those declared
    std::vector<prefix_code> codes{};
};

/// A struct's field or a union's arm: what is done with it, in this order.
struct field_codec {
    const node* from = nullptr;
    selection<check> checked{};
    std::vector<selection<coding>> written{};
    std::vector<selection<coding>> read{};
};

/// Check, write and read of a struct or union in the versions in which it is alike.
struct variant_codec {
    const variant* alike = nullptr;
    std::optional<statements> tag{};  ///< of a union with a living arm
    std::vector<field_codec> fields{};
};

/// An enum, which has codes only, or a struct or union with its content codec.
struct type_codec {
    index type = none;
    bool is_inline = false;  ///< written and read without a call
    std::vector<prefix_codes> codes{};
    std::vector<variant_codec> variants{};
    memory_struct memory{};
    std::string policy{};  ///< declarations (tic/codec.hpp, has_policy)
};

struct tag_bits {
    unsigned code = 0;
    unsigned length = 0;
    bool operator==(const tag_bits&) const = default;
};

/// One packet of a side.
struct packet_codec {
    struct row {
        unsigned version = 1;
        selection<tag_bits> tag{};
        std::string variant{};
    };
    index packet = none;
    std::vector<row> rows{};  ///< of the versions in which it lives
    std::string policy{};
};

/// Versions in which a side has the same packets with the same tags and codecs.
struct tag_group {
    std::vector<unsigned> versions{};
    std::string name{};                 ///< of its tags: `client`, or `client_v2`
    std::vector<prefix_codes> codes{};  ///< none where the side has no packets
    selection<std::string> read{};      ///< the name of the codes that are read
};

struct side_codec {
    memory_struct memory{};
    std::vector<packet_codec> packets{};
    std::vector<tag_group> groups{};
    bool is_inline = true;
    std::string policy{};
};

struct program {
    std::string includes{};
    std::vector<memory_struct> entries{};  ///< beside the entries of tables
    std::vector<type_codec> types{};       ///< each behind all that it holds
    per_side<side_codec> sides{};
    std::string session_policy{};
    std::string behind{};  ///< declarations behind the header's namespace
};

[[nodiscard]] program build_program(const model& m);
[[nodiscard]] std::string print_program(const model& m, const program& from, std::string_view schema_file);

/// The prefix codes of a table.
[[nodiscard]] prefix_codes build_codes(const model& m, const prefix_table& table, std::size_t members,
                                       const std::string& name);

// Its parts.
[[nodiscard]] std::string print_prefix_codes(const std::vector<prefix_codes>& all);
[[nodiscard]] std::string print_memory(const model& m, const memory_struct& from);
[[nodiscard]] std::string print_entries(const model& m, const program& from);
[[nodiscard]] std::string print_packets(const model& m, const program& from);
[[nodiscard]] std::string print_codecs(const model& m, const program& from);
[[nodiscard]] std::string print_contents(const model& m, const program& from);
[[nodiscard]] std::string print_sides(const model& m, const program& from);
[[nodiscard]] std::string print_entry_points(const model& m);
[[nodiscard]] std::string print_session(const model& m, const program& from);

}  // namespace tic::cpp
