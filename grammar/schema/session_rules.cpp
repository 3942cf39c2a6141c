// What must hold of the states as a whole, in each version spoken (section 7).
#include "grammar/schema/checker.hpp"

#include <algorithm>
#include <set>

namespace tic::schema {
namespace {

void check_reply_and_push(checker& c, const state& s) {
    const session& talk = *c.made.talk;
    for (const rule& r : s.rules)
        for (const auto& answer : r.replies) {
            if (std::find(s.pushes.begin(), s.pushes.end(), answer.packet) == s.pushes.end()) continue;
            auto& made = c.report(diag::id::reply_and_push, s.where, "in state `{}` `{}` is both the reply to `{}` and a push", s.name,
                                  talk.server[answer.packet].name, talk.client[r.request].name);
            add_note(made, answer.where, "the reply is here");
            made.help = "the client could not tell one from the other: give the push a struct of its own";
            return;
        }
}

void check_living_replies(checker& c, const state& s, const rule& r, unsigned version, std::set<const void*>& told) {
    const session& talk = *c.made.talk;
    if (r.replies.empty()) return;
    const auto alive = [&](const reply& answer) { return talk.server[answer.packet].alive.holds(version); };
    if (std::any_of(r.replies.begin(), r.replies.end(), alive) || !told.insert(&r).second) return;
    auto& made = c.report(diag::id::no_living_reply, r.where, "`{}` can be said in version {}, but none of its replies lives there",
                          talk.client[r.request].name, version);
    add_note(made, s.where, fmt::format("in state `{}`", s.name));
    made.help = "let a reply live in all versions in which the request does";
}

void check_pushes_kept(checker& c, const state& s, const rule& r, unsigned version, std::set<const void*>& told) {
    const session& talk = *c.made.talk;
    if (!r.replies.empty() || r.go == none || r.go == closed_state) return;
    const auto& next = talk.states[r.go];
    for (const index push : s.pushes) {
        if (!talk.server[push].alive.holds(version)) continue;
        if (std::find(next.pushes.begin(), next.pushes.end(), push) != next.pushes.end()) continue;
        if (!told.insert(&r).second) return;
        auto& made = c.report(diag::id::push_lost, r.where, "`{}` leads from `{}` to `{}` without a reply, but `{}` does not push `{}`",
                              talk.client[r.request].name, s.name, next.name, next.name, talk.server[push].name);
        add_note(made, next.where, fmt::format("`{}` is declared here", next.name));
        made.help = fmt::format("a push of the old state may still be on its way: let `{}` push `{}` too, or answer the request", next.name,
                                talk.server[push].name);
        return;
    }
}

}  // namespace

void check_session_rules(checker& c, const ast::session&) {
    const session& talk = *c.made.talk;
    for (const state& s : talk.states) check_reply_and_push(c, s);
    std::set<const void*> told;
    for (const unsigned version : changing_versions(c.made, c.made.oldest, c.made.version))
        for (const state& s : talk.states)
            for (const rule& r : s.rules) {
                if (!talk.client[r.request].alive.holds(version)) continue;
                check_living_replies(c, s, r, version, told);
                check_pushes_kept(c, s, r, version, told);
            }
}

}  // namespace tic::schema
