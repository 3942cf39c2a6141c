// Operators of plain codes: numbers, lengths and counts with another width, order, bound or base, and unchecked.
#include <bit>

#include "codegen/mutants/operators.hpp"

namespace tic::mutation {
namespace {

using cpp::statements;

bool is(const node& n, auto... codes) { return ((n.plain == codes) || ...); }
bool has_order(const node& n) { return is(n, code::exp_golomb, code::zigzag); }
bool has_width(const node& n) { return is(n, code::fixed, code::twos); }

/// Gives a node the code that its domain has without an expected value.
void forget_expected_value(node& n) { n.plain = n.domain_code, n.bits = n.domain_bits; }

bool has_bounds(const node& n) {
    switch (n.operation) {
        case op::number:
        case op::bytes:
        case op::utf8:
        case op::text:
        case op::sealed:
        case op::list:
            return true;
        default:
            return false;
    }
}

/// Another width or order.
void change_bits(const site& at, statements& to, bool applies, int by) {
    if (applies) rebuild(at, to, [&](node& n) { n.bits = static_cast<std::uint8_t>(n.bits + by); });
}

/// Another least and greatest value.
void change_bounds(const site& at, statements& to, bool applies, std::uint64_t low, std::uint64_t span) {
    const node& n = at.n;
    if (!applies || !has_bounds(n)) return;
    rebuild(at, to, [&](node& other) { other.low += low, other.span += span; });
    // Residues of a number that wraps reach its whole domain and nothing else: bounds are not looked at.
    if (n.by == hint::predict && n.wrap_bits != 0) to.read = at.right.read;
}

/// Another greatest value only.
void change_greatest(const site& at, statements& to, bool applies, std::uint64_t by) {
    change_bounds(at, to, applies, 0, by);
    // An Exp-Golomb code is written without knowing the greatest.
    if (at.n.by == hint::predict || has_order(at.n)) to.written = at.right.written;
}

/// A whole C++ integer holds no value beyond its bounds that an encoder could let pass.
void keep_whole_integer(const site& at, statements& to) {
    if (at.n.operation == op::number && at.right.checked.otherwise.kind == cpp::shape::nothing)
        to.checked = at.right.checked;
}

bool may_grow(const node& n) { return n.span != ~std::uint64_t{0}; }
bool is_phased_in(const node& n) {
    return has_bounds(n) && n.plain == code::truncated_binary && !std::has_single_bit(n.span + 1) && may_grow(n);
}

void deviate_both(const site&, statements& to, const char* how) {
    deviate(to.written.otherwise, how);
    deviate(to.read.otherwise, how);
}

/// Whether the digits of a plain number are written.
bool has_digits(const site& at) {
    return at.n.operation != op::list && (at.plain().kind == code::fixed || at.plain().kind == code::twos);
}
bool reads_order(const site& at) {
    return at.n.operation != op::list && (at.plain().kind == code::exp_golomb || at.plain().kind == code::zigzag);
}
bool reads_step(const site& at) { return at.hint().kind == hint::predict; }

constexpr mutation_operator operators[] = {
    {"number", "width+1",
     [](const site& at, statements& to) { change_bits(at, to, has_width(at.n) && at.n.bits < 64, 1); }},
    {"number", "width-1",
     [](const site& at, statements& to) { change_bits(at, to, has_width(at.n) && at.n.bits > 1, -1); }},
    {"number", "order+1", [](const site& at, statements& to) { change_bits(at, to, has_order(at.n), 1); }},
    {"number", "order-1",
     [](const site& at, statements& to) { change_bits(at, to, has_order(at.n) && at.n.bits > 0, -1); }},
    {"hint", "magnitude-lost",
     [](const site& at, statements& to) {
         node other = at.n;
         forget_expected_value(other);
         if (has_order(at.n) && other.plain != at.n.plain) rebuild(at, to, forget_expected_value);
     }},
    {"number", "offset-for-zigzag",
     [](const site& at, statements& to) {
         if (at.n.plain == code::zigzag) rebuild(at, to, [](node& n) { n.plain = code::exp_golomb; });
     }},
    {"number", "sign-lost",
     [](const site& at, statements& to) {
         // Widths of whole C++ integers bring the sign back by themselves.
         const unsigned bits = at.n.bits;
         if (at.n.plain != code::twos || bits == 8 || bits == 16 || bits == 32 || bits == 64) return;
         rebuild(at, to, [](node& n) { n.plain = code::fixed, n.low = 0; });
         to.checked = at.right.checked;
         to.written = at.right.written;
     }},
    {"bound", "greatest+1",
     [](const site& at, statements& to) {
         change_greatest(at, to, may_grow(at.n), 1);
         keep_whole_integer(at, to);
     }},
    {"bound", "both-bounds+1", [](const site& at, statements& to) { change_bounds(at, to, may_grow(at.n), 1, 0); }},
    {"bound", "greatest-1",
     [](const site& at, statements& to) { change_greatest(at, to, at.n.span != 0, ~std::uint64_t{0}); }},
    {"bound", "least+1",
     [](const site& at, statements& to) { change_bounds(at, to, at.n.span != 0, 1, ~std::uint64_t{0}); }},
    {"bound", "least-1",
     [](const site& at, statements& to) {
         change_bounds(at, to, at.n.low != 0 && may_grow(at.n), ~std::uint64_t{0}, 1);
         keep_whole_integer(at, to);
     }},
    {"number", "uniform-as-fixed",
     [](const site& at, statements& to) {
         if (is_phased_in(at.n))
             rebuild(at, to, [](node& n) {
                 n.plain = code::fixed;
                 n.bits = static_cast<std::uint8_t>(std::bit_width(n.span));
             });
     }},
    {"number", "long-codes-first",
     [](const site& at, statements& to) {
         if (is_phased_in(at.n) && at.plain().kind == code::truncated_binary) deviate_both(at, to, "long_codes_first");
     }},
    {"number", "digits-reversed",
     [](const site& at, statements& to) {
         if (has_digits(at) && at.n.bits > 1) deviate_both(at, to, "digits_reversed");
     }},
    {"number", "bytes-swapped",
     [](const site& at, statements& to) {
         if (has_digits(at) && at.n.bits > 8 && at.n.bits % 8 == 0) deviate_both(at, to, "bytes_swapped");
     }},
    {"number", "sign-mirrored",
     [](const site& at, statements& to) {
         if (reads_order(at) && at.plain().kind == code::zigzag) deviate_both(at, to, "sign_mirrored");
     }},
    {"refusal", "range-unchecked",
     [](const site& at, statements& to) {
         if (reads_order(at) || reads_step(at)) deviate(to.read.otherwise, "range_unchecked");
     }},
    {"refusal", "overlong-accepted",
     [](const site& at, statements& to) {
         if (reads_order(at) || reads_step(at)) deviate(to.read.otherwise, "overlong_accepted");
     }},
    {"refusal", "overlong-accepted",  // of a rank
     [](const site& at, statements& to) {
         if (at.hint().kind == hint::table) deviate(to.read.otherwise, "overlong_accepted");
     }},
    {"domain", "domain-unchecked",
     [](const site& at, statements& to) {
         if (!has_bounds(at.n)) return;
         if (at.n.operation == op::list)
             to.checked.otherwise.looks_at_size = false;  // its elements are another matter
         else
             to.checked = {};
     }},
};

}  // namespace

const std::span<const mutation_operator> number_operators{operators};

}  // namespace tic::mutation
