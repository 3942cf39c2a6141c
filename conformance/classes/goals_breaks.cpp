// What can be broken at a place, and behind which of its goals.
#include <algorithm>
#include <array>
#include <limits>

#include "conformance/classes/goal_maker.hpp"
#include "conformance/classes/hinted.hpp"
#include "conformance/classes/plain.hpp"
#include "runtime/interpreter/text.hpp"
#include "runtime/tic/codes.hpp"

namespace tic::conformance {

using interpreter::value;

namespace {

struct ill_formed {
    std::string_view name, bytes;
};
constexpr std::array kinds{ill_formed{"lone-continuation", "\x80"},
                           ill_formed{"lone-lead", "\xc3"},
                           ill_formed{"cut-3", "\xe2\x82"},
                           ill_formed{"cut-4", "\xf0\x9f\x98"},
                           ill_formed{"lead-then-letter", "\xc3\x28"},
                           ill_formed{"overlong-2", "\xc0\x80"},
                           ill_formed{"overlong-2-last", "\xc1\xbf"},
                           ill_formed{"overlong-3", "\xe0\x9f\xbf"},
                           ill_formed{"overlong-4", "\xf0\x8f\xbf\xbf"},
                           ill_formed{"surrogate-first", "\xed\xa0\x80"},
                           ill_formed{"surrogate-last", "\xed\xbf\xbf"},
                           ill_formed{"beyond", "\xf4\x90\x80\x80"},
                           ill_formed{"five-octets", "\xf5\x80\x80\x80"},
                           ill_formed{"ff", "\xff"}};

bool is_string(const node& n) {
    return n.operation == op::bytes || n.operation == op::utf8 || n.operation == op::text || n.operation == op::sealed;
}

bool counts(const node& n) { return is_string(n) || n.operation == op::list; }

/// Whether the plain code spells a number beyond the greatest, or below the least.
bool spells(const node& n, bool above) {
    if (n.plain == code::skew) return above && skew_holds(n.span + 1, n.bits) && n.span + 1 != 0;
    if (n.plain != code::zigzag) return false;
    const auto beyond = static_cast<std::int64_t>(above ? n.low + n.span : n.low);
    const std::int64_t limit =
        above ? std::numeric_limits<std::int64_t>::max() : std::numeric_limits<std::int64_t>::min();
    return beyond != limit && skew_holds(zigzag(above ? beyond + 1 : beyond - 1), n.bits);
}

bool has_skew(const node& n) {
    const bool plainly = n.by != hint::predict && (n.plain == code::skew || n.plain == code::zigzag) &&
                         !(n.by == hint::is && n.two_values);
    return n.by == hint::predict || n.by == hint::table || plainly;
}

}  // namespace

void goal_maker::add_breaks() {
    const auto find = [&](std::initializer_list<std::string_view> names) -> goal* {
        for (const std::string_view name : names)
            for (goal& g : made)
                if (std::ranges::find(g.labels, name) != g.labels.end()) return &g;
        return nullptr;
    };
    const auto breaks = [&](goal* g, break_kind is, std::string label, bool by_encoder = false,
                            std::string value = {}) {
        if (g != nullptr) g->breaks.push_back({is, std::move(label), by_encoder, std::move(value)});
    };
    const bool is_number = n().operation == op::number;
    const std::uint64_t high = n().low + n().span;
    if (is_number || counts(n())) {
        const std::uint64_t limit = n().is_signed ? ~std::uint64_t{0} >> 1 : ~std::uint64_t{0};
        const bool has_above = counts(n()) ? high < most_bytes : high != limit;
        const bool has_below = n().is_signed ? n().low != std::uint64_t{1} << 63 : n().low != 0;
        goal* top = find({"greatest", "longest", "hint-miss", "hint-hit"});
        goal* bottom = find({"least", "shortest", "hint-miss", "hint-hit"});
        if (has_above) breaks(top, break_kind::above, "error:above", true);
        if (has_below) breaks(bottom, break_kind::below, "error:below", true);
        const bool steps = n().by == hint::predict;
        const bool coded = !(n().by == hint::is && n().two_values) && !(n().two_values && n().by == hint::same);
        if (has_above && coded && (steps ? n().wrap_bits == 0 : spells(n(), true)))
            breaks(top, break_kind::above, "refuse:above");
        if (has_below && coded && is_number && (steps ? n().wrap_bits == 0 : spells(n(), false)))
            breaks(bottom, break_kind::below, "refuse:below");
    }
    if ((n().by == hint::is || n().by == hint::same) && !n().two_values && has_values(1))
        breaks(find({"hint-hit"}), break_kind::plain, "plain-of-predicted");
    if (n().by == hint::table) {
        breaks(find({"hint-hit"}), break_kind::plain, "plain-of-known");
        breaks(find({"evicts", "hint-miss", "first"}), break_kind::rank, "rank-beyond");
    }
    if (has_skew(n()))
        breaks(made.empty() ? nullptr : find({"first", "hint-miss", "zeros:0", "shortest", "least"}),
               break_kind::overlong, "overlong");
    if (is_string(n()) && high > 0)
        breaks(find({"mixed", "raw", "any-octet", "last-short", "first", "longest", "zeros:0", "shortest"}),
               break_kind::fill, "fill");
    if (n().operation == op::utf8 || n().operation == op::text)
        for (const ill_formed& kind : kinds) {
            if (kind.bytes.size() > high) continue;
            std::string octets(kind.bytes);
            while (octets.size() < n().low) octets.insert(octets.begin(), 'a');
            breaks(find({"longest", "first", "hint-miss", "last-short", "first-long", "shortest", "zeros:0"}),
                   break_kind::octets, "utf8:" + std::string(kind.name), false, octets);
        }
    if (n().operation == op::enumeration || n().operation == op::choice) {
        const tic::type& t = plan().types[n().type];
        for (index i = 0; i < t.member_count; ++i) {
            const tic::member& m = plan().members[t.first_member + i];
            const unsigned v = by->from.version;
            if (m.since <= v && (m.until == 0 || v < m.until)) continue;
            breaks(made.empty() ? nullptr : &made.back(), break_kind::dead, "error:dead:" + std::string(m.name), true,
                   std::string(m.name));
        }
    }
}

}  // namespace tic::conformance
