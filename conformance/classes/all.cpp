// The complete list of what a suite must reach.
#include <algorithm>

#include "conformance/classes/classes.hpp"
#include "conformance/classes/talk.hpp"
#include "runtime/interpreter/text.hpp"

namespace tic::conformance {

namespace {

item_kind kind_of(const field_path& p, const std::string& label) {
    if (label.starts_with("refuse:") || label.starts_with("error:") || label.starts_with("plain-of") ||
        label == "rank-beyond" || label == "overlong" || label == "fill" || label.starts_with("utf8:"))
        return item_kind::refusal;
    return p.at->by == hint::none ? item_kind::field : item_kind::hint;
}

}  // namespace

std::vector<std::string> root_classes(const layout& plan, const root& from) {
    std::vector<std::string> all{"said"};
    const type_layout& t = plan.at(from.version, from.type);
    std::uint64_t tag = 0;
    if (from.is == root_kind::packet) {
        const prefix_table& tags = plan.at(from.version).tags[from.who];
        for (const prefix_code& c : plan.codes.subspan(tags.first, tags.count))
            if (c.member == from.packet) tag = c.length;
    }
    // Of a packet something must have come before it can end too early.
    if (from.is != root_kind::packet || tag + t.min_bits > 8 || (tag + t.max_bits > 8 && !from.once))
        all.emplace_back("cut");
    if (from.is != root_kind::packet)
        all.emplace_back("trailing");
    else if (t.remembers && from.is_first)
        all.emplace_back("fresh-connection");
    if (from.is == root_kind::packet) all.emplace_back("split");
    if (from.is == root_kind::sealed) all.emplace_back("newer");
    if (from.is != root_kind::packet && plan.types[from.type].kind != type_kind::structure)
        for (const prefix_code& c : plan.codes.subspan(t.codes.first, t.codes.count))
            all.push_back((plan.types[from.type].kind == type_kind::choice ? "arm:" : "value:") +
                          std::string(interpreter::member_name(plan, from.type, c.member)));
    return all;
}

std::vector<item> all_classes(const interpreter::program& run, const path_table& paths, const goal_list& goals) {
    std::vector<item> all;
    for (index at = 0; at < paths.all().size(); ++at) {
        const field_path& p = paths.all()[at];
        for (const goal& g : goals.of(at)) {
            for (const std::string& label : g.labels) all.push_back({p.name + "/" + label, kind_of(p, label)});
            for (const break_plan& b : g.breaks)
                if (!b.is_probe) all.push_back({p.name + "/" + b.label, item_kind::refusal});
        }
    }
    for (const root& from : paths.roots())
        for (const std::string& label : root_classes(run.plan(), from))
            all.push_back(
                {paths.name_of(from) + "/" + label, label == "said" ? item_kind::version : item_kind::refusal});
    if (!run.plan().has_session) return all;
    std::set<std::string> named;
    const auto add = [&](std::string label) {
        const item_kind is = label.find("/refuse:") == std::string::npos ? item_kind::transition : item_kind::refusal;
        if (named.insert(label).second) all.push_back({std::move(label), is});
    };
    for (unsigned v = run.plan().oldest; v <= run.plan().version; ++v) {
        const std::vector<sent> packets = all_packets(run.plan(), v);
        for (const situation& s : explore(run, v, 2))
            for (const sent& next : packets)
                for (std::string& label : session_labels(run, v, s.states, next)) add(std::move(label));
        if (auto many = find_crowd(run, v)) {
            interpreter::session_states& states = many->from.states;
            while (states.owed() < interpreter::session_states::max_owed - 1)
                states.on_sent(side::client, many->request.packet);
            for (unsigned i = 0; i < 2; ++i) {
                for (std::string& label : session_labels(run, v, states, many->request)) add(std::move(label));
                states.on_sent(side::client, many->request.packet);
            }
        }
    }
    return all;
}

}  // namespace tic::conformance
