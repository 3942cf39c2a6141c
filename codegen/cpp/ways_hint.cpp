// Wrong ways of hints on single values: flags, last values, predictions.
#include "codegen/cpp/faults.hpp"

#include <algorithm>

namespace tic::cpp {
namespace {

/// The first or last `from` replaced.
std::string with_one(std::string text, std::string_view from, std::string_view to, bool last) {
    const std::size_t at = last ? text.rfind(from) : text.find(from);
    if (at != std::string::npos) text.replace(at, from.size(), to);
    return text;
}

wrong_way inverted(const place& at, const char* topic, const char* kind, bool last) {
    return {topic,
            kind,
            {at.right.check, with_one(at.right.write, "? 1 : 0, 1)", "? 0 : 1, 1)", last),
             with_one(at.right.read, "!= 0", "== 0", last)}};
}

/// Living members of an enum other than the one given; or `otherwise`.
std::uint64_t other_member(const place& at, std::uint64_t member) {
    const auto& codes = at.m.plan.at(at.s.version, at.n.type).codes;
    for (index i = 0; i < codes.count; ++i)
        if (at.m.plan.codes[codes.first + i].member != member) return at.m.plan.codes[codes.first + i].member;
    return member;
}

/// How often a memory of the place is used at most; a fault of memory shows when it is used again.
unsigned uses_at(const place& at) {
    return at.n.slot == none
               ? 0
               : at.m.faults->used.of(at.n.slot, versions_of(at.m, owner_of(at.m, at.n.member), at.s.version));
}

void add_flags(const place& at, std::vector<wrong_way>& to) {
    const node& n = at.n;
    const unsigned uses = uses_at(at);
    if (n.by == hint::is) {
        if (n.two_values) to.push_back(inverted(at, "hint", "inverted", true));
        node other = n;
        if (n.operation == op::enumeration)
            other.constant = other_member(at, n.constant);
        else if (n.operation == op::number)
            other.constant = n.constant - n.low < n.span ? n.constant + 1 : n.constant - 1;
        if (!n.two_values && n.span + (n.operation == op::enumeration ? 1 : 0) != 0)
            to.push_back(changed(at, "hint", "constant-changed", other));
    }
    to.push_back(bent(at, "hint", "inverted", "tic::write_is(", "tic::read_is("));
    to.push_back(bent(at, "canonical", "plain_accepted", "", "tic::read_is("));
    to.push_back(bent(at, "canonical", "plain_written", "tic::write_is(", ""));
    if (n.by == hint::same && !n.two_values)
        to.push_back(bent(at, "hint", "flag_at_first", "tic::write_same(", "tic::read_same"));
    if (n.by == hint::same && uses < 2) return;
    to.push_back(bent(at, "hint", "inverted", "tic::write_same", "tic::read_same"));
    if (uses > 2) to.push_back(bent(at, "hint", "not_remembered", "tic::write_same", "tic::read_same"));
    if (n.by == hint::same && !n.two_values) {
        to.push_back(bent(at, "canonical", "plain_accepted", "", "tic::read_same"));
        to.push_back(bent(at, "canonical", "plain_written", "tic::write_same(", ""));
    }
    if (n.two_values) {
        node other = n;
        other.two_values = false;
        to.push_back(changed(at, "hint", "two-values-spelt", other));
    }
}

void add_steps(const place& at, std::vector<wrong_way>& to) {
    const node& n = at.n;
    node other = n;
    const auto add = [&](const char* kind) {
        to.push_back(changed(at, "prediction", kind, other));
        other = n;
    };
    ++other.delta, add("delta+1");
    if (n.delta != 0) {
        other.delta = 0, add("delta-lost");
        other.delta = -n.delta, add("delta-negated");
    }
    ++other.hint_bits, add("within-wider");
    if (n.hint_bits != 0) --other.hint_bits, add("within-narrower");
    if (n.wrap_bits != 0) other.wrap_bits = 0, add("wrap-lost");
    std::set<index> reached;
    at.m.reach(owner_of(at.m, n.member), at.s.version, reached);
    for (const index i : reached) {
        const auto kind = at.m.plan.slots[i].kind;
        if (i == n.slot || (kind != slot_kind::cell && kind != slot_kind::last)) continue;
        other.slot = i, add("other-cell");
        break;
    }
    to.push_back(bent(at, "prediction", "sign_mirrored", "tic::write_step", "tic::read_step"));
    if (uses_at(at) > 1) to.push_back(bent(at, "prediction", "not_remembered", "tic::write_step", "tic::read_step"));
    const bool is_used = usage::is_in(at.m.faults->used.used_before, n.member,
                                      versions_of(at.m, owner_of(at.m, n.member), at.s.version));
    if (is_used || at.m.plan.slots[n.slot].initial != 0)
        to.push_back(bent(at, "prediction", "prediction_lost", "tic::write_step", "tic::read_step"));
}

/// How many values a slot's domain has, at most `most`.
std::uint64_t values_of(const place& at, std::uint64_t most) {
    const node& n = at.n;
    switch (n.operation) {
        case op::boolean:
            return 2;
        case op::number:
            return n.span < most ? n.span + 1 : most;
        case op::enumeration:
            return at.m.plan.at(at.s.version, n.type).codes.count;
        default:
            return most;
    }
}

void add_other_table(const place& at, std::vector<wrong_way>& to) {
    const auto& own = at.m.plan.slots[at.n.slot];
    std::set<index> reached;
    at.m.reach(owner_of(at.m, at.n.member), at.s.version, reached);
    for (const index i : reached) {
        const auto& slot = at.m.plan.slots[i];
        if (i == at.n.slot || (slot.kind != slot_kind::table && slot.kind != slot_kind::recent) ||
            slot.domain != own.domain)
            continue;
        node other = at.n;
        other.slot = i;
        to.push_back(changed(at, "table", "other-table", other));
        return;
    }
}

/// Whether a value costs the same bits with the hint and without: the flag of two values may be the value's own bit.
bool says_it_plainly(const place& at) {
    const node& n = at.n;
    if (n.by == hint::same) return uses_at(at) < 2;
    if (n.by != hint::is || !n.two_values) return false;
    if (n.operation == op::boolean) return n.constant != 0;
    if (n.operation == op::number) return n.constant == n.low + n.span;
    const auto& codes = at.m.plan.at(at.s.version, n.type).codes;
    for (index i = 0; i < codes.count; ++i)
        if (at.m.plan.codes[codes.first + i].member == n.constant) return at.m.plan.codes[codes.first + i].code == 1;
    return false;
}

}  // namespace

void add_hint_ways(const place& at, std::vector<wrong_way>& to) {
    const node& n = at.n;
    if (n.operation == op::list) return;
    if (n.optional) to.push_back(inverted(at, "presence", "presence-inverted", false));
    if (n.by == hint::none) return;
    node plain = n;
    plain.by = hint::none;
    plain.slot = none;
    plain.two_values = false;
    if (!says_it_plainly(at)) to.push_back(changed(at, "hint", "hint-lost", plain));
    if (n.by == hint::is || n.by == hint::same) add_flags(at, to);
    if (n.by == hint::predict) add_steps(at, to);
}

void add_table_ways(const place& at, std::vector<wrong_way>& to) {
    const node& n = at.n;
    if (n.by != hint::table) return;
    const auto& slot = at.m.plan.slots[n.slot];
    const auto add = [&](const char* topic, const char* bend, bool writes, bool reads) {
        to.push_back(bent(at, topic, bend, writes ? "tic::write_recent(" : "", reads ? "tic::read_recent(" : ""));
    };
    const std::uint64_t values = values_of(at, 65);
    add("refusal", "rank_beyond", false, true);
    add("table", "rank_of_order_one", true, true);
    if (slot.capacity > 1 || values > 1) add("table", "miss_as_capacity", true, true);
    const unsigned uses = uses_at(at);
    if (uses < 2) return;
    add("canonical", "plain_accepted", false, true);
    add("canonical", "plain_written", true, false);
    add("table", "not_entered", true, true);
    if (uses < 3) return;
    add("table", "capacity_less", true, true);
    if (slot.capacity >= 2 && values >= 2) add("table", "not_moved", true, true);
    if (slot.capacity >= 2 && values >= 2) add("table", "entered_last", true, true);
    if (slot.capacity >= 3 && values >= 3) add("table", "moved_one_rank", true, true);
    if (values > slot.capacity) {  // else nothing falls out
        add("table", "capacity_more", true, true);
        if (slot.capacity >= 2) add("table", "evicts_first", true, true);
        if (slot.child_count != 0) add("table", "entry_kept", true, true);
    }
    add_other_table(at, to);
}

}  // namespace tic::cpp
