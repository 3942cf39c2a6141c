// What a layout implies about its types: in which order they can be defined, in which versions one is coded alike, and
// how the paths of its fields are numbered.
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/layout/layout.hpp"

namespace tic {

/// Versions in which a type is read and written alike, with all that it holds; `version` is the first of them.
struct variant {
    unsigned version = 1;
    std::vector<unsigned> versions;
};

/// The type of a member, or of its list's elements; `none` unless that is an enum, a struct, a union or sealed content.
[[nodiscard]] index type_held_by(const layout& plan, const member& m);

/// Every type after all types that it holds, so that each can be defined in terms of those before it.
[[nodiscard]] std::vector<index> type_order(const layout& plan);

/// Computed once for a layout, which must outlive it.
class type_facts {
public:
    explicit type_facts(const layout& plan);

    [[nodiscard]] const std::vector<index>& order() const { return order_; }

    /// One for a type that is coded alike in all versions.
    [[nodiscard]] const std::vector<variant>& variants(index type) const { return variants_[type]; }
    /// The variant of a type in a version.
    [[nodiscard]] const variant& variant_in(index type, unsigned version) const {
        return variants_[type][variant_of_[type][version - 1]];
    }

    /// Errors name a field by a number: a type's own path is 0, its members follow, each with the paths inside it. This
    /// is a member's number in its type.
    [[nodiscard]] std::uint32_t path_offset(index member) const { return offsets_[member]; }
    /// How many paths a type has, its own included.
    [[nodiscard]] std::uint32_t path_count(index type) const { return counts_[type]; }

private:
    using signature = std::vector<std::uint64_t>;

    void find_paths(const layout& plan);
    void find_variants(const layout& plan);
    [[nodiscard]] signature signature_of(const layout& plan, index type, unsigned version) const;
    void sign(signature& to, const layout& plan, const node& n, unsigned version) const;

    std::vector<index> order_;
    std::vector<std::vector<variant>> variants_;
    std::vector<std::vector<index>> variant_of_;  ///< by type and version - 1
    std::vector<std::uint32_t> offsets_, counts_;
};

}  // namespace tic
