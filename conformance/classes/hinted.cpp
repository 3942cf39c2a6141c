// Labels of hints, computed from memory as the codes would compute theirs.
#include "conformance/classes/hinted.hpp"

#include <algorithm>
#include <set>

#include "conformance/classes/plain.hpp"
#include "runtime/tic/codes.hpp"
#include "runtime/tic/memory.hpp"

namespace tic::conformance {

using interpreter::value;

bool same_short(const node& n, const value& a, const value& b) {
    return n.operation == op::bytes || n.operation == op::utf8 ? a.bytes == b.bytes : a.number == b.number;
}

value constant_of(const layout& plan, const node& n) {
    if (n.operation == op::utf8) return {.bytes = std::string(plan.constants[n.constant])};
    return {.number = n.constant};
}

bool is_scoped(const layout& plan, const node& n) {
    if (n.slot == none || (n.by != hint::same && n.by != hint::predict)) return false;
    const slot_kind kind = plan.slots[n.slot].kind;
    return kind == slot_kind::last || kind == slot_kind::same;
}

bool is_fresh(const layout& plan, const interpreter::memory& remembered, index slot) {
    switch (plan.slots[slot].kind) {
        case slot_kind::same:
            return !remembered.has_last(slot);
        case slot_kind::last:
        case slot_kind::cell:
            return remembered.number(slot) == plan.slots[slot].initial;
        case slot_kind::recent:
        case slot_kind::table:
            return remembered.count(slot) == 0;
    }
    return true;
}

std::vector<std::string> step_labels(const node& n, std::uint64_t before, std::uint64_t v) {
    std::vector<std::string> out;
    const std::int64_t r = residual(v, before, n.delta, n.wrap_bits);
    const std::uint64_t x = zigzag(r);
    out.emplace_back(r == 0 ? "hint-hit" : "hint-miss");
    if (r == 1) out.emplace_back("step:+1");
    if (r == -1) out.emplace_back("step:-1");
    const std::uint64_t edge = std::uint64_t{1} << n.hint_bits;
    if (x == edge - 1) out.emplace_back("last-near");
    if (x == edge - 2) out.emplace_back("last-near-up");
    if (x == edge) out.emplace_back("first-far");
    if (x == edge + 1) out.emplace_back("first-far-down");
    if (const std::string zeros = zeros_label(x, n.hint_bits); !zeros.empty()) out.push_back(zeros);
    if (v == n.low) out.emplace_back("least");
    if (v - n.low == n.span) out.emplace_back("greatest");
    if (n.wrap_bits == 0) return out;
    const auto whole = static_cast<std::int64_t>(before) + n.delta + r;
    if (whole < 0) out.emplace_back("wrap-down");
    if (static_cast<std::uint64_t>(whole) > n.span && whole >= 0) out.emplace_back("wrap-up");
    if (r == -(std::int64_t{1} << (n.wrap_bits - 1))) out.emplace_back("half-round");
    if (r == (std::int64_t{1} << (n.wrap_bits - 1)) - 1) out.emplace_back("half-round-up");
    return out;
}

std::vector<step_pair> step_pairs(const layout& plan, const node& n, bool initial) {
    const std::uint64_t high = n.low + n.span;
    const std::uint64_t first = plan.slots[n.slot].initial;
    const auto keep = [&](std::uint64_t v) { return v - n.low <= n.span ? v : first; };
    std::vector<std::uint64_t> from{
        keep(n.low + n.span / 2 + 5), keep(n.low + n.span / 3), high, n.low, keep(n.low + 1), high - (n.span > 0)};
    if (initial) from = {first};
    std::vector<std::int64_t> residuals{0, 1, -1};
    const std::uint64_t half = n.wrap_bits != 0 ? (std::uint64_t{1} << n.wrap_bits) - 1 : ~std::uint64_t{0} >> 1;
    const std::uint64_t edge = std::uint64_t{1} << n.hint_bits;
    for (const std::uint64_t x : {edge - 1, edge - 2, edge, edge + 1, half, half - 1}) residuals.push_back(unzigzag(x));
    for (const std::uint64_t x : exp_golomb_candidates(n.hint_bits, half))
        residuals.push_back(unzigzag(x)), residuals.push_back(unzigzag(x ^ 1));
    std::vector<step_pair> all;
    std::set<std::string> named;
    const auto offer = [&](std::uint64_t before, std::uint64_t v) {
        bool is_new = false;
        for (auto& label : step_labels(n, before, v)) is_new = named.insert(std::move(label)).second || is_new;
        if (is_new) all.push_back({before, v});
    };
    for (const std::uint64_t before : from) {
        for (const std::int64_t r : residuals) {
            const predicted v = apply_residual(r, before, n.delta, n.low, n.span, n.wrap_bits);
            if (v.ok) offer(before, v.value);
        }
        for (const std::uint64_t v : {n.low, high, keep(n.low + 1), keep(high - 1)}) offer(before, v);
    }
    return all;
}

std::vector<std::string> hint_labels(const layout& plan, const visit& here, const value& v) {
    const node& n = here.at;
    const interpreter::memory& m = here.remembered;
    std::vector<std::string> out;
    const auto plainly = [&](std::string first) {
        out.push_back(std::move(first));
        if (n.two_values && out.back() != "first") return;
        for (auto& label : plain_labels(plan, n, v)) out.push_back(std::move(label));
    };
    switch (n.by) {
        case hint::none:
            return plain_labels(plan, n, v);
        case hint::is:
            if (same_short(n, v, constant_of(plan, n)))
                out.emplace_back("hint-hit");
            else
                plainly("hint-miss");
            break;
        case hint::same:
            if (!m.has_last(n.slot))
                plainly("first");
            else if (m.last_is(n.slot, v))
                out.emplace_back("hint-hit");
            else
                plainly("hint-miss");
            break;
        case hint::predict:
            return step_labels(n, m.number(n.slot), v.number);
        case hint::table: {
            const unsigned count = m.count(n.slot);
            const unsigned rank = m.find(n.slot, v);
            if (rank < count) {
                out.emplace_back("hint-hit");
                out.push_back("rank:" + std::to_string(rank));
                break;
            }
            plainly(count == 0 ? "first" : "hint-miss");
            if (count == plan.slots[n.slot].capacity) out.emplace_back("evicts");
        }
    }
    return out;
}

}  // namespace tic::conformance
