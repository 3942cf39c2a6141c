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
/// The C++ type of a slot by itself, without what a model was told.
[[nodiscard]] std::string usual_slot_type(const model& m, index slot);
/// The expression of a slot as it begins.
[[nodiscard]] std::string fresh_slot(const model& m, index slot);
/// The struct of what is beside each entry of a table.
[[nodiscard]] std::string entry_name(const model& m, index slot);

// session_states.cpp
/// Where a rule or reply leads.
[[nodiscard]] std::string state_number(index go);

// text.cpp: names, JSON, paths
[[nodiscard]] std::string print_names(const model& m);
[[nodiscard]] std::string print_describers(const model& m);
[[nodiscard]] std::string print_paths(const model& m);

// assemble.cpp: values from a text that names their places
[[nodiscard]] std::string print_assemblers(const model& m);

/// The variable of a depth: `x`, `x1`, …
[[nodiscard]] std::string variable(const char* name, unsigned depth);
/// Whether code, its comments aside, names the variable.
[[nodiscard]] bool uses(std::string_view code, std::string_view variable);
/// `declaration`, or nothing where the code does not use the variable.
[[nodiscard]] std::string if_used(std::string_view code, std::string_view variable, std::string_view declaration);
/// A parameter, told to be unused where the code does not use it.
[[nodiscard]] std::string parameter(std::string_view code, std::string_view type, std::string_view name);

}  // namespace tic::cpp
