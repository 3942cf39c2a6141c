// The session in one version: tags, longest packets, and the living rules of each state (language page, section 7).
#include "codegen/plan/cost.hpp"
#include "codegen/plan/huffman.hpp"
#include "codegen/plan/planner.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tic::plan {
namespace {

void plan_side(planner& p, unsigned version, side who) {
    const auto& says = who == side::client ? p.all.talk->client : p.all.talk->server;
    std::vector<prefix_code> items;
    for (index i = 0; i < says.size(); ++i)
        if (says[i].alive.holds(version)) items.push_back({i, schema::weight_in(says[i].weights, version), 0, 0});
    if (!assign_codes(items)) {
        if (p.once(diag::id::code_too_long, &says)) {
            auto& d = p.out.report(diag::id::code_too_long, p.all.talk->where,
                                   fmt::format("the tags of the {} packets need more than {} bits in version {}",
                                               name_of(who), longest_code, version));
            d.help = "choose weights closer together: halving a weight makes its tag about one bit longer";
        }
        items.clear();
    }
    auto& v = p.made.versions[version - 1];
    v.max_bytes[who] = 0;
    for (const auto& tag : items) {
        const auto& t = p.made.type_layouts[v.first_type + p.struct_type(says[tag.member].structure)];
        const std::uint64_t bits = std::max<std::uint64_t>(1, add(tag.length, t.max_bits));
        v.max_bytes[who] = std::max(v.max_bytes[who], (bits + 7) / 8);
    }
    v.tags[who] = add_codes(p, std::move(items));
}

void plan_state(planner& p, unsigned version, const schema::state& from) {
    const auto& talk = *p.all.talk;
    state s;
    s.name = p.made.keep(from.name);
    s.first_rule = static_cast<index>(p.made.rules.size());
    for (const auto& r : from.rules) {
        if (!talk.client[r.request].alive.holds(version)) continue;
        rule living{r.request, static_cast<index>(p.made.replies.size()), 0, r.go, false};
        for (const auto& answer : r.replies) {
            if (!talk.server[answer.packet].alive.holds(version)) continue;
            p.made.replies.push_back({answer.packet, answer.go});
            ++living.reply_count;
            living.barrier = living.barrier || answer.go != schema::none;
        }
        p.made.rules.push_back(living);
        ++s.rule_count;
    }
    const auto first = p.made.rules.begin() + static_cast<std::ptrdiff_t>(s.first_rule);
    std::sort(first, p.made.rules.end(), [](const rule& a, const rule& b) { return a.packet < b.packet; });
    s.first_push = static_cast<index>(p.made.pushes.size());
    for (const auto push : from.pushes)
        if (talk.server[push].alive.holds(version)) p.made.pushes.push_back(push), ++s.push_count;
    p.made.states.push_back(s);
}

}  // namespace

void plan_session(planner& p, unsigned version) {
    if (!p.all.talk) return;
    plan_side(p, version, side::client);
    plan_side(p, version, side::server);
    p.made.versions[version - 1].first_state = static_cast<index>(p.made.states.size());
    for (const auto& s : p.all.talk->states) plan_state(p, version, s);
}

}  // namespace tic::plan
