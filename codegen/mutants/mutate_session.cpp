// Mutates what a session's states allow: rows of a table beside theirs.
#include <fmt/format.h>

#include <algorithm>

#include "codegen/cpp/parts.hpp"
#include "codegen/emit/template.hpp"
#include "codegen/mutants/catalogue.hpp"
#include "runtime/layout/reached_states.hpp"

namespace tic::mutation {
namespace {

/// What a state allows in one version.
std::string signature(const layout& plan, const state& s) {
    std::string made;
    for (const auto& r : plan.rules.subspan(s.first_rule, s.rule_count)) {
        made += fmt::format("{}>{}{}:", r.packet, r.go, r.barrier ? "!" : "");
        for (const auto& a : plan.replies.subspan(r.first_reply, r.reply_count))
            made += fmt::format("{}>{},", a.packet, a.go);
    }
    for (const index p : plan.pushes.subspan(s.first_push, s.push_count)) made += fmt::format("+{}", p);
    return made;
}

/// The rows of one header.
class rows {
public:
    explicit rows(catalogue& to) : to_(to), plan_(to.m.plan) {
        for (unsigned v = plan_.oldest; v <= plan_.version; ++v) {
            reached_ = reached_states(plan_, v);
            for (index s = 0; s < plan_.state_count; ++s)
                if (reached_[s]) add_state(v, s);
            add_orders(v);
        }
    }

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    [[nodiscard]] const state& at(unsigned v, index s) const { return plan_.states[plan_.at(v).first_state + s]; }
    [[nodiscard]] auto rules_of(const state& s) const { return plan_.rules.subspan(s.first_rule, s.rule_count); }
    [[nodiscard]] auto replies_of(const rule& r) const { return plan_.replies.subspan(r.first_reply, r.reply_count); }
    [[nodiscard]] auto pushes_of(const state& s) const { return plan_.pushes.subspan(s.first_push, s.push_count); }
    [[nodiscard]] std::string name(side who, index packet) const {
        return std::string(plan_.packets[who][packet].name);
    }

    /// Once for all versions that have it.
    void add(const char* deviation, side who, const std::string& path, const std::string& kind, index s, index packet,
             index reply = none, index go = none) {
        bool is_new = false;
        const unsigned number = to_.add_once("session", kind, path, role::end, &is_new);
        if (!is_new) return;
        const auto packet_number = [](index p) {
            return p == none ? std::string("tic::no_packet") : std::to_string(p);
        };
        text_ += fmt::format("{{{}, tic::mutants::state_deviation::{}, tic::side::{}, {}, {}, {}, {}}},\n", number,
                             deviation, name_of(who), s == none ? 0 : s, packet_number(packet), packet_number(reply),
                             cpp::state_number(go));
    }

    bool lives(unsigned v, side who, index packet) const {
        const auto& tags = plan_.at(v).tags[who];
        const auto codes = plan_.codes.subspan(tags.first, tags.count);
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
        for (index p = 0; p < plan_.packets.client.size(); ++p)
            if (lives(v, side::client, p) && !requests.contains(p))
                add("allowed", side::client, fmt::format("{}.{}", in, name(side::client, p)), "request-allowed", s, p);
        for (index p = 0; p < plan_.packets.server.size(); ++p) {
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
            return go == closed_state || signature(plan_, at(v, other)) != signature(plan_, at(v, go));
        };
        if (go != s && differs(s))
            add("go_elsewhere", side::client, path, go == closed_state ? "closed-not-final" : "go-lost", s, packet,
                reply, none);
        if (go != closed_state)
            add("go_elsewhere", side::client, path, "closes-instead", s, packet, reply, closed_state);
        for (index other = 0; other < plan_.state_count; ++other) {
            if (other == s || other == go || !reached_[other] || !differs(other)) continue;
            add("go_elsewhere", side::client, path, "go-elsewhere", s, packet, reply, other);
            return;
        }
    }

    /// Whether requests may wait for replies at all, and whether their order can be told.
    void add_orders(unsigned v) {
        bool waits = false, differ = false;
        for (index s = 0; s < plan_.state_count; ++s) {
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

    catalogue& to_;
    const layout& plan_;
    std::vector<bool> reached_;
    std::string text_;
};

}  // namespace

void mutate_session(catalogue& to, cpp::program& all) {
    if (!to.m.plan.has_session) return;
    const rows made(to);
    if (made.text().empty()) return;
    all.session_policy = emit::fill({{"rows", made.text()}}, R"(
        static constexpr tic::mutants::state_mutant mutants[] = {
            $rows$
        };
        struct policy {
            using states_type = tic::mutants::session_states<states, mutants>;
        };
    )");
}

}  // namespace tic::mutation
