// Which fields can find their memory used, and where it can be seen what a list left behind.
//
// An exact answer would need every sequence of packets that the session allows. Instead two packets are related if one
// may be sent some time after the other (may_follow), and a packet is assumed to follow all packets related to it at
// once. That ignores which of them exclude each other, so it may report too much, never too little.
#include "runtime/layout/reached_states.hpp"
#include "runtime/layout/type_facts.hpp"
#include "runtime/layout/usage.hpp"

#include <algorithm>

namespace tic {
namespace {

/// What was coded so far: slots that were used, and lists that were open.
struct passed {
    std::set<index> slots;
    std::set<index> lists;  ///< the members that declare them

    [[nodiscard]] bool is_empty() const { return slots.empty() && lists.empty(); }
};

/// Walks nodes in wire order and adds those that find their memory used.
class passage {
public:
    passage(const layout& plan, unsigned version, usage& to) : plan_(plan), version_(version), to_(to) {}

    void pass(index type, passed& so_far) {
        if (plan_.types[type].kind == type_kind::enumeration) return;
        for (const node& n : plan_.fields(version_, type)) pass(n, so_far);
    }

private:
    void pass(const node& n, passed& so_far) {
        if (n.operation == op::structure || n.operation == op::choice) return pass(n.type, so_far);
        if (n.operation == op::list) return pass_list(n, so_far);
        if (n.slot != none && !so_far.slots.insert(n.slot).second) to_.used_before.insert({n.member, version_});
    }

    void pass_list(const node& n, passed& so_far) {
        if (n.low + n.span == 0) return;
        const bool was_open = !so_far.lists.insert(n.member).second;
        std::vector<index> outside;
        const auto scoped = plan_.scoped.subspan(n.first_scoped, n.scoped_count);
        for (const index slot : scoped)
            if (so_far.slots.erase(slot) != 0) outside.push_back(slot);
        if (was_open || !outside.empty()) to_.used_before.insert({n.member, version_});
        // The second element finds what the first used, a third finds no more.
        for (std::uint64_t i = std::min<std::uint64_t>(n.low + n.span, 2); i-- > 0;)
            pass(plan_.nodes[n.element], so_far);
        for (const index slot : scoped) so_far.slots.erase(slot);
        so_far.slots.insert(outside.begin(), outside.end());
    }

    const layout& plan_;
    unsigned version_;
    usage& to_;
};

/// Whether a side may send `then` on a connection some time after it sent `first`.
bool may_follow(const layout& plan, side who, index first, index then, unsigned version) {
    const std::vector<bool> reached = reached_states(plan, version);
    const auto row = [&](index s) -> const state& { return plan.states[plan.at(version).first_state + s]; };
    const auto follows = [&](index state) {
        return state != closed_state && may_be_sent(plan, who, then, version, state);
    };
    for (index s = 0; s < plan.state_count; ++s) {
        if (!reached[s]) continue;
        const auto pushes = plan.pushes.subspan(row(s).first_push, row(s).push_count);
        if (who == side::server && std::ranges::find(pushes, first) != pushes.end() && follows(s)) return true;
        for (const rule& r : plan.rules.subspan(row(s).first_rule, row(s).rule_count)) {
            // A request without replies may change the state while earlier requests still wait for theirs: their
            // replies can then come in any later state, so everything may follow. A reply with `go` is the last one
            // owed.
            if (r.reply_count == 0 && r.go != none && r.go != closed_state) return true;
            if (who == side::client && r.packet == first && follows(r.go == none ? s : r.go)) return true;
            for (const reply& a : plan.replies.subspan(r.first_reply, r.reply_count))
                if (who == side::server && a.packet == first && follows(a.go == none ? s : a.go)) return true;
        }
    }
    return false;
}

void add_used_before(const layout& plan, unsigned version, usage& to) {
    passage places(plan, version, to);
    for (const index t : type_order(plan)) {
        passed alone;
        places.pass(t, alone);
    }
    for (const side who : sides) {
        const auto tags = plan.codes.subspan(plan.at(version).tags[who].first, plan.at(version).tags[who].count);
        const auto type_of = [&](const prefix_code& tag) { return plan.packets[who][tag.member].type; };
        std::vector<passed> each(tags.size());
        for (std::size_t i = 0; i < tags.size(); ++i) places.pass(type_of(tags[i]), each[i]);
        for (std::size_t then = 0; then < tags.size(); ++then) {
            if (each[then].is_empty()) continue;
            passed before;
            for (std::size_t i = 0; i < tags.size(); ++i) {
                if (each[i].is_empty() || !may_follow(plan, who, tags[i].member, tags[then].member, version)) continue;
                before.slots.insert(each[i].slots.begin(), each[i].slots.end());
                before.lists.insert(each[i].lists.begin(), each[i].lists.end());
            }
            places.pass(type_of(tags[then]), before);
        }
    }
}

/// What uses the memory that is open at one time: slots, and lists that put slots aside for themselves.
struct open_memory {
    std::set<index> used;
    std::vector<std::pair<index, index>> put_aside;  ///< slot, the list's member
};

void add_open(const layout& plan, index type, unsigned version, const std::set<index>& closed, open_memory& to);
void add_open(const layout& plan, const node& n, unsigned version, const std::set<index>& closed, open_memory& to) {
    if (n.slot != none && !closed.contains(n.slot)) to.used.insert(n.slot);
    if (n.operation == op::structure || n.operation == op::choice) add_open(plan, n.type, version, closed, to);
    if (n.operation != op::list) return;
    std::set<index> inside = closed;
    for (const index slot : plan.scoped.subspan(n.first_scoped, n.scoped_count))
        if (inside.insert(slot).second) to.put_aside.emplace_back(slot, n.member);
    add_open(plan, plan.nodes[n.element], version, inside, to);
}
void add_open(const layout& plan, index type, unsigned version, const std::set<index>& closed, open_memory& to) {
    if (plan.types[type].kind == type_kind::enumeration) return;
    for (const node& n : plan.fields(version, type)) add_open(plan, n, version, closed, to);
}

void add_seen_behind(const layout& plan, unsigned version, usage& to) {
    const auto add = [&](const open_memory& all) {
        for (const auto& [slot, list] : all.put_aside)
            if (all.used.contains(slot)) to.seen_behind.insert({list, version});
    };
    // A type alone covers list elements too: in both, memory begins with the value.
    for (const index t : type_order(plan)) {
        open_memory alone;
        add_open(plan, t, version, {}, alone);
        add(alone);
    }
    for (const side who : sides) {
        open_memory talk;
        for (const auto& tag : plan.codes.subspan(plan.at(version).tags[who].first, plan.at(version).tags[who].count))
            add_open(plan, plan.packets[who][tag.member].type, version, {}, talk);
        add(talk);
    }
}

}  // namespace

void add_history(const layout& plan, unsigned version, usage& to) {
    add_used_before(plan, version, to);
    add_seen_behind(plan, version, to);
}

}  // namespace tic
