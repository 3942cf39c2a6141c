// Mutation operators of single fields, arms and elements: each makes other statements of the right ones.
#pragma once

#include <span>

#include "codegen/mutants/catalogue.hpp"

namespace tic::mutation {

/// A node with its right statements, in one version of the type that declares it.
struct site {
    const catalogue& known;
    const node& n;
    unsigned version;
    const std::vector<unsigned>& versions;  ///< in which that type is coded alike
    const cpp::statements& right;

    [[nodiscard]] const cpp::model& m() const { return known.m; }
    [[nodiscard]] const layout& plan() const { return known.m.plan; }
    [[nodiscard]] const cpp::plain_code& plain() const { return right.read.otherwise.plain; }
    [[nodiscard]] const cpp::hint_code& hint() const { return right.read.otherwise.hint; }
    /// How often a memory of the node is used at most, 3 being many: what memory does shows when it is used again.
    [[nodiscard]] unsigned uses() const { return n.slot == none ? 0 : known.used.of(n.slot, versions); }
};

/// One row of the table: `apply` changes the statements, which come as the right ones. Where they stay equal to those
/// there is no mutant. The order of the rows is that of the numbers.
struct mutation_operator {
    const char* topic;
    const char* kind;
    void (*apply)(const site& at, cpp::statements& to);
};
extern const std::span<const mutation_operator> number_operators, hint_operators, table_operators, string_operators,
    list_operators, type_operators, refusal_operators;

/// The statements of a changed node.
template <class Change>
void rebuild(const site& at, cpp::statements& to, Change&& change) {
    node other = at.n;
    change(other);
    to = cpp::build_statements(at.m(), other, at.right.read.otherwise.where, at.version);
}

/// Lets the primitives that are called deviate (`tic::mutants::deviation`), those of a list's elements too.
void deviate(cpp::coding& to, const char* deviation);

}  // namespace tic::mutation
