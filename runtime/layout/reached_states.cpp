// Follows every rule and reply from a state on; what a peer does is not known, so all of them may be taken.
#include "runtime/layout/reached_states.hpp"

#include <algorithm>

namespace tic {

std::vector<bool> reached_states(const layout& plan, unsigned version) {
    return reached_states(plan, version, plan.start);
}

std::vector<bool> reached_states(const layout& plan, unsigned version, index from) {
    std::vector<bool> reached(plan.state_count);
    std::vector<index> open{from};
    while (!open.empty()) {
        const index s = open.back();
        open.pop_back();
        if (s >= plan.state_count || reached[s]) continue;
        reached[s] = true;
        const state& now = plan.states[plan.at(version).first_state + s];
        for (const rule& r : plan.rules.subspan(now.first_rule, now.rule_count)) {
            open.push_back(r.go);
            for (const reply& a : plan.replies.subspan(r.first_reply, r.reply_count)) open.push_back(a.go);
        }
    }
    return reached;
}

bool may_be_sent(const layout& plan, side who, index packet, unsigned version) {
    return may_be_sent(plan, who, packet, version, plan.start);
}

bool may_be_sent(const layout& plan, side who, index packet, unsigned version, index from) {
    const std::vector<bool> reached = reached_states(plan, version, from);
    for (index s = 0; s < plan.state_count; ++s) {
        if (!reached[s]) continue;
        const state& now = plan.states[plan.at(version).first_state + s];
        const auto pushes = plan.pushes.subspan(now.first_push, now.push_count);
        if (who == side::server && std::ranges::find(pushes, packet) != pushes.end()) return true;
        for (const rule& r : plan.rules.subspan(now.first_rule, now.rule_count)) {
            const auto replies = plan.replies.subspan(r.first_reply, r.reply_count);
            if (who == side::client ? r.packet == packet
                                    : std::ranges::find(replies, packet, &reply::packet) != replies.end())
                return true;
        }
    }
    return false;
}

}  // namespace tic
