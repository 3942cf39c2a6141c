// What the generator's files share: C++ names, and what the layout implies about its types and memory.
#pragma once

#include "runtime/layout/layout.hpp"
#include "runtime/layout/memory_use.hpp"
#include "runtime/layout/type_facts.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tic::cpp {

class model {
public:
    explicit model(const layout& plan);

    const layout& plan;

    /// A schema's name as C++ may have it: a keyword gets an underscore.
    [[nodiscard]] static std::string name(std::string_view schema_name);
    /// A field's name: apart from all types, since a member may not change what a type's name means.
    [[nodiscard]] std::string field_name(index member) const;
    /// The schema's own types, apart from what the header declares beside them.
    [[nodiscard]] std::string type_name(index type) const;
    /// The C++ type of a node's value, the optional around it included.
    [[nodiscard]] std::string cpp_type(const node& n) const;
    [[nodiscard]] std::string inner_type(const node& n) const;
    /// The C++ integer that holds low…low + span.
    [[nodiscard]] static std::string integer(std::uint64_t low, std::uint64_t span, bool is_signed);
    /// The `@id` type that a domain is spelled with, or nothing.
    [[nodiscard]] const alias* id_of(const node& n) const;

    /// The variants of a type; one for a type that is alike in all versions.
    [[nodiscard]] const std::vector<variant>& variants(index type) const { return types_.variants(type); }
    /// `Body`, or `Body_v2` where there are several variants.
    [[nodiscard]] std::string variant_name(index type, unsigned version) const;

    /// Where a member's place begins behind its type's own, and how many places a type has, its own included.
    [[nodiscard]] std::uint32_t offset(index member) const { return types_.path_offset(member); }
    [[nodiscard]] std::uint32_t places(index type) const { return types_.path_count(type); }

    /// Whether `last` or `same` stands on a list's element itself: then it is a variable beside the list.
    [[nodiscard]] bool is_local(index slot) const { return tic::is_local(plan, slot); }
    /// Slots of the connection's memory that a type's nodes use in a version, those of what it holds included.
    void reach(index type, unsigned version, std::set<index>& slots) const { add_reach(plan, type, version, slots); }
    /// Whether a node of the type uses the connection's memory in the version.
    [[nodiscard]] bool remembers(index type, unsigned version) const { return plan.at(version, type).remembers; }
    [[nodiscard]] bool remembers(const node& n, unsigned version) const { return tic::remembers(plan, n, version); }
    /// `Send_tag` of `Send.tag`.
    [[nodiscard]] const std::string& slot_name(index slot) const { return slot_names_[slot]; }
    /// The C++ type of a slot, which may be one of another library than runtime/tic.
    [[nodiscard]] const std::string& slot_type(index slot) const { return slot_types_[slot]; }
    void set_slot_type(index slot, std::string type) { slot_types_[slot] = std::move(type); }
    /// The expression of a slot in `m`, an entry's through its table.
    [[nodiscard]] std::string slot_place(index slot) const;

    /// Structs and unions, each behind all that it holds.
    [[nodiscard]] const std::vector<index>& order() const { return types_.order(); }

private:
    void name_slots();

    type_facts types_;
    std::vector<std::string> slot_names_, slot_types_;
    std::set<std::string_view> type_names_;
};

/// A number as a C++ literal of 64 bits.
[[nodiscard]] std::string literal(std::uint64_t v);
/// As a signed 64-bit literal.
[[nodiscard]] std::string signed_literal(std::uint64_t v);
/// A C++ string literal.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace tic::cpp
