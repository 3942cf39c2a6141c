// Sessions: what each state allows and refuses, replies in order, 64 waiting requests, and packets in pieces.
#include <algorithm>

#include "conformance/vectors/suite.hpp"
#include "runtime/interpreter/session.hpp"

namespace tic::conformance {

using interpreter::permission;

void suite::add_talk() {
    if (!run_.plan().has_session) return;
    std::set<std::string> named;
    for (unsigned v = run_.plan().oldest; v <= run_.plan().version; ++v) {
        const std::vector<sent> packets = all_packets(run_.plan(), v);
        quiet_ = explore(run_, v, 1);
        std::erase_if(quiet_, [](const situation& s) { return s.states.owed() != 0; });
        for (const situation& s : explore(run_, v, 2))
            for (const sent& next : packets) {
                std::vector<std::string> labels = session_labels(run_, v, s.states, next);
                std::erase_if(labels, [&](const std::string& label) { return !named.insert(label).second; });
                if (labels.empty()) continue;
                if (s.states.may_send(next.who, next.packet) != permission::ok) {
                    add_illegal(v, s, next, labels);
                    continue;
                }
                stage_.begin(v);
                std::vector<sent> whole = s.talk;
                whole.push_back(next);
                if (!stage_.talk(whole)) continue;
                add_refusals_behind(v);
                keep("states", labels.front(), labels);
                add_proofs(v, whole, labels.front());
            }
        add_crowd(v);
    }
}

/// Shows that no other state was reached that allows more: what this one refuses, though another allows it.
void suite::add_refusals_behind(unsigned version) {
    const interpreter::session_states now = stage_.states();
    if (now.owed() != 0 || now.is_closed()) return;
    for (const sent& p : all_packets(run_.plan(), version)) {
        const bool elsewhere = std::ranges::any_of(
            quiet_, [&](const situation& s) { return s.states.may_send(p.who, p.packet) == permission::ok; });
        if (elsewhere && now.may_send(p.who, p.packet) != permission::ok) add_refused(version, p);
    }
}

/// Shows that no other state was reached that allows less: what this one allows and another does not.
void suite::add_proofs(unsigned version, const std::vector<sent>& talk, const std::string& name) {
    const interpreter::session_states now = stage_.states();
    if (now.owed() != 0 || now.is_closed()) return;
    std::vector<situation> others = quiet_;
    for (const sent& p : all_packets(run_.plan(), version)) {
        if (now.may_send(p.who, p.packet) != permission::ok) continue;
        const auto lacks = [&](const situation& s) {
            return !s.states.is_closed() && s.states.may_send(p.who, p.packet) != permission::ok;
        };
        if (std::erase_if(others, lacks) == 0) continue;
        stage_.begin(version);
        std::vector<sent> whole = talk;
        whole.push_back(p);
        if (stage_.talk(whole)) keep("states", name + "/proved", {});
    }
    for (const situation& other : others) add_longer_proof(version, talk, now, other.states, name);
}

/// Shows that a state was not reached that allows the same as this one, but where a packet leads elsewhere: that
/// packet, and one that may follow it in only one of the two.
void suite::add_longer_proof(unsigned version, const std::vector<sent>& talk, const interpreter::session_states& now,
                             const interpreter::session_states& other, const std::string& name) {
    const std::vector<sent> packets = all_packets(run_.plan(), version);
    const auto allow_the_same = [](const auto& a, const auto& b, const sent& p) {
        return a.may_send(p.who, p.packet) == b.may_send(p.who, p.packet);
    };
    for (const sent& p : packets)
        if (!allow_the_same(now, other, p)) return;
    for (const sent& first : packets) {
        interpreter::session_states here = now, there = other;
        if (here.on_sent(first.who, first.packet) != permission::ok || here.is_closed()) continue;
        there.on_sent(first.who, first.packet);
        const auto then = std::ranges::find_if(packets, [&](const sent& p) { return !allow_the_same(here, there, p); });
        if (then == packets.end()) continue;
        stage_.begin(version);
        std::vector<sent> whole = talk;
        whole.push_back(first);
        const bool is_allowed = here.may_send(then->who, then->packet) == permission::ok;
        if (is_allowed) whole.push_back(*then);
        if (!stage_.talk(whole) || (!is_allowed && !add_refused(version, *then))) continue;
        return keep("states", name + "/proved-later", {});
    }
}

/// A packet that the states do not allow now.
bool suite::add_refused(unsigned version, sent next) {
    change what;
    what.is = change_kind::then;
    what.who = next.who;
    what.name = next.packet;
    return compose_small(version, next, what.content) && add_bad(std::move(what));
}

/// Composes small content for a packet that is sent out of turn; false if there is none.
bool suite::compose_small(unsigned version, sent what, interpreter::value& content) {
    interpreter::memory scratch = stage_.remembered(what.who);
    composer made(run_, paths_);
    order small;
    small.salt = 7;
    auto v = made.compose(run_.plan().packets[what.who][what.packet].type, version, scratch, small);
    if (v) content = std::move(*v);
    return v.has_value();
}

void suite::add_illegal(unsigned version, const situation& from, sent next, const std::vector<std::string>& labels) {
    stage_.begin(version);
    if (stage_.talk(from.talk) && add_refused(version, next)) keep("states", labels.front(), labels);
}

void suite::add_crowd(unsigned version) {
    const std::optional<crowd> many = find_crowd(run_, version);
    if (!many) return;
    stage_.begin(version);
    const std::vector<sent> requests(interpreter::session_states::max_owed, many->request);
    if (!stage_.talk(many->from.talk) || !stage_.talk(requests)) return;
    const std::vector<std::string> labels = session_labels(run_, version, stage_.states(), many->request);
    const bool refused = add_refused(version, many->request);
    std::vector<std::string> items;
    for (const std::string& item : stage_.reached())
        if (item.ends_with("/owed-64")) items.push_back(item);
    if (refused) items.insert(items.end(), labels.begin(), labels.end());
    const std::string name = items.front();
    keep("states", name, items);
    // Places that replies made free are taken again, and there are no more of them than before.
    stage_.begin(version);
    if (!stage_.talk(many->from.talk) || !stage_.talk(requests)) return;
    for (unsigned round = 0; round < 3; ++round)
        if (!turn_over(version, many->request)) return;
    if (add_refused(version, many->request)) keep("states", name + "/turned", {});
}

/// A reply that leaves the state as it is, and another request; false where there is no such reply.
bool suite::turn_over(unsigned version, sent request) {
    for (const sent& p : all_packets(run_.plan(), version)) {
        interpreter::session_states after = stage_.states();
        if (p.who != side::server || after.on_sent(p.who, p.packet) != permission::ok) continue;
        if (after.owed() == stage_.states().owed() || after.may_send(request.who, request.packet) != permission::ok)
            continue;
        return stage_.talk({p, request});
    }
    return false;
}

/// Streams that arrive in pieces: each packet, and after it one of the same side, the same packet if it may follow, so
/// that memory is used.
void suite::add_streams() {
    for (const root& what : paths_.roots()) {
        if (what.is != root_kind::packet) continue;
        order rich;
        rich.rich = true;
        rich.salt = 5;
        stage_.begin(what.version);
        if (!perform(what, rich)) {
            stage_.begin(what.version);
            if (!perform(what, {})) continue;
        }
        std::vector<sent> followers{{what.who, what.packet}};
        for (const sent& other : all_packets(run_.plan(), what.version))
            if (other.who == what.who) followers.push_back(other);
        for (const sent& next : followers) {
            if (stage_.states().is_closed() ||
                stage_.states().may_send(next.who, next.packet) != interpreter::permission::ok)
                continue;
            if (stage_.talk({next})) break;
        }
        stage_.current().is_split = true;
        const std::string item = paths_.name_of(what) + "/split";
        keep("streams", item, {item});
    }
}

}  // namespace tic::conformance
