// Requests of sessions, connection by connection.
#include "conformance/cases/session_script.hpp"

#include <algorithm>

namespace tic::conformance {

exchange& session_script::add(verb asks, unsigned connection, unsigned step) {
    const unsigned session = open(connection);
    return exchanges_.emplace_back(exchange{.asks = asks,
                                            .session = session,
                                            .step = step,
                                            .run = &run_,
                                            .version = from_.connections[connection].version});
}

message session_script::packet(side who, index name, std::shared_ptr<const interpreter::value> content) const {
    const auto& packet = run_.plan().packets[who][name];
    return {packet.name, packet.type, std::move(content)};
}

message session_script::packet(const step& of) const { return packet(of.who, of.name, borrowed(*of.content)); }

unsigned session_script::open(unsigned connection) {
    const auto [at, is_new] = sessions_.try_emplace(connection, static_cast<unsigned>(sessions_.size()) + 1);
    if (is_new) {
        const unsigned version = from_.connections[connection].version;
        exchanges_.push_back(
            {.asks = verb::open, .session = at->second, .run = &run_, .version = version, .role = role_});
        states_.try_emplace(connection, run_, version);
    }
    return at->second;
}

void session_script::play(unsigned at) {
    const auto& one = from_.steps[at];
    if (one.is != step_kind::packet || (only_ && one.connection != *only_)) return;
    auto& made = add(one.who == role_ ? verb::send : verb::receive, one.connection, at + 1);
    made.bytes = one.bytes;
    made.values = {packet(one)};
    states_.at(one.connection).on_sent(one.who, one.name);
}

void session_script::receive_in_pieces(std::span<const unsigned> run_of_steps, const std::set<std::size_t>& cuts) {
    std::vector<std::uint8_t> bytes;
    std::map<std::size_t, unsigned> ends;  // of packets, by offset
    const unsigned connection = from_.steps[run_of_steps.front()].connection;
    open(connection);
    for (const unsigned at : run_of_steps) {
        const auto& one = from_.steps[at];
        states_.at(one.connection).on_sent(one.who, one.name);
        bytes.insert(bytes.end(), one.bytes.begin(), one.bytes.end());
        ends.emplace(bytes.size(), at);
    }
    for (std::size_t begin = 0; begin < bytes.size();) {
        const auto cut = cuts.upper_bound(begin);
        const auto end = cut == cuts.end() ? bytes.size() : std::min(*cut, bytes.size());
        auto& made = add(verb::receive, connection, ends.lower_bound(end)->second + 1);
        made.bytes.assign(bytes.begin() + static_cast<std::ptrdiff_t>(begin),
                          bytes.begin() + static_cast<std::ptrdiff_t>(end));
        for (auto each = ends.upper_bound(begin); each != ends.end() && each->first <= end; ++each)
            made.values.push_back(packet(from_.steps[each->second]));
        begin = end;
    }
}

void session_script::receive_wrong(const bad& wrong, unsigned connection) {
    auto& came = add(verb::receive, connection, wrong.step);
    came.bytes = wrong.bytes;
    // What is only cut off is refused when the connection ends; cut down to nothing, no packet has begun.
    const bool is_cut = wrong.refused.why == reason::truncated;
    auto& refused = is_cut ? add(verb::end, connection, wrong.step) : came;
    if (is_cut && wrong.bytes.empty()) return;
    refused.answer = answer_kind::refuse;
    refused.refused = refusal_of(wrong);
}

void session_script::send_wrong(const step& good, interpreter::value content, unsigned number) {
    auto& made = add(verb::send, good.connection, number);
    made.values = {packet(good.who, good.name, std::make_shared<const interpreter::value>(std::move(content)))};
    made.answer = answer_kind::error;
}

void session_script::send_unlawful(const bad& wrong, const step& behind) {
    auto& made = add(verb::send, behind.connection, wrong.step);
    made.values = {packet(wrong.what.who, wrong.what.name, borrowed(wrong.what.content))};
    made.answer = answer_kind::refuse;
    made.refused = {{.why = reason::wrong_state}, false};
}

void session_script::end_all() {
    for (const auto& [connection, session] : sessions_) {
        if (states_.at(connection).is_closed()) add(verb::receive, connection, 0).bytes = {0xff};
        add(verb::end, connection, 0);
    }
}

std::vector<unsigned> session_script::versions() const {
    std::set<unsigned> all;
    for (const auto& [connection, session] : sessions_) all.insert(from_.connections[connection].version);
    return {all.begin(), all.end()};
}

}  // namespace tic::conformance
