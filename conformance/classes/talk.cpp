// Breadth first over states and requests owed.
#include "conformance/classes/talk.hpp"

#include <algorithm>
#include <deque>
#include <functional>
#include <set>

namespace tic::conformance {

using interpreter::permission;
using interpreter::session_states;

namespace {

using key = std::pair<std::string, std::vector<index>>;

key key_of(const session_states& s) {
    return {std::string(s.state_name()), std::vector<index>(s.owed_rules().begin(), s.owed_rules().end())};
}

/// Searches breadth first until `stop` returns true.
void search(const layout& plan, unsigned version, situation start, std::size_t most_owed,
            const std::function<bool(const situation&)>& stop) {
    constexpr std::size_t most_situations = 20000;
    const std::vector<sent> packets = all_packets(plan, version);
    std::set<key> seen{key_of(start.states)};
    std::deque<situation> ahead{std::move(start)};
    while (!ahead.empty() && seen.size() < most_situations) {
        const situation now = std::move(ahead.front());
        ahead.pop_front();
        if (stop(now)) return;
        for (const sent& next : packets) {
            situation then = now;
            if (then.states.on_sent(next.who, next.packet) != permission::ok || then.states.owed() > most_owed)
                continue;
            if (!seen.insert(key_of(then.states)).second) continue;
            then.talk.push_back(next);
            ahead.push_back(std::move(then));
        }
    }
}

const rule* rule_now(const layout& plan, unsigned version, const session_states& now, index packet) {
    for (const state& s : plan.states.subspan(plan.at(version).first_state, plan.state_count)) {
        if (s.name != now.state_name()) continue;
        for (const rule& r : plan.rules.subspan(s.first_rule, s.rule_count))
            if (r.packet == packet) return &r;
    }
    return nullptr;
}

bool answers(const layout& plan, index asked, index packet) {
    const rule& r = plan.rules[asked];
    const auto replies = plan.replies.subspan(r.first_reply, r.reply_count);
    return std::ranges::any_of(replies, [&](const reply& a) { return a.packet == packet; });
}

}  // namespace

std::vector<sent> all_packets(const layout& plan, unsigned version) {
    std::vector<sent> all;
    for (const side who : {side::client, side::server}) {
        const prefix_table& tags = plan.at(version).tags[who];
        for (const prefix_code& c : plan.codes.subspan(tags.first, tags.count)) all.push_back({who, c.member});
    }
    return all;
}

std::vector<situation> explore(const interpreter::program& run, unsigned version, std::size_t most_owed) {
    std::vector<situation> all;
    search(run.plan(), version, {session_states(run, version), {}}, most_owed, [&](const situation& s) {
        all.push_back(s);
        return false;
    });
    return all;
}

bool find_conversation(const interpreter::program& run, unsigned version, const session_states& from, sent wanted,
                       std::vector<sent>& talk) {
    bool found = false;
    for (const std::size_t owed : {std::size_t{2}, std::size_t{64}}) {
        search(run.plan(), version, {from, {}}, std::max(owed, from.owed()), [&](const situation& s) {
            found = s.states.may_send(wanted.who, wanted.packet) == permission::ok;
            if (found) talk = s.talk;
            return found;
        });
        if (found) return true;
    }
    return false;
}

std::optional<crowd> find_crowd(const interpreter::program& run, unsigned version) {
    for (const situation& s : explore(run, version, 0))
        for (const sent& next : all_packets(run.plan(), version)) {
            if (next.who != side::client) continue;
            session_states states = s.states;
            while (states.owed() < session_states::max_owed) {
                const std::size_t before = states.owed();
                if (states.on_sent(next.who, next.packet) != permission::ok || states.owed() == before) break;
            }
            if (states.owed() == session_states::max_owed && states.state_name() == s.states.state_name())
                return crowd{s, next};
        }
    return std::nullopt;
}

std::vector<std::string> session_labels(const interpreter::program& run, unsigned version, const session_states& now,
                                        sent next) {
    const layout& plan = run.plan();
    const std::string state = "state." + std::string(now.state_name()) + "@" + std::to_string(version) + "/";
    const std::string name(plan.packets[next.who][next.packet].name);
    const auto request = [&](index asked) { return std::string(plan.packets.client[plan.rules[asked].packet].name); };
    const auto& owed = now.owed_rules();
    const permission may = now.may_send(next.who, next.packet);
    std::vector<std::string> out;
    if (now.is_closed()) return {};  // what is sent then is ignored
    if (next.who == side::client) {
        const rule* r = rule_now(plan, version, now, next.packet);
        if (may == permission::ok) {
            out.push_back(state + "on:" + name);
            if (!owed.empty()) out.push_back(state + "on-while-owed");
            if (!owed.empty() && r != nullptr && r->reply_count == 0 && r->go != none)
                out.push_back(state + "go-while-owed:" + name);
            if (owed.size() == 63 && r != nullptr && r->reply_count != 0) out.push_back(state + "owed-64");
        } else if (owed.empty()) {
            out.push_back(state + "refuse:client." + name);
        } else if (r != nullptr) {
            const bool barrier = plan.rules[owed.back()].barrier;
            if (barrier)
                out.push_back(state + "refuse:behind-barrier:" + request(owed.back()));
            else if (owed.size() == 64)
                out.push_back(state + "refuse:owed-65");
        }
        return out;
    }
    if (may == permission::ok) {
        const bool replies = !owed.empty() && answers(plan, owed.front(), next.packet);
        out.push_back(state + (replies ? "reply:" + request(owed.front()) + ":" : "push:") + name);
        if (owed.size() >= 2 && replies && owed[0] != owed[1]) out.push_back(state + "in-order");
        if (!owed.empty() && !replies) out.push_back(state + "push-while-owed");
    } else if (owed.empty()) {
        out.push_back(state + "refuse:server." + name);
    } else if (owed.size() == 1) {
        out.push_back(state + "refuse:to:" + request(owed.front()) + ":" + name);
    } else if (answers(plan, owed[1], next.packet)) {
        out.push_back(state + "refuse:out-of-order");
    }
    return out;
}

}  // namespace tic::conformance
