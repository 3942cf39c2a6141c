// What can be broken at a path, and after which of its goals.
#include <algorithm>
#include <limits>
#include <memory>

#include "conformance/classes/fill.hpp"
#include "conformance/classes/goal_maker.hpp"
#include "conformance/classes/hinted.hpp"
#include "conformance/classes/ill_formed.hpp"
#include "conformance/classes/plain.hpp"
#include "runtime/interpreter/text.hpp"
#include "runtime/tic/codes.hpp"

namespace tic::conformance {

using interpreter::value;

namespace {

bool is_string(const node& n) {
    return n.operation == op::bytes || n.operation == op::utf8 || n.operation == op::text || n.operation == op::sealed;
}

bool counts(const node& n) { return is_string(n) || n.operation == op::list; }

/// Whether the plain code spells a number beyond the greatest, or below the least.
bool spells(const node& n, bool above) {
    if (n.plain == code::exp_golomb) return above && exp_golomb_holds(n.span + 1, n.bits) && n.span + 1 != 0;
    if (n.plain != code::zigzag) return false;
    const auto beyond = static_cast<std::int64_t>(above ? n.low + n.span : n.low);
    const std::int64_t limit =
        above ? std::numeric_limits<std::int64_t>::max() : std::numeric_limits<std::int64_t>::min();
    return beyond != limit && exp_golomb_holds(zigzag(above ? beyond + 1 : beyond - 1), n.bits);
}

bool has_exp_golomb(const node& n) {
    const bool plainly = n.by != hint::predict && (n.plain == code::exp_golomb || n.plain == code::zigzag) &&
                         !(n.by == hint::is && n.two_values);
    return n.by == hint::predict || n.by == hint::table || plainly;
}

}  // namespace

goal* goal_maker::find(std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        for (goal& g : goals)
            if (std::ranges::find(g.labels, name) != g.labels.end()) return &g;
    return nullptr;
}

void goal_maker::add_break(goal* behind, break_kind is, std::string label, bool by_encoder, std::string text) {
    if (behind != nullptr) behind->breaks.push_back({is, std::move(label), by_encoder, std::move(text)});
}

void goal_maker::add_breaks() {
    if (n().operation == op::number || counts(n())) break_domain();
    if ((n().by == hint::is || n().by == hint::same) && !n().two_values && has_values(1))
        add_break(find({"hint-hit"}), break_kind::plain, "plain-of-predicted");
    if (n().by == hint::table) {
        add_break(find({"hint-hit"}), break_kind::plain, "plain-of-known");
        add_break(find({"evicts", "hint-miss", "first"}), break_kind::rank, "rank-beyond");
    }
    if (has_exp_golomb(n()))
        add_break(find({"first", "hint-miss", "zeros:0", "shortest", "least"}), break_kind::overlong, "overlong");
    if (n().operation == op::utf8 || n().operation == op::text) break_text();
    if (n().operation == op::enumeration || n().operation == op::choice) break_lives();
    if (is_string(n()) && n().low + n().span != 0 && may_have_fill(run, *by)) break_fill();
}

void goal_maker::break_domain() {
    const std::uint64_t high = n().low + n().span;
    const std::uint64_t limit = n().is_signed ? ~std::uint64_t{0} >> 1 : ~std::uint64_t{0};
    const bool has_above = counts(n()) ? high < most_bytes : high != limit;
    const bool has_below = n().is_signed ? n().low != std::uint64_t{1} << 63 : n().low != 0;
    goal* top = find({"greatest", "longest", "hint-miss", "hint-hit"});
    goal* bottom = find({"least", "shortest", "hint-miss", "hint-hit"});
    if (has_above) add_break(top, break_kind::above, "error:above", true);
    if (has_below) add_break(bottom, break_kind::below, "error:below", true);
    if ((n().by == hint::is || n().by == hint::same) && n().two_values) return;
    const bool steps = n().by == hint::predict;
    // Of a number that wraps it is the residual that lies beyond.
    const bool wraps = steps && n().wrap_bits != 0;
    if (wraps || (has_above && (steps || spells(n(), true)))) add_break(top, break_kind::above, "refuse:above");
    if (wraps || (has_below && !counts(n()) && (steps || spells(n(), false))))
        add_break(bottom, break_kind::below, "refuse:below");
}

void goal_maker::break_text() {
    for (const ill_formed& kind : ill_formed_kinds) {
        if (kind.bytes.size() > n().low + n().span) continue;
        std::string octets(kind.bytes);
        while (octets.size() < n().low) octets.insert(octets.begin(), 'a');
        goal* good = find({"longest", "first", "hint-miss", "last-short", "first-long", "shortest", "zeros:0"});
        add_break(good, break_kind::octets, "utf8:" + std::string(kind.name), false, octets);
        add_break(good, break_kind::octets, "error:utf8:" + std::string(kind.name), true, octets);
    }
    probe_text();
}

void goal_maker::break_lives() {
    const tic::type& t = plan().types[n().type];
    const unsigned v = by->from.version;
    for (index i = 0; i < t.member_count; ++i) {
        const tic::member& m = plan().members[t.first_member + i];
        if (m.since <= v && (m.until == 0 || v < m.until)) continue;
        add_break(goals.empty() ? nullptr : &goals.back(), break_kind::dead, "error:dead:" + std::string(m.name), true,
                  std::string(m.name));
    }
}

void goal_maker::break_fill() {
    // Each try another length, since the length's code decides too where the octets begin.
    const setter grow = [size = std::make_shared<std::uint64_t>(0)](const visit& now, value& v) {
        const std::uint64_t least = std::max<std::uint64_t>(now.at.low, 1);
        const std::uint64_t room = std::min<std::uint64_t>(now.at.low + now.at.span - least, 40);
        const std::uint64_t length = least + (*size)++ * 3 % (room + 1);
        v = {.bytes = now.at.operation == op::sealed ? never_opens(length)
                                                     : std::string(static_cast<std::size_t>(length), 'k')};
    };
    // A decoder that reads a bit of the fill into the length can take the longest for one longer.
    add_break(find({"longest"}), break_kind::fill, "fill");
    if (goal* longest = find({"longest"}); longest != nullptr) longest->breaks.back().is_probe = true;
    goal g;
    g.name = "fill";
    g.codings = {code(grow)};
    g.in_one = by->elements >= 2;
    if (g.in_one) g.codings.push_back(code(grow));
    g.breaks = {{break_kind::fill, "fill", false, {}}};
    goals.push_back(std::move(g));
}

}  // namespace tic::conformance
