// The rules of section 7 over the layout's states.
#include "runtime/interpreter/session.hpp"

namespace tic::interpreter {

session_states::session_states(const program& run, unsigned version)
    : run_(&run), version_(version), state_(run.plan().start) {}

std::string_view session_states::state_name() const {
    if (is_closed()) return "Closed";
    const layout& plan = run_->plan();
    return state_ == none ? std::string_view() : plan.states[plan.at(version_).first_state + state_].name;
}

/// The rule for a request in the present state, an index into the layout's rules, or none.
index session_states::find_rule(index packet) const {
    const layout& plan = run_->plan();
    const state& now = plan.states[plan.at(version_).first_state + state_];
    for (index r = now.first_rule; r < now.first_rule + now.rule_count; ++r) {
        if (plan.rules[r].packet == packet) return r;
    }
    return none;
}

/// The reply to the oldest request still owed, an index into the layout's replies, or none.
index session_states::find_reply(index packet) const {
    if (owed_.empty()) return none;
    const layout& plan = run_->plan();
    const rule& asked = plan.rules[owed_.front()];
    for (index r = asked.first_reply; r < asked.first_reply + asked.reply_count; ++r) {
        if (plan.replies[r].packet == packet) return r;
    }
    return none;
}

void session_states::go(index state) {
    if (state == none) return;
    state_ = state;
    if (is_closed()) owed_.clear();
}

permission session_states::client_may_send(index packet) const {
    if (is_closed()) return permission::ignored;
    if (state_ == none || find_rule(packet) == none) return permission::wrong_state;
    // Nothing is said after a barrier, so the barrier that waits is always the newest request owed.
    const bool waits = owed_.size() >= max_owed || (!owed_.empty() && run_->plan().rules[owed_.back()].barrier);
    return waits ? permission::wrong_state : permission::ok;
}

permission session_states::server_may_send(index packet) const {
    if (is_closed()) return permission::ignored;
    if (state_ == none) return permission::wrong_state;
    if (find_reply(packet) != none) return permission::ok;
    const layout& plan = run_->plan();
    const state& now = plan.states[plan.at(version_).first_state + state_];
    for (const index pushed : plan.pushes.subspan(now.first_push, now.push_count)) {
        if (pushed == packet) return permission::ok;
    }
    return permission::wrong_state;
}

permission session_states::may_send(side who, index packet) const {
    return who == side::client ? client_may_send(packet) : server_may_send(packet);
}

permission session_states::client_sent(index packet) {
    const permission may = client_may_send(packet);
    if (may != permission::ok) return may;
    const index at = find_rule(packet);
    const rule& said = run_->plan().rules[at];
    if (said.reply_count != 0) {
        owed_.push_back(at);
    } else {
        go(said.go);
    }
    return may;
}

permission session_states::server_sent(index packet) {
    const permission may = server_may_send(packet);
    if (may != permission::ok) return may;
    // What answers the oldest request is its reply, whatever the state pushes (section 7).
    const index at = find_reply(packet);
    if (at != none) {
        owed_.pop_front();
        go(run_->plan().replies[at].go);
    }
    return may;
}

permission session_states::on_sent(side who, index packet) {
    return who == side::client ? client_sent(packet) : server_sent(packet);
}

session::session(const program& run, unsigned version)
    : run_(&run), version_(version), states_(run, version), remembered_{memory(run), memory(run)} {}

std::variant<decoded, refusal, ignored> session::receive(side who, std::span<const std::uint8_t> bytes, extent expected,
                                                         const trace_sink* trace) {
    if (states_.is_closed()) return ignored{};
    const std::function<bool(index)> may_send = [&](index packet) {
        return states_.may_send(who, packet) == permission::ok;
    };
    decode_result got = decode_packet(*run_, who, version_, memory_of(who), bytes,
                                      {.expected = expected, .trace = trace, .may_send = &may_send});
    if (auto* refused = std::get_if<refusal>(&got)) return std::move(*refused);
    auto& said = std::get<decoded>(got);
    states_.on_sent(who, said.packet);
    return std::move(said);
}

}  // namespace tic::interpreter
