// The parts of a generated header, one file each, in the order in which they are printed.
#pragma once

#include "codegen/cpp/model.hpp"

#include <string>

namespace tic::cpp {

// types.cpp: enums, ids, structs, unions
[[nodiscard]] std::string print_types(const model& m);
/// A class that holds one of several values: a union, or what a side says. `kinds` are C++ names.
struct arm {
    std::string name;
    std::string type;
    std::string comment;
};
[[nodiscard]] std::string print_choice(const std::string& name, const std::string& doc, const std::vector<arm>& arms,
                                       bool from_values);
[[nodiscard]] std::string print_doc(std::string_view doc);

// memory.cpp
/// A struct with the slots given, or none.
[[nodiscard]] std::string print_memory(const model& m, const std::string& name, const std::set<index>& slots,
                                       const std::string& constructor = {});
[[nodiscard]] std::string print_entries(const model& m);
[[nodiscard]] std::string slot_type(const model& m, index slot);
[[nodiscard]] std::string fresh_slot(const model& m, index slot);

// codecs.cpp: check, write and read of every type
[[nodiscard]] std::string print_codecs(const model& m);
[[nodiscard]] std::string print_prefix_codes(const model& m, const prefix_table& table, std::size_t members,
                                             const std::string& name);
[[nodiscard]] std::string print_contents(const model& m);

// session.cpp: packets of the two sides
[[nodiscard]] std::string print_packets(const model& m);
[[nodiscard]] std::string print_sides(const model& m);
/// What the tables of a side's tags are called in a version.
[[nodiscard]] std::string tags_name(const model& m, side who, unsigned version);
/// `return NAME_in.find(next16);`, and what goes wrong with it.
[[nodiscard]] std::string print_tag_found(const model& m, side who, const std::string& name);

// session_states.cpp: what a session stands on, and its name
[[nodiscard]] std::string print_session(const model& m);

// text.cpp: names, JSON, paths
[[nodiscard]] std::string print_names(const model& m);
[[nodiscard]] std::string print_describers(const model& m);
[[nodiscard]] std::string print_paths(const model& m);

// assemble.cpp: values from a text that names their places
[[nodiscard]] std::string print_assemblers(const model& m);

/// One place being printed: what holds the value, its path, the version, and how deep in lists and optionals it stands.
struct spot {
    std::string value;
    std::string at;
    unsigned version = 1;
    unsigned depth = 0;
    bool right = false;  ///< print no faults here
};

// field_number.cpp, field_string.cpp, field_list.cpp, field_type.cpp: one family of domains each
struct family {
    std::string (*check)(const model&, const node&, const spot&);
    std::string (*write)(const model&, const node&, const spot&);
    std::string (*read)(const model&, const node&, const spot&);
};
extern const family number_family, string_family, list_family, type_family;

/// The code of one place: empty where a function does nothing there.
struct texts {
    std::string check, write, read;
};

// field.cpp: the family of a node, and the optional around it
/// Without faults of its own.
[[nodiscard]] texts print_right(const model& m, const node& n, const spot& s);
[[nodiscard]] std::string check_node(const model& m, const node& n, const spot& s);
[[nodiscard]] std::string write_node(const model& m, const node& n, const spot& s);
[[nodiscard]] std::string read_node(const model& m, const node& n, const spot& s);

/// The plain code of a number, a length or a count; `x` is the 64-bit pattern.
[[nodiscard]] std::string write_plain(const model& m, const node& n, const std::string& x, unsigned version);
[[nodiscard]] std::string read_plain(const model& m, const node& n, const std::string& x, const spot& s);
/// The variable of a depth: `x`, `x1`, …
[[nodiscard]] std::string variable(const char* name, unsigned depth);
/// Whether code, its comments aside, names the variable.
[[nodiscard]] bool uses(std::string_view code, std::string_view variable);
/// `declaration`, or nothing where the code does not use the variable.
[[nodiscard]] std::string if_used(std::string_view code, std::string_view variable, std::string_view declaration);
/// A parameter, told to be unused where the code does not use it.
[[nodiscard]] std::string parameter(std::string_view code, std::string_view type, std::string_view name);

}  // namespace tic::cpp
