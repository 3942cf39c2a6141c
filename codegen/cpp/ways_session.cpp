// What can go wrong in a session's states, as rows of a table beside them.
#include "codegen/cpp/faults.hpp"
#include "runtime/layout/reached_states.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tic::cpp {
namespace {

/// What a state allows in one version.
std::string signature(const model& m, const state& s) {
    std::string made;
    for (const auto& r : m.plan.rules.subspan(s.first_rule, s.rule_count)) {
        made += fmt::format("{}>{}{}:", r.packet, r.go, r.barrier ? "!" : "");
        for (const auto& a : m.plan.replies.subspan(r.first_reply, r.reply_count))
            made += fmt::format("{}>{},", a.packet, a.go);
    }
    for (const index p : m.plan.pushes.subspan(s.first_push, s.push_count)) made += fmt::format("+{}", p);
    return made;
}

/// The rows of one header.
class rows {
public:
    explicit rows(const model& m) : m_(m) {
        for (unsigned v = m.plan.oldest; v <= m.plan.version; ++v) {
            reached_ = reached_states(m.plan, v);
            for (index s = 0; s < m.plan.state_count; ++s)
                if (reached_[s]) add_state(v, s);
            add_orders(v);
        }
    }

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    [[nodiscard]] const state& at(unsigned v, index s) const { return m_.plan.states[m_.plan.at(v).first_state + s]; }
    [[nodiscard]] auto rules_of(const state& s) const { return m_.plan.rules.subspan(s.first_rule, s.rule_count); }
    [[nodiscard]] auto replies_of(const rule& r) const { return m_.plan.replies.subspan(r.first_reply, r.reply_count); }
    [[nodiscard]] auto pushes_of(const state& s) const { return m_.plan.pushes.subspan(s.first_push, s.push_count); }
    [[nodiscard]] std::string name(side who, index packet) const {
        return std::string(m_.plan.packets[who][packet].name);
    }

    /// Once for all versions that have it.
    void add(const char* bend, side who, const std::string& path, const std::string& kind, index s, index packet,
             index reply = none, index go = none) {
        const std::string key = fmt::format("session {} {}", kind, path);
        if (m_.faults->known.contains(key)) return;
        const unsigned number = m_.faults->add_end("session", kind, path);
        m_.faults->known[key].both = number;
        const auto packet_number = [](index p) {
            return p == none ? std::string("tic::no_packet") : std::to_string(p);
        };
        const std::string state = go == none           ? "tic::stay"
                                  : go == closed_state ? "tic::closed_for_good"
                                                       : std::to_string(go);
        text_ += fmt::format("{{{}, tic::faulty::state_bend::{}, tic::side::{}, {}, {}, {}, {}}},\n", number, bend,
                             name_of(who), s == none ? 0 : s, packet_number(packet), packet_number(reply), state);
    }

    bool lives(unsigned v, side who, index packet) const {
        const auto& tags = m_.plan.at(v).tags[who];
        const auto codes = m_.plan.codes.subspan(tags.first, tags.count);
        return std::ranges::any_of(codes, [&](const prefix_code& c) { return c.member == packet; });
    }

    void add_state(unsigned v, index s) {
        const state& row = at(v, s);
        const std::string in(row.name);
        std::set<index> requests, answers;
        for (const auto& r : rules_of(row)) {
            requests.insert(r.packet);
            add_rule(v, s, r);
            for (const auto& a : replies_of(r)) answers.insert(a.packet);
        }
        const auto pushes = pushes_of(row);
        for (index p = 0; p < m_.plan.packets.client.size(); ++p)
            if (lives(v, side::client, p) && !requests.contains(p))
                add("allowed", side::client, fmt::format("{}.{}", in, name(side::client, p)), "request-allowed", s, p);
        for (index p = 0; p < m_.plan.packets.server.size(); ++p) {
            const bool is_push = std::ranges::find(pushes, p) != pushes.end();
            if (is_push)
                add("forbidden", side::server, fmt::format("{}.{}", in, name(side::server, p)), "push-forbidden", s, p);
            else if (lives(v, side::server, p) && !answers.contains(p))
                add("allowed", side::server, fmt::format("{}.{}", in, name(side::server, p)), "push-allowed", s, p);
        }
    }

    void add_rule(unsigned v, index s, const rule& r) {
        const std::string path = fmt::format("{}.{}", at(v, s).name, name(side::client, r.packet));
        add("forbidden", side::client, path, "request-forbidden", s, r.packet);
        if (r.barrier) add("barrier_lost", side::client, path, "barrier-lost", s, r.packet);
        add_go(v, s, r.packet, none, r.go, path);
        for (const auto& a : replies_of(r)) {
            const std::string answer = fmt::format("{}.{}", path, name(side::server, a.packet));
            add("reply_forbidden", side::server, answer, "reply-forbidden", s, r.packet, a.packet);
            add_go(v, s, r.packet, a.packet, a.go, answer);
        }
    }

    /// Stays, or goes to a state that allows other things.
    void add_go(unsigned v, index s, index packet, index reply, index go, const std::string& path) {
        if (go == none) return;
        const auto differs = [&](index other) {
            return go == closed_state || signature(m_, at(v, other)) != signature(m_, at(v, go));
        };
        if (go != s && differs(s))
            add("go_elsewhere", side::client, path, go == closed_state ? "closed-not-final" : "go-lost", s, packet,
                reply, none);
        if (go != closed_state)
            add("go_elsewhere", side::client, path, "closes-instead", s, packet, reply, closed_state);
        for (index other = 0; other < m_.plan.state_count; ++other) {
            if (other == s || other == go || !reached_[other] || !differs(other)) continue;
            add("go_elsewhere", side::client, path, "go-elsewhere", s, packet, reply, other);
            return;
        }
    }

    /// Whether requests may wait for replies at all, and whether their order can be told.
    void add_orders(unsigned v) {
        bool waits = false, differ = false;
        for (index s = 0; s < m_.plan.state_count; ++s) {
            if (!reached_[s]) continue;
            std::set<std::string> kinds;
            for (const auto& r : rules_of(at(v, s))) {
                if (r.barrier || r.reply_count == 0) continue;
                std::string kind;
                for (const auto& a : replies_of(r)) kind += fmt::format("{}>{},", a.packet, a.go);
                kinds.insert(kind);
            }
            waits = waits || !kinds.empty();
            differ = differ || kinds.size() > 1;
        }
        if (waits) add("owes_more", side::client, "session", "owes-65", none, none);
        if (waits) add("owes_less", side::client, "session", "owes-63", none, none);
        if (differ) add("out_of_order", side::client, "session", "replies-out-of-order", none, none);
    }

    const model& m_;
    std::vector<bool> reached_;
    std::string text_;
};

}  // namespace

std::string print_state_faults(const model& m) {
    if (m.faults == nullptr) return {};
    const rows all(m);
    if (all.text().empty()) return {};
    std::string indented = "    " + replaced(all.text(), "\n", "\n    ");
    indented.resize(indented.size() - 4);
    return "static constexpr tic::faulty::state_fault faults[] = {\n" + indented +
           "};\nusing states_type = tic::faulty::session_states<states, faults>;\n";
}

}  // namespace tic::cpp
