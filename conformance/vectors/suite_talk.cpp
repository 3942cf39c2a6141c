// States: what each allows and what it refuses, replies in their order, sixty-four owed.
#include <algorithm>

#include "conformance/vectors/suite.hpp"
#include "runtime/interpreter/session.hpp"

namespace tic::conformance {

using interpreter::verdict;

void suite::add_talk() {
    if (!run_.plan().has_session) return;
    std::set<std::string> named;
    for (unsigned v = run_.plan().oldest; v <= run_.plan().version; ++v) {
        const std::vector<said> packets = all_packets(run_.plan(), v);
        for (const situation& s : explore(run_, v, 2))
            for (const said& next : packets) {
                std::vector<std::string> labels = talk_labels(run_, v, s.states, next);
                std::erase_if(labels, [&](const std::string& label) { return !named.insert(label).second; });
                if (labels.empty()) continue;
                if (s.states.may_say(next.who, next.packet) != verdict::ok) {
                    add_illegal(v, s, next, labels);
                    continue;
                }
                stage_.begin(v);
                std::vector<said> whole = s.talk;
                whole.push_back(next);
                if (stage_.talk(whole)) keep("states", labels.front(), labels);
            }
        add_crowd(v);
    }
}

/// What a packet says that is said out of turn.
bool suite::say_small(unsigned version, said what, interpreter::value& content) {
    interpreter::memory scratch = stage_.remembered(what.who);
    composer made(run_, places_);
    order small;
    small.salt = 7;
    auto v =
        made.compose(run_.plan().packets[static_cast<unsigned>(what.who)][what.packet].type, version, scratch, small);
    if (v) content = std::move(*v);
    return v.has_value();
}

void suite::add_illegal(unsigned version, const situation& from, said next, const std::vector<std::string>& labels) {
    stage_.begin(version);
    if (!stage_.talk(from.talk)) return;
    change what;
    what.is = change_kind::then;
    what.who = next.who;
    what.name = next.packet;
    if (say_small(version, next, what.content) && add_bad(std::move(what))) keep("states", labels.front(), labels);
}

void suite::add_crowd(unsigned version) {
    const std::optional<crowd> many = find_crowd(run_, version);
    if (!many) return;
    stage_.begin(version);
    const std::vector<said> requests(interpreter::session_states::max_owed, many->request);
    if (!stage_.talk(many->from.talk) || !stage_.talk(requests)) return;
    const std::vector<std::string> labels = talk_labels(run_, version, stage_.states(), many->request);
    change what;
    what.is = change_kind::then;
    what.who = side::client;
    what.name = many->request.packet;
    const bool refused = say_small(version, many->request, what.content) && add_bad(std::move(what));
    std::vector<std::string> items;
    for (const std::string& item : stage_.reached())
        if (item.ends_with("/owed-64")) items.push_back(item);
    if (refused) items.insert(items.end(), labels.begin(), labels.end());
    keep("states", items.front(), items);
}

}  // namespace tic::conformance
