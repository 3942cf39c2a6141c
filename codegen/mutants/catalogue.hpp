// The numbered mutants of one header, and what is known of its layout while they are made.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "codegen/cpp/program.hpp"
#include "runtime/layout/alignment.hpp"
#include "runtime/layout/usage.hpp"

namespace tic::mutation {

/// Who deviates. Where both ends deviate alike they understand each other, and only bytes known beforehand betray them.
/// A session's states deviate at one end, whatever its role.
enum class role : std::uint8_t { decoder, encoder, both, end };

/// The numbers of one mutation; 0: it has none in that role.
struct numbers {
    unsigned decoder = 0, encoder = 0, both = 0;
    [[nodiscard]] std::vector<unsigned> of(bool decodes) const;
};

struct mutant {
    std::string topic{};               ///< its class: `number`, `hint`, `table`, …
    std::string kind{};                ///< `width+1`
    std::string path{};                ///< `Deliver.seq`, `ContactSync.phones[]`, a cell, a side
    std::vector<unsigned> versions{};  ///< empty: all
    role who = role::both;
};

class catalogue {
public:
    explicit catalogue(const cpp::model& from) : m(from), begins(begins_of(from.plan)), used(usage_of(from.plan)) {}

    const cpp::model& m;
    const begin_table begins;
    const usage used;

    /// Numbers a mutation in the roles that it has.
    numbers add(const std::string& topic, const std::string& kind, const std::string& path,
                const std::vector<unsigned>& versions, bool decodes, bool encodes);
    /// The same once for each `key`, with the numbers it then got.
    numbers add_once(const std::string& key, const std::string& topic, const std::string& kind, const std::string& path,
                     const std::vector<unsigned>& versions, bool decodes, bool encodes);
    /// In one role and all versions, once for each topic, kind and path; `is_new` if this call numbered it.
    unsigned add_once(const std::string& topic, const std::string& kind, const std::string& path, role who,
                      bool* is_new = nullptr);

    [[nodiscard]] unsigned count() const { return static_cast<unsigned>(all_.size()); }
    [[nodiscard]] std::string print(std::string_view schema_file) const;

private:
    unsigned number(mutant next);

    std::vector<mutant> all_{};
    std::map<std::string, numbers> known_{};
};

/// The type that declares a member.
[[nodiscard]] index owner_of(const layout& plan, index member);
/// The versions in which a type is coded as in this one.
[[nodiscard]] const std::vector<unsigned>& versions_of(const cpp::model& m, index type, unsigned version);

/// The prefix codes of a table with other codes for the same members, each named after the right ones.
[[nodiscard]] std::vector<cpp::prefix_codes> other_codes(const cpp::model& m, const prefix_table& table,
                                                         std::size_t members, const std::string& name);

/// Adds the cases of a mutation to a selection.
template <class Statement>
void add_case(cpp::selection<Statement>& to, const numbers& n, bool decodes, Statement statement) {
    auto labels = n.of(decodes);
    if (labels.empty()) return;
    to.selector = "tic::active_mutant";
    to.cases.push_back({std::move(labels), std::move(statement)});
}

// What mutates each part of a program, in the order of the numbers.
void mutate_memory(catalogue& to, cpp::memory_struct& memory, std::string_view owner);
void mutate_type(catalogue& to, cpp::type_codec& codec);
void mutate_content(catalogue& to, cpp::type_codec& codec);
void mutate_side(catalogue& to, side who, cpp::side_codec& codec);
void mutate_session(catalogue& to, cpp::program& all);

}  // namespace tic::mutation
