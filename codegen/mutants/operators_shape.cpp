// Operators of strings (fill, UTF-8), lists (scopes), types (versions, prefix codes), and of how refusals are reported.
#include <algorithm>

#include "codegen/cpp/parts.hpp"
#include "codegen/mutants/operators.hpp"

namespace tic::mutation {
namespace {

using cpp::statements;

// Strings.

bool is_string(const site& at) { return at.right.read.otherwise.kind == cpp::shape::string; }

void deviate_string(statements& to, const char* how, bool writes, bool reads) {
    if (writes) deviate(to.written.otherwise, how);
    if (reads) deviate(to.read.otherwise, how);
}

/// A string whose bytes may begin within a byte, so that fill is before them.
bool has_fill(const site& at) {
    return is_string(at) && octets_begin(at.plan(), at.known.begins, at.n, at.version) != residue(0);
}

/// UTF-8 of `most` bytes or more.
bool is_text(const site& at, std::uint64_t most) {
    return is_string(at) && at.right.read.otherwise.is_text && at.n.low + at.n.span >= most;
}

constexpr mutation_operator of_strings[] = {
    {"string", "fill-ignored",
     [](const site& at, statements& to) {
         if (has_fill(at)) deviate_string(to, "fill_ignored", false, true);
     }},
    {"string", "fill-of-ones",
     [](const site& at, statements& to) {
         if (has_fill(at)) deviate_string(to, "fill_of_ones", true, false);
     }},
    {"string", "unaligned",
     [](const site& at, statements& to) {
         if (has_fill(at)) deviate_string(to, "unaligned", true, true);
     }},
    {"string", "aligned-when-empty",
     [](const site& at, statements& to) {
         if (!has_fill(at) || at.n.low != 0) return;
         if (at.n.by == hint::is && at.plan().constants[at.n.constant].empty()) return;
         // Zeros after the last bit are the final fill.
         const bool is_followed = usage::is_in(at.known.used.followed_inside, at.n.member, at.versions);
         deviate_string(to, "aligned_when_empty", is_followed, true);
     }},
    {"string", "utf8-unchecked",
     [](const site& at, statements& to) {
         if (is_text(at, 1)) deviate_string(to, "utf8_unchecked", false, true);
     }},
    {"string", "utf8-cut",
     [](const site& at, statements& to) {
         if (is_text(at, 1)) deviate_string(to, "utf8_cut", false, true);
     }},
    {"string", "utf8-overlong",
     [](const site& at, statements& to) {
         if (is_text(at, 2)) deviate_string(to, "utf8_overlong", false, true);
     }},
    {"string", "utf8-surrogates",
     [](const site& at, statements& to) {
         if (is_text(at, 3)) deviate_string(to, "utf8_surrogates", false, true);
     }},
    {"string", "utf8-beyond",
     [](const site& at, statements& to) {
         if (is_text(at, 4)) deviate_string(to, "utf8_beyond", false, true);
     }},
    {"domain", "utf8-unchecked",
     [](const site& at, statements& to) {
         if (is_text(at, 1)) to.checked.otherwise.is_text = false;
     }},
};

// Lists.

template <class Change>
void change_scope(statements& to, Change&& change) {
    for (auto* coding : {&to.written.otherwise, &to.read.otherwise})
        for (auto& slot : coding->scope) change(slot);
}

/// Whether the list puts aside memory that it finds.
bool saves(const site& at) {
    return std::ranges::any_of(at.right.read.otherwise.scope, [](const auto& s) { return !s.place.empty(); });
}
bool is_seen_behind(const site& at) { return usage::is_in(at.known.used.seen_behind, at.n.member, at.versions); }

/// The slot of the elements themselves, which is a variable beside the list.
const slot* own_slot(const site& at) {
    if (at.n.operation != op::list) return nullptr;
    const index i = at.plan().nodes[at.n.element].slot;
    return i != none && at.m().is_local(i) ? &at.plan().slots[i] : nullptr;
}

constexpr mutation_operator of_lists[] = {
    {"scope", "scope-not-closed",
     [](const site& at, statements& to) {
         if (saves(at) && is_seen_behind(at))
             change_scope(to, [](cpp::scoped_slot& s) { s.is_restored = s.place.empty(); });
     }},
    {"scope", "scope-not-opened",
     [](const site& at, statements& to) {
         if (saves(at) && (is_seen_behind(at) || usage::is_in(at.known.used.used_before, at.n.member, at.versions)))
             rebuild(at, to, [](node& n) { n.scoped_count = 0; });
     }},
    {"scope", "starts-elsewhere",
     [](const site& at, statements& to) {
         const slot* own = own_slot(at);
         if (own == nullptr || own->kind != slot_kind::last) return;
         change_scope(to, [&](cpp::scoped_slot& s) {
             if (s.place.empty()) s.fresh = cpp::literal(own->initial + 1);
         });
     }},
    {"scope", "known-at-first",
     [](const site& at, statements& to) {
         const slot* own = own_slot(at);
         if (own == nullptr || own->kind == slot_kind::last) return;
         change_scope(to, [](cpp::scoped_slot& s) {
             if (s.place.empty()) s.fresh = s.type + "{{}, true}";
         });
     }},
};

// Types.

/// A version in which the type is coded in another way with no memory that this one does not use; 0 if there is none.
unsigned other_version(const site& at) {
    const index type = at.n.type;
    std::set<index> here;
    at.m().reach(type, at.version, here);
    for (const auto& alike : at.m().variants(type)) {
        if (std::ranges::find(alike.versions, at.version) != alike.versions.end()) continue;
        if (at.plan().types[type].kind != type_kind::structure && at.plan().at(alike.version, type).codes.count == 0)
            continue;
        std::set<index> there;
        at.m().reach(type, alike.version, there);
        if (std::ranges::includes(here, there)) return alike.version;
    }
    return 0;
}

void change_codes(const site& at, statements& to, std::size_t which) {
    if (at.n.operation != op::enumeration) return;
    const auto others =
        other_codes(at.m(), at.plan().at(at.version, at.n.type).codes, at.plan().types[at.n.type].member_count,
                    at.m().variant_name(at.n.type, at.version));
    if (which >= others.size()) return;
    for (auto* coding : {&to.written.otherwise, &to.read.otherwise})
        if (coding->plain.kind == code::huffman) coding->plain.codes = others[which].name;
}

constexpr mutation_operator of_types[] = {
    {"version", "other-version",
     [](const site& at, statements& to) {
         if (at.n.operation != op::enumeration && at.n.operation != op::structure && at.n.operation != op::choice)
             return;
         if (const unsigned version = other_version(at); version != 0)
             to = cpp::build_statements(at.m(), at.n, at.right.read.otherwise.where, version);
     }},
    {"prefix", "codes-swapped", [](const site& at, statements& to) { change_codes(at, to, 0); }},
    {"prefix", "codes-complemented", [](const site& at, statements& to) { change_codes(at, to, 1); }},
    {"domain", "dead-accepted",
     [](const site& at, statements& to) {
         if (at.n.operation != op::enumeration) return;
         const index living = at.plan().at(at.version, at.n.type).codes.count;
         if (living != 0 && living < at.plan().types[at.n.type].member_count) to.checked = {};
     }},
};

// Refusals.

bool is_value(const site& at) { return at.n.operation != op::structure && at.n.operation != op::choice; }

/// Whether bytes can end within the node: not where it always ends in the byte in which it begins.
bool may_be_cut(const site& at) {
    const auto found = at.known.begins.find({&at.n, at.version});
    const residues begins = found == at.known.begins.end() ? 0xff : found->second.lengths();
    for (unsigned r = 0; r < 8; ++r)
        if ((begins & residue(r)) != 0 && (r == 0 || at.n.max_bits > 8 - r)) return true;
    return false;
}

/// Whether reading the node alone can be refused.
bool may_be_refused(const site& at) {
    const node& n = at.n;
    if (!is_value(at) || n.operation == op::list) return false;
    const bool is_spelt = (n.by == hint::is || n.by == hint::same) && !n.two_values;
    return is_spelt || n.by == hint::table || may_be_cut(at);
}
bool is_first_member(const site& at) { return at.m().offset(at.n.member) == 1; }
bool is_only_member(const site& at) { return at.m().places(owner_of(at.plan(), at.n.member)) == 2; }

constexpr mutation_operator of_refusals[] = {
    {"refusal", "told-no-element",
     [](const site& at, statements& to) {
         if (at.n.operation == op::list && may_be_cut(at)) deviate(to.read.otherwise, "told_no_element");
     }},
    {"refusal", "told-more",
     [](const site& at, statements& to) {
         if (is_value(at) && at.n.operation != op::list && may_be_cut(at)) deviate(to.read.otherwise, "told_more");
     }},
    {"refusal", "told-bit",
     [](const site& at, statements& to) {
         if (may_be_refused(at)) deviate(to.read.otherwise, "told_bit");
     }},
    {"refusal", "told-reason",
     [](const site& at, statements& to) {
         if (may_be_refused(at)) deviate(to.read.otherwise, "told_reason");
     }},
    {"refusal", "told-next-path",
     [](const site& at, statements& to) {
         if (may_be_refused(at) && is_first_member(at) && !is_only_member(at))
             deviate(to.read.otherwise, "told_next_path");
     }},
    {"refusal", "told-path",
     [](const site& at, statements& to) {
         if (may_be_refused(at) && !is_first_member(at) && !is_only_member(at)) deviate(to.read.otherwise, "told_path");
     }},
};

}  // namespace

const std::span<const mutation_operator> string_operators{of_strings}, list_operators{of_lists},
    type_operators{of_types}, refusal_operators{of_refusals};

}  // namespace tic::mutation
