// Wrong ways of plain codes: numbers, lengths and counts with another width, base, bound or order; refusals told
// wrongly.
#include "codegen/cpp/faults.hpp"

#include <bit>

namespace tic::cpp {
namespace {

bool is_power(std::uint64_t values) { return values != 0 && std::has_single_bit(values); }

/// The node with the code that its domain has without an expected value.
node without_magnitude(const node& n) {
    node plain = n;
    plain.plain = n.domain_code;
    plain.bits = n.domain_bits;
    return plain;
}

bool has_number(const node& n) {
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

void add_widths(const place& at, std::vector<wrong_way>& to) {
    const node& n = at.n;
    node other = n;
    if (n.plain == code::fixed || n.plain == code::twos) {
        if (n.bits < 64) ++other.bits, to.push_back(changed(at, "number", "width+1", other));
        other.bits = static_cast<std::uint8_t>(n.bits - 1);
        if (n.bits > 1) to.push_back(changed(at, "number", "width-1", other));
    }
    if (n.plain == code::exp_golomb || n.plain == code::zigzag) {
        other.bits = static_cast<std::uint8_t>(n.bits + 1);
        to.push_back(changed(at, "number", "order+1", other));
        other.bits = static_cast<std::uint8_t>(n.bits - 1);
        if (n.bits > 0) to.push_back(changed(at, "number", "order-1", other));
        other = without_magnitude(n);
        if (n.plain != other.plain) to.push_back(changed(at, "hint", "magnitude-lost", other));
    }
    if (n.plain == code::zigzag) {
        other = n;
        other.plain = code::exp_golomb;
        to.push_back(changed(at, "number", "offset-for-zigzag", other));
    }
    // Widths of whole C++ integers bring the sign back by themselves.
    if (n.plain == code::twos && n.bits != 8 && n.bits != 16 && n.bits != 32 && n.bits != 64) {
        other = n;
        other.plain = code::fixed;
        other.low = 0;
        wrong_way way = changed(at, "number", "sign-lost", other);
        way.code.check = at.right.check;
        way.code.write = at.right.write;
        to.push_back(way);
    }
}

void add_bounds(const place& at, std::vector<wrong_way>& to) {
    const node& n = at.n;
    node other = n;
    if (n.span != ~std::uint64_t{0}) {
        ++other.span;
        to.push_back(changed(at, "bound", "greatest+1", other));
        other = n;
        ++other.low;
        to.push_back(changed(at, "bound", "both-bounds+1", other));
    }
    if (n.span != 0) {
        other = n;
        --other.span;
        to.push_back(changed(at, "bound", "greatest-1", other));
        ++other.low;
        to.push_back(changed(at, "bound", "least+1", other));
    }
    if (n.low != 0 && n.span != ~std::uint64_t{0}) {
        other = n;
        --other.low;
        ++other.span;
        to.push_back(changed(at, "bound", "least-1", other));
    }
    if (n.plain == code::truncated_binary && !is_power(n.span + 1)) {
        other = n;
        other.plain = code::fixed;
        other.bits = static_cast<std::uint8_t>(std::bit_width(n.span));
        to.push_back(changed(at, "number", "uniform-as-fixed", other));
        to.push_back(
            bent(at, "number", "long_codes_first", "tic::put_truncated_binary(", "tic::get_truncated_binary("));
    }
}

/// A list's check without that of its own count; its elements are another matter.
std::string without_size_check(std::string check) {
    const std::size_t at = check.find(".size()");
    if (at == std::string::npos) return check;
    const std::size_t begin = check.rfind('\n', at) + 1;
    return check.erase(begin, check.find('\n', at) + 1 - begin);
}

}  // namespace

void add_number_ways(const place& at, std::vector<wrong_way>& to) {
    const node& n = at.n;
    add_widths(at, to);
    const std::size_t first_bound = to.size();
    if (has_number(n)) add_bounds(at, to);
    // Residues of a number that wraps reach its whole domain and nothing else: bounds are not looked at.
    for (std::size_t i = first_bound; i < to.size(); ++i)
        if (n.by == hint::predict && n.wrap_bits != 0) to[i].code.read = at.right.read;
    // A whole C++ integer holds no value beyond its bounds that an encoder could let pass.
    for (std::size_t i = first_bound; i < to.size(); ++i)
        if (n.operation == op::number && at.right.check.empty() &&
            (to[i].kind == "greatest+1" || to[i].kind == "least-1"))
            to[i].code.check = at.right.check;
    // What an Exp-Golomb code is written for need not know the greatest.
    const bool is_open = n.by == hint::predict || n.plain == code::exp_golomb || n.plain == code::zigzag;
    for (std::size_t i = first_bound; i < to.size(); ++i)
        if (is_open && (to[i].kind == "greatest+1" || to[i].kind == "greatest-1")) to[i].code.write = at.right.write;
    if (n.operation != op::list) {
        if (n.bits > 1) to.push_back(bent(at, "number", "digits_reversed", "tic::put_fixed(", "tic::get_fixed("));
        if (n.bits > 1) to.push_back(bent(at, "number", "digits_reversed", "tic::put_twos(", "tic::get_twos("));
        if (n.bits > 8 && n.bits % 8 == 0)
            to.push_back(bent(at, "number", "bytes_swapped", "tic::put_fixed(", "tic::get_fixed("));
        if (n.bits > 8 && n.bits % 8 == 0)
            to.push_back(bent(at, "number", "bytes_swapped", "tic::put_twos(", "tic::get_twos("));
        to.push_back(bent(at, "number", "sign_mirrored", "tic::put_zigzag(", "tic::get_zigzag("));
        for (const char* get : {"tic::get_exp_golomb(", "tic::get_zigzag(", "tic::read_step"})
            to.push_back(bent(at, "refusal", "range_unchecked", "", get));
        for (const char* get : {"tic::get_exp_golomb(", "tic::get_zigzag(", "tic::read_step", "tic::read_recent("})
            to.push_back(bent(at, "refusal", "overlong_accepted", "", get));
    }
    wrong_way unchecked{"domain", "domain-unchecked", at.right};
    if (n.operation != op::list)
        unchecked.code.check.clear();
    else
        unchecked.code.check = without_size_check(unchecked.code.check);
    if (has_number(n)) to.push_back(unchecked);
}

namespace {

/// Whether bytes can end within the node: not where it always ends in the byte in which it begins.
bool may_be_cut(const place& at) {
    const auto found = at.m.faults->begins.find({&at.n, at.s.version});
    const residues begins = found == at.m.faults->begins.end() ? 0xff : found->second.lengths();
    for (unsigned r = 0; r < 8; ++r)
        if ((begins & residue(r)) != 0 && (r == 0 || at.n.max_bits > 8 - r)) return true;
    return false;
}

}  // namespace

void add_refusal_ways(const place& at, std::vector<wrong_way>& to) {
    const node& n = at.n;
    if (n.operation == op::structure || n.operation == op::choice) return;
    const bool is_cut = may_be_cut(at);
    if (n.operation == op::list) {
        if (is_cut) to.push_back(bent(at, "refusal", "told_no_element", "", "in"));
        return;
    }
    const bool is_spelt = (n.by == hint::is || n.by == hint::same) && !n.two_values;
    if (is_cut) to.push_back(bent(at, "refusal", "told_more", "", "in"));
    if (!is_cut && !is_spelt && n.by != hint::table) return;
    for (const char* bend : {"told_bit", "told_reason"}) to.push_back(bent(at, "refusal", bend, "", "in"));
    const bool is_first = at.m.offset(n.member) == 1;
    const bool is_only = at.m.places(owner_of(at.m, n.member)) == 2;
    if (!is_only) to.push_back(bent(at, "refusal", is_first ? "told_next_path" : "told_path", "", "in"));
}

}  // namespace tic::cpp
