// Operators of hints: presence, flags, last values, predictions, and tables of recent values.
#include <algorithm>

#include "codegen/mutants/operators.hpp"

namespace tic::mutation {
namespace {

using cpp::statements;

/// Primitives of the node's own hint deviate.
void deviate_hint(const site&, statements& to, const char* how, bool writes = true, bool reads = true) {
    if (writes) deviate(to.written.otherwise, how);
    if (reads) deviate(to.read.otherwise, how);
}

bool is_value(const node& n) { return n.operation != op::list; }
bool is_flag(const site& at) { return at.hint().kind == hint::is && !at.hint().has_two_values; }
/// `same`, used often enough.
bool is_same(const site& at, unsigned uses) { return at.hint().kind == hint::same && at.uses() >= uses; }
bool is_spelt_same(const site& at, unsigned uses) { return is_same(at, uses) && !at.hint().has_two_values; }
bool is_step(const site& at) { return at.hint().kind == hint::predict; }
bool is_table(const site& at, unsigned uses) { return at.hint().kind == hint::table && at.uses() >= uses; }

/// A living member of the node's enum other than the one given, if there is one.
std::uint64_t other_member(const site& at, std::uint64_t member) {
    const auto& codes = at.plan().at(at.version, at.n.type).codes;
    for (const auto& c : at.plan().codes.subspan(codes.first, codes.count))
        if (c.member != member) return c.member;
    return member;
}

/// Whether a value costs the same bits with the hint and without: the flag of two values may be the value's own bit.
bool is_free(const site& at) {
    const node& n = at.n;
    if (n.by == hint::same) return at.uses() < 2;
    if (n.by != hint::is || !n.two_values) return false;
    if (n.operation == op::boolean) return n.constant != 0;
    if (n.operation == op::number) return n.constant == n.low + n.span;
    const auto& codes = at.plan().at(at.version, n.type).codes;
    const auto all = at.plan().codes.subspan(codes.first, codes.count);
    const auto found = std::ranges::find(all, n.constant, [](const prefix_code& c) { return std::uint64_t{c.member}; });
    return found != all.end() && found->code == 1;
}

/// How many values the node's domain has, at most `most`.
std::uint64_t count_values(const site& at, std::uint64_t most) {
    const node& n = at.n;
    switch (n.operation) {
        case op::boolean:
            return 2;
        case op::number:
            return n.span < most ? n.span + 1 : most;
        case op::enumeration:
            return at.plan().at(at.version, n.type).codes.count;
        default:
            return most;
    }
}

/// Another slot in reach that `fits`.
template <class Fits>
void change_slot(const site& at, statements& to, Fits&& fits) {
    std::set<index> reached;
    at.m().reach(owner_of(at.plan(), at.n.member), at.version, reached);
    const auto found =
        std::ranges::find_if(reached, [&](index i) { return i != at.n.slot && fits(at.plan().slots[i]); });
    if (found != reached.end()) rebuild(at, to, [&](node& n) { n.slot = *found; });
}

/// Tables whose capacity and domain let the deviation show.
bool is_large_table(const site& at, unsigned least) {
    return is_table(at, 3) && at.plan().slots[at.n.slot].capacity >= least && count_values(at, 65) >= least;
}
bool is_full_table(const site& at) {
    return is_table(at, 3) && count_values(at, 65) > at.plan().slots[at.n.slot].capacity;
}

constexpr mutation_operator of_hints[] = {
    {"presence", "presence-inverted",
     [](const site& at, statements& to) {
         if (at.n.operation != op::list && at.n.optional)
             to.written.otherwise.is_presence_inverted = to.read.otherwise.is_presence_inverted = true;
     }},
    {"hint", "hint-lost",
     [](const site& at, statements& to) {
         if (is_value(at.n) && at.n.by != hint::none && !is_free(at))
             rebuild(at, to, [](node& n) { n.by = hint::none, n.slot = none, n.two_values = false; });
     }},
    {"hint", "inverted",
     [](const site& at, statements& to) {
         if (at.hint().kind == hint::is && at.hint().has_two_values)
             to.written.otherwise.hint.is_inverted = to.read.otherwise.hint.is_inverted = true;
     }},
    {"hint", "constant-changed",
     [](const site& at, statements& to) {
         if (!is_flag(at) || at.n.span + (at.n.operation == op::enumeration ? 1 : 0) == 0) return;
         rebuild(at, to, [&](node& n) {
             if (n.operation == op::enumeration)
                 n.constant = other_member(at, n.constant);
             else if (n.operation == op::number)
                 n.constant += n.constant - n.low < n.span ? 1 : ~std::uint64_t{0};
         });
     }},
    {"hint", "inverted",
     [](const site& at, statements& to) {
         if (is_flag(at)) deviate_hint(at, to, "inverted");
     }},
    {"canonical", "plain-accepted",
     [](const site& at, statements& to) {
         if (is_flag(at)) deviate_hint(at, to, "plain_accepted", false, true);
     }},
    {"canonical", "plain-written",
     [](const site& at, statements& to) {
         if (is_flag(at)) deviate_hint(at, to, "plain_written", true, false);
     }},
    {"hint", "flag-at-first",
     [](const site& at, statements& to) {
         if (is_spelt_same(at, 0)) deviate_hint(at, to, "flag_at_first");
     }},
    {"hint", "inverted",
     [](const site& at, statements& to) {
         if (is_same(at, 2)) deviate_hint(at, to, "inverted");
     }},
    {"hint", "not-remembered",
     [](const site& at, statements& to) {
         if (is_same(at, 3)) deviate_hint(at, to, "not_remembered");
     }},
    {"canonical", "plain-accepted",
     [](const site& at, statements& to) {
         if (is_spelt_same(at, 2)) deviate_hint(at, to, "plain_accepted", false, true);
     }},
    {"canonical", "plain-written",
     [](const site& at, statements& to) {
         if (is_spelt_same(at, 2)) deviate_hint(at, to, "plain_written", true, false);
     }},
    {"hint", "two-values-spelt",
     [](const site& at, statements& to) {
         if (at.hint().has_two_values && (at.hint().kind == hint::is || is_same(at, 2)))
             rebuild(at, to, [](node& n) { n.two_values = false; });
     }},
    {"prediction", "delta+1",
     [](const site& at, statements& to) {
         if (is_step(at)) rebuild(at, to, [](node& n) { ++n.delta; });
     }},
    {"prediction", "delta-lost",
     [](const site& at, statements& to) {
         if (is_step(at)) rebuild(at, to, [](node& n) { n.delta = 0; });
     }},
    {"prediction", "delta-negated",
     [](const site& at, statements& to) {
         if (is_step(at)) rebuild(at, to, [](node& n) { n.delta = -n.delta; });
     }},
    {"prediction", "within-wider",
     [](const site& at, statements& to) {
         if (is_step(at)) rebuild(at, to, [](node& n) { ++n.hint_bits; });
     }},
    {"prediction", "within-narrower",
     [](const site& at, statements& to) {
         if (is_step(at) && at.n.hint_bits != 0) rebuild(at, to, [](node& n) { --n.hint_bits; });
     }},
    {"prediction", "wrap-lost",
     [](const site& at, statements& to) {
         if (is_step(at)) rebuild(at, to, [](node& n) { n.wrap_bits = 0; });
     }},
    {"prediction", "other-cell",
     [](const site& at, statements& to) {
         if (is_step(at))
             change_slot(at, to, [](const slot& s) { return s.kind == slot_kind::cell || s.kind == slot_kind::last; });
     }},
    {"prediction", "sign-mirrored",
     [](const site& at, statements& to) {
         if (is_step(at)) deviate_hint(at, to, "sign_mirrored");
     }},
    {"prediction", "not-remembered",
     [](const site& at, statements& to) {
         if (is_step(at) && at.uses() > 1) deviate_hint(at, to, "not_remembered");
     }},
    {"prediction", "prediction-lost",
     [](const site& at, statements& to) {
         if (is_step(at) && (usage::is_in(at.known.used.used_before, at.n.member, at.versions) ||
                             at.plan().slots[at.n.slot].initial != 0))
             deviate_hint(at, to, "prediction_lost");
     }},
};

constexpr mutation_operator of_tables[] = {
    {"refusal", "rank-beyond",
     [](const site& at, statements& to) {
         if (is_table(at, 0)) deviate_hint(at, to, "rank_beyond", false, true);
     }},
    {"table", "rank-of-order-one",
     [](const site& at, statements& to) {
         if (is_table(at, 0)) deviate_hint(at, to, "rank_of_order_one");
     }},
    {"table", "miss-as-capacity",
     [](const site& at, statements& to) {
         if (is_table(at, 0) && (at.plan().slots[at.n.slot].capacity > 1 || count_values(at, 65) > 1))
             deviate_hint(at, to, "miss_as_capacity");
     }},
    {"canonical", "plain-accepted",
     [](const site& at, statements& to) {
         if (is_table(at, 2)) deviate_hint(at, to, "plain_accepted", false, true);
     }},
    {"canonical", "plain-written",
     [](const site& at, statements& to) {
         if (is_table(at, 2)) deviate_hint(at, to, "plain_written", true, false);
     }},
    {"table", "not-entered",
     [](const site& at, statements& to) {
         if (is_table(at, 2)) deviate_hint(at, to, "not_entered");
     }},
    {"table", "capacity-less",
     [](const site& at, statements& to) {
         if (is_table(at, 3)) deviate_hint(at, to, "capacity_less");
     }},
    {"table", "not-moved",
     [](const site& at, statements& to) {
         if (is_large_table(at, 2)) deviate_hint(at, to, "not_moved");
     }},
    {"table", "entered-last",
     [](const site& at, statements& to) {
         if (is_large_table(at, 2)) deviate_hint(at, to, "entered_last");
     }},
    {"table", "moved-one-rank",
     [](const site& at, statements& to) {
         if (is_large_table(at, 3)) deviate_hint(at, to, "moved_one_rank");
     }},
    {"table", "capacity-more",
     [](const site& at, statements& to) {
         if (is_full_table(at)) deviate_hint(at, to, "capacity_more");
     }},
    {"table", "evicts-first",
     [](const site& at, statements& to) {
         if (is_full_table(at) && at.plan().slots[at.n.slot].capacity >= 2) deviate_hint(at, to, "evicts_first");
     }},
    {"table", "entry-kept",
     [](const site& at, statements& to) {
         if (is_full_table(at) && at.plan().slots[at.n.slot].child_count != 0) deviate_hint(at, to, "entry_kept");
     }},
    {"table", "other-table",
     [](const site& at, statements& to) {
         if (!is_table(at, 3)) return;
         const auto domain = at.plan().slots[at.n.slot].domain;
         change_slot(at, to, [&](const slot& s) {
             return (s.kind == slot_kind::table || s.kind == slot_kind::recent) && s.domain == domain;
         });
     }},
};

}  // namespace

const std::span<const mutation_operator> hint_operators{of_hints}, table_operators{of_tables};

}  // namespace tic::mutation
