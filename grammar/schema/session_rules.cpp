// What must hold of the states as a whole, in each version spoken (section 7).
#include "grammar/schema/checker.hpp"

#include <algorithm>

namespace tic::schema {
namespace {

struct rules_checker {
    checker& c;
    const session& talk;
    std::vector<unsigned> versions;
    std::unordered_set<std::uint64_t> reported{};  // a rule that several states inherit through `in` is reported once
    std::unordered_set<std::uint64_t> compared{};  // pairs of states whose pushes were compared

    [[nodiscard]] bool once(span where, unsigned what) {
        return reported.insert((std::uint64_t{where.begin} << 2U) | what).second;
    }

    [[nodiscard]] std::vector<bool> pushes_of(const state& s) const {
        std::vector<bool> result(talk.server.size());
        for (const index p : s.pushes) result[p] = true;
        return result;
    }

    void check_reply_and_push(const state& s) {
        const std::vector<bool> pushed = pushes_of(s);
        for (const rule& r : s.rules)
            for (const reply& answer : r.replies) {
                if (!pushed[answer.packet] || !once(answer.where, 0)) continue;
                auto& made = c.report(diag::id::reply_and_push, s.where,
                                      "in state `{}` `{}` is both the reply to `{}` and a push", s.name,
                                      talk.server[answer.packet].name, talk.client[r.request].name);
                add_note(made, answer.where, "the reply is here");
                made.help = "the client could not distinguish them: use a struct of its own for the push";
                return;
            }
    }

    void check_living_replies(const state& s) {
        for (const rule& r : s.rules) {
            if (r.replies.empty()) continue;
            const says& request = talk.client[r.request];
            const auto fails = std::find_if(versions.begin(), versions.end(), [&](unsigned v) {
                const auto lives = [&](const reply& answer) { return talk.server[answer.packet].alive.holds(v); };
                return request.alive.holds(v) && std::none_of(r.replies.begin(), r.replies.end(), lives);
            });
            if (fails == versions.end() || !once(r.where, 1)) continue;
            auto& made =
                c.report(diag::id::no_living_reply, r.where,
                         "`{}` can be sent in version {}, in which none of its replies exists", request.name, *fails);
            add_note(made, s.where, fmt::format("in state `{}`", s.name));
            made.help = "add a reply that exists in every version of the request";
        }
    }

    void check_pushes_kept(index at) {
        for (const rule& r : talk.states[at].rules) {
            if (!r.replies.empty() || r.go == none || r.go == closed_state || r.go == at) continue;
            compare(at, r);
        }
    }

    void compare(index at, const rule& r) {
        const state& s = talk.states[at];
        const state& next = talk.states[r.go];
        const says& request = talk.client[r.request];
        // Requests of one life agree about which pushes may be lost.
        const std::uint64_t life = (std::uint64_t{request.alive.since} << 8U) | request.alive.until;
        if (!compared.insert((std::uint64_t{at} << 40U) ^ (std::uint64_t{r.go} << 16U) ^ life).second) return;
        const std::vector<bool> kept = pushes_of(next);
        for (const index push : s.pushes) {
            const auto meet = [&](unsigned v) { return talk.server[push].alive.holds(v) && request.alive.holds(v); };
            if (kept[push] || std::none_of(versions.begin(), versions.end(), meet)) continue;
            const std::string& name = talk.server[push].name;
            auto& made = c.report(diag::id::push_lost, r.where,
                                  "`{}` leads from `{}` to `{}` without a reply, but `{}` does not push `{}`",
                                  request.name, s.name, next.name, next.name, name);
            add_note(made, next.where, fmt::format("`{}` is declared here", next.name));
            made.help = fmt::format(
                "a push of the old state may still be in flight: allow it in `{}` with `push {}`, or add a reply to "
                "the request",
                next.name, name);
            return;
        }
    }
};

}  // namespace

void check_session_rules(checker& c, const ast::session&) {
    const session& talk = *c.made.talk;
    rules_checker work{c, talk, changing_versions(c.made, c.made.oldest, c.made.version)};
    for (index i = 0; i < talk.states.size(); ++i) {
        work.check_reply_and_push(talk.states[i]);
        work.check_living_replies(talk.states[i]);
        work.check_pushes_kept(i);
    }
}

}  // namespace tic::schema
